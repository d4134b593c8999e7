"use client";

import { LoaderCircleIcon } from "lucide-react";
import Link, { useLinkStatus } from "next/link";
import { cn } from "@/components/ui/cn";
import type { ConversationSummary } from "@/lib/contract/chat";
import { ConversationMenu } from "./conversation-menu";

type ConversationItemProps = {
  conversation: ConversationSummary;
  isOpen: boolean;
  /** Its answer came while nobody looked. */
  isUnread: boolean;
  onNavigate: () => void;
};

export function ConversationItem({ conversation, isOpen, isUnread, onNavigate }: ConversationItemProps) {
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
      <ConversationMenu conversation={conversation} isOpen={isOpen} />
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
