"use client";

import { CornerDownRightIcon, MessageSquareIcon } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useWorkspace } from "@/components/chat/workspace";
import { formatMoment } from "@/components/format-moment";
import { cn } from "@/components/ui/cn";
import type { FoundConversation } from "@/lib/contract/history";
import { Marked } from "./marked";

type SearchResultsProps = {
  id: string;
  found: readonly FoundConversation[];
  active: number;
  onOpen: (place: number) => void;
  onPoint: (place: number) => void;
};

/** Where what was found leads to, in the order in which it is shown: each conversation, then its messages. */
export const placesIn = (found: readonly FoundConversation[]): { href: string }[] =>
  found.flatMap(({ id, messages }) => [
    { href: `/chat/${id}` },
    ...messages.map((message) => ({ href: `/chat/${id}?message=${message.id}` })),
  ]);

export function SearchResults({ id, found, active, onOpen, onPoint }: SearchResultsProps) {
  const { person } = useWorkspace();
  let place = 0;
  const nextPlace = () => {
    const mine = place;
    place += 1;
    return {
      id: `${id}-${mine}`,
      isActive: mine === active,
      onOpen: () => onOpen(mine),
      onPoint: () => onPoint(mine),
    };
  };
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label="Found"
      className={cn(
        "scrollbar-quiet max-h-[min(60vh,32rem)] overflow-y-auto",
        found.length > 0 && "border-b p-2",
      )}
    >
      {found.map((conversation) => (
        <div key={conversation.id} role="presentation" className="pb-1">
          <Option {...nextPlace()} className="py-2">
            <MessageSquareIcon className="mt-0.5 size-4 shrink-0 text-primary" aria-hidden />
            <span className="min-w-0 flex-1 truncate font-medium">
              <Marked text={conversation.title} />
            </span>
            <span className="shrink-0 text-muted-foreground text-xs leading-5">
              {conversation.isArchived && "Archived"}
              <span className="max-sm:hidden">
                {conversation.isArchived && " · "}
                {formatMoment(conversation.updatedAt, person.timeZone)}
              </span>
            </span>
          </Option>
          {conversation.messages.map((message) => (
            <Option key={message.id} {...nextPlace()} className="py-1.5 pl-4 text-muted-foreground">
              <CornerDownRightIcon className="mt-0.5 size-3.5 shrink-0" aria-hidden />
              <span className="line-clamp-2 min-w-0 flex-1 break-words">
                <span className="sr-only">{message.isQuestion ? "You asked: " : "Answered: "}</span>
                <Marked text={message.excerpt} />
              </span>
            </Option>
          ))}
        </div>
      ))}
    </div>
  );
}

type OptionProps = {
  id: string;
  isActive: boolean;
  onOpen: () => void;
  onPoint: () => void;
  className: string;
  children: ReactNode;
};

function Option({ id, isActive, onOpen, onPoint, className, children }: OptionProps) {
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) option.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the field, which chooses and opens.
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      onClick={onOpen}
      onPointerMove={onPoint}
      className={cn(
        "flex cursor-pointer items-start gap-2.5 rounded-lg px-2.5 text-sm leading-5",
        isActive && "bg-muted",
        className,
      )}
    >
      {children}
    </div>
  );
}
