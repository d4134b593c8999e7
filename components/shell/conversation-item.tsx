"use client";

import { EllipsisIcon, LoaderCircleIcon, PencilIcon, Trash2Icon } from "lucide-react";
import Link, { useLinkStatus } from "next/link";
import { useState } from "react";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { ConversationSummary } from "@/lib/contract/chat";
import { DeleteDialog } from "./delete-dialog";
import { RenameDialog } from "./rename-dialog";

type ConversationItemProps = {
  conversation: ConversationSummary;
  isOpen: boolean;
  /** Its answer came while nobody looked. */
  isUnread: boolean;
  onNavigate: () => void;
};

export function ConversationItem({ conversation, isOpen, isUnread, onNavigate }: ConversationItemProps) {
  const [dialog, setDialog] = useState<"rename" | "delete" | null>(null);
  const close = () => setDialog(null);
  const isBeingAnswered = conversation.activeRunId !== null;
  return (
    <li className="group/item relative">
      <Link
        href={`/chat/${conversation.id}`}
        onClick={onNavigate}
        aria-current={isOpen ? "page" : undefined}
        aria-busy={isBeingAnswered}
        title={conversation.title}
        className={cn(
          "flex h-9 items-center gap-2 rounded-lg pr-9 pl-2.5 text-sm transition-colors hover:bg-secondary",
          isOpen && "bg-secondary font-medium",
        )}
      >
        <span className="truncate">{conversation.title}</span>
        <Activity isBeingAnswered={isBeingAnswered} isUnread={isUnread && !isOpen} />
      </Link>
      <DropdownMenu>
        <DropdownMenuTrigger
          aria-label={`Options for ${conversation.title}`}
          className={cn(
            "absolute top-1 right-1 grid size-7 place-items-center rounded-md text-muted-foreground hover:bg-background hover:text-foreground",
            // Always there for fingers and keyboards; for the mouse it appears on the row.
            "opacity-0 focus-visible:opacity-100 group-hover/item:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100",
          )}
        >
          <EllipsisIcon className="size-4" />
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start" side="bottom">
          <DropdownMenuItem onSelect={() => setDialog("rename")}>
            <PencilIcon /> Rename
          </DropdownMenuItem>
          <DropdownMenuItem tone="destructive" onSelect={() => setDialog("delete")}>
            <Trash2Icon /> Delete
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {dialog === "rename" && <RenameDialog conversation={conversation} onClose={close} />}
      {dialog === "delete" && <DeleteDialog conversation={conversation} isOpen={isOpen} onClose={close} />}
    </li>
  );
}

/** Turns while an answer is written, and while the conversation is on its way to the screen; a dot when one is waiting. */
function Activity({ isBeingAnswered, isUnread }: { isBeingAnswered: boolean; isUnread: boolean }) {
  const { pending } = useLinkStatus();
  if (isUnread && !isBeingAnswered && !pending) {
    return (
      <span
        role="img"
        aria-label="New answer"
        className="mr-1 ml-auto size-2 shrink-0 rounded-full bg-primary"
      />
    );
  }
  if (!isBeingAnswered && !pending) return null;
  return (
    <LoaderCircleIcon
      role="img"
      aria-label={isBeingAnswered ? "Answer being written" : "Loading"}
      className={cn(
        "size-3.5 shrink-0 animate-spin",
        isBeingAnswered ? "text-primary" : "text-muted-foreground",
      )}
    />
  );
}
