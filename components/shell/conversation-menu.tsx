"use client";

import {
  ArchiveIcon,
  BracesIcon,
  EllipsisIcon,
  FileTextIcon,
  LinkIcon,
  PencilIcon,
  PinIcon,
  PinOffIcon,
  Trash2Icon,
} from "lucide-react";
import { useRef, useState } from "react";
import { useWorkspace } from "@/components/chat/workspace";
import { ShareDialog } from "@/components/history/share-dialog";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { ConversationSummary } from "@/lib/contract/chat";
import type { ActionResult } from "@/lib/contract/error-body";
import { ProblemDialog } from "./problem-dialog";
import { RenameDialog } from "./rename-dialog";

type ConversationMenuProps = { conversation: ConversationSummary; isOpen: boolean };

const OFFLINE = "The server could not be reached. Check your connection and try again.";

/** What can be done with a conversation of the list. */
export function ConversationMenu({ conversation, isOpen }: ConversationMenuProps) {
  const { pin, archive, remove, startNewChat } = useWorkspace();
  const [dialog, setDialog] = useState<"rename" | "share" | null>(null);
  const close = () => setDialog(null);
  const [problem, setProblem] = useState<string | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const { id, title, isPinned = false } = conversation;

  async function attempt(work: () => Promise<ActionResult<unknown>>): Promise<boolean> {
    const result = await work().catch(() => null);
    if (!result?.ok) setProblem(result?.error.message ?? OFFLINE);
    return result?.ok ?? false;
  }
  async function leaveList(work: () => Promise<ActionResult<unknown>>) {
    const next = neighbourOf(trigger.current);
    if (!(await attempt(work))) return;
    if (isOpen) startNewChat();
    else next?.focus();
  }

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger
          ref={trigger}
          aria-label={`Options for ${title}`}
          className={cn(
            "absolute top-1 right-1 grid size-7 place-items-center rounded-md text-muted-foreground hover:bg-background hover:text-foreground",
            // Always there for fingers and keyboards; for the mouse it appears on the row.
            "opacity-0 focus-visible:opacity-100 group-hover/item:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100",
          )}
        >
          <EllipsisIcon className="size-4" />
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start" side="bottom">
          <DropdownMenuItem onSelect={() => void attempt(() => pin(id, !isPinned))}>
            {isPinned ? <PinOffIcon /> : <PinIcon />} {isPinned ? "Unpin" : "Pin"}
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setDialog("rename")}>
            <PencilIcon /> Rename
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => setDialog("share")}>
            <LinkIcon /> Share
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem asChild>
            <a href={`/api/chat/${id}/export?format=markdown`} download>
              <FileTextIcon /> Export as Markdown
            </a>
          </DropdownMenuItem>
          <DropdownMenuItem asChild>
            <a href={`/api/chat/${id}/export?format=json`} download>
              <BracesIcon /> Export as JSON
            </a>
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem onSelect={() => void leaveList(() => archive(id, true))}>
            <ArchiveIcon /> Archive
          </DropdownMenuItem>
          <DropdownMenuItem tone="destructive" onSelect={() => void leaveList(() => remove(id))}>
            <Trash2Icon /> Delete
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {dialog === "rename" && <RenameDialog conversation={conversation} onClose={close} />}
      {dialog === "share" && <ShareDialog conversation={conversation} onClose={close} />}
      {problem && <ProblemDialog text={problem} onClose={() => setProblem(null)} />}
    </>
  );
}

/** Where the keyboard goes on when the entry is gone. */
function neighbourOf(trigger: HTMLElement | null): HTMLElement | null {
  const entry = trigger?.closest("li");
  const next = entry?.nextElementSibling ?? entry?.previousElementSibling;
  return next?.querySelector("a") ?? null;
}
