"use client";

import { useState, useTransition } from "react";
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
import type { ConversationSummary } from "@/lib/contract/chat";

type DeleteDialogProps = { conversation: ConversationSummary; isOpen: boolean; onClose: () => void };

export function DeleteDialog({ conversation, isOpen, onClose }: DeleteDialogProps) {
  const { remove, startNewChat } = useWorkspace();
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  function onConfirm() {
    startTransition(async () => {
      const result = await remove(conversation.id).catch(() => null);
      if (!result?.ok) {
        setProblem(result?.error.message ?? "The conversation could not be deleted. Check your connection.");
        return;
      }
      onClose();
      if (isOpen) startNewChat();
    });
  }

  return (
    <Dialog open onOpenChange={(isStillOpen) => !isStillOpen && onClose()}>
      <DialogContent role="alertdialog">
        <div className="space-y-1.5">
          <DialogTitle>Delete this conversation?</DialogTitle>
          <DialogDescription>
            “{conversation.title}” and everything in it will be gone for good. Your accounts and transactions
            stay.
          </DialogDescription>
        </div>
        {problem && (
          <p role="alert" className="text-destructive text-sm">
            {problem}
          </p>
        )}
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="ghost">Cancel</Button>
          </DialogClose>
          <Button variant="destructive" disabled={isPending} onClick={onConfirm}>
            Delete
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
