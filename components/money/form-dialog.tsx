"use client";

import { type FormEvent, type ReactNode, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from "@/components/ui/dialog";
import type { ActionResult } from "@/lib/contract/error-body";

type FormDialogProps = {
  title: string;
  description: string;
  /** What the button says that saves. */
  saveLabel: string;
  /** Gives the fields by name; what is refused is told in the dialog, which stays. */
  onSave: (fields: FormData) => Promise<ActionResult<unknown>>;
  onClose: () => void;
  children: ReactNode;
};

/** A few fields and one button. */
export function FormDialog({ title, description, saveLabel, onSave, onClose, children }: FormDialogProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, startTransition] = useTransition();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    startTransition(async () => {
      const result = await onSave(fields).catch(() => null);
      if (result?.ok) onClose();
      else setProblem(result?.error.message ?? "It could not be saved. Check your connection and try again.");
    });
  }

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="max-h-[calc(100dvh-2rem)] overflow-y-auto">
        <div className="space-y-1.5">
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription>{description}</DialogDescription>
        </div>
        <form onSubmit={onSubmit} className="grid gap-4">
          {children}
          {problem && (
            <p role="alert" className="text-destructive text-sm">
              {problem}
            </p>
          )}
          <DialogFooter>
            <DialogClose asChild>
              <Button variant="ghost">Cancel</Button>
            </DialogClose>
            <Button type="submit" disabled={isSaving}>
              {saveLabel}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
