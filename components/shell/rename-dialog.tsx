"use client";

import { type FormEvent, useState, useTransition } from "react";
import { useWorkspace } from "@/components/chat/workspace";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import type { ConversationSummary } from "@/lib/contract/chat";

type RenameDialogProps = { conversation: ConversationSummary; onClose: () => void };

export function RenameDialog({ conversation, onClose }: RenameDialogProps) {
  const { rename } = useWorkspace();
  const [title, setTitle] = useState(conversation.title);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      const result = await rename(conversation.id, title.trim()).catch(() => null);
      if (result?.ok) onClose();
      else setProblem(result?.error.message ?? "The name could not be saved. Check your connection.");
    });
  }

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent>
        <div className="space-y-1.5">
          <DialogTitle>Rename conversation</DialogTitle>
          <DialogDescription className="sr-only">Give the conversation another name.</DialogDescription>
        </div>
        <form onSubmit={onSubmit} className="grid gap-5">
          <div className="space-y-2">
            <Input
              aria-label="Name"
              value={title}
              maxLength={120}
              onChange={(event) => setTitle(event.target.value)}
              onFocus={(event) => event.target.select()}
              aria-invalid={problem !== null}
            />
            {problem && (
              <p role="alert" className="text-destructive text-sm">
                {problem}
              </p>
            )}
          </div>
          <DialogFooter>
            <DialogClose asChild>
              <Button variant="ghost">Cancel</Button>
            </DialogClose>
            <Button type="submit" disabled={title.trim() === "" || isPending}>
              Rename
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
