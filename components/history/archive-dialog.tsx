"use client";

import { ArchiveRestoreIcon, Trash2Icon } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useWorkspace } from "@/components/chat/workspace";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "@/components/ui/dialog";
import type { ConversationSummary } from "@/lib/contract/chat";
import type { ActionResult } from "@/lib/contract/error-body";
import { ShowOlder } from "./show-older";

type ArchiveDialogProps = { onClose: () => void; onNavigate: () => void };

/** What was put out of the list and is still there. */
export function ArchiveDialog({ onClose, onNavigate }: ArchiveDialogProps) {
  const { conversations } = useWorkspace();
  const [problem, setProblem] = useState<string | null>(null);
  const archived = conversations.filter(({ isArchived }) => isArchived);
  const attempt = async (work: Promise<ActionResult<unknown>>) => {
    const result = await work.catch(() => null);
    setProblem(result?.ok ? null : (result?.error.message ?? "The server could not be reached. Try again."));
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="max-w-lg">
        <div className="space-y-1.5">
          <DialogTitle>Archived conversations</DialogTitle>
          <DialogDescription>
            {archived.length === 0
              ? "Nothing is archived. Archive a conversation from its menu to keep it out of the list."
              : "They are out of the list, and still found by searching. Asking something in one puts it back."}
          </DialogDescription>
        </div>
        {archived.length > 0 && (
          <ul aria-label="Archived" className="scrollbar-quiet -mx-2 max-h-[50vh] overflow-y-auto">
            {archived.map((conversation) => (
              <ArchivedRow
                key={conversation.id}
                conversation={conversation}
                onAttempt={(work) => void attempt(work)}
                onOpen={() => {
                  onClose();
                  onNavigate();
                }}
              />
            ))}
          </ul>
        )}
        <ShowOlder isArchived />
        {problem && (
          <p role="alert" className="text-destructive text-sm">
            {problem}
          </p>
        )}
      </DialogContent>
    </Dialog>
  );
}

type ArchivedRowProps = {
  conversation: ConversationSummary;
  onAttempt: (work: Promise<ActionResult<unknown>>) => void;
  onOpen: () => void;
};

function ArchivedRow({ conversation: { id, title }, onAttempt, onOpen }: ArchivedRowProps) {
  const { archive, remove } = useWorkspace();
  return (
    <li className="flex items-center gap-1 rounded-lg pr-1 hover:bg-muted">
      <Link
        href={`/chat/${id}`}
        onClick={onOpen}
        className="min-w-0 flex-1 truncate rounded-lg px-2 py-2 text-sm"
      >
        {title}
      </Link>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={`Put back ${title}`}
        title="Put back"
        onClick={() => onAttempt(archive(id, false))}
      >
        <ArchiveRestoreIcon />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={`Delete ${title}`}
        title="Delete"
        onClick={() => onAttempt(remove(id))}
      >
        <Trash2Icon />
      </Button>
    </li>
  );
}
