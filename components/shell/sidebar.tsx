"use client";

import { SquarePenIcon } from "lucide-react";
import Link from "next/link";
import { useWorkspace } from "@/components/chat/workspace";
import { Button } from "@/components/ui/button";
import { ConversationList } from "./conversation-list";
import { Mark } from "./mark";
import { PageLinks } from "./page-links";
import { UserMenu } from "./user-menu";

type SidebarProps = { onSignOut: () => Promise<void>; onNavigate: () => void };

/** Where to go: a new chat, the pages of money, the conversations of before, and oneself. */
export function Sidebar({ onSignOut, onNavigate }: SidebarProps) {
  const { startNewChat } = useWorkspace();
  return (
    <div className="flex h-full min-h-0 flex-col bg-sidebar">
      <div className="flex h-14 shrink-0 items-center px-4">
        <Link
          href="/chat"
          onNavigate={(event) => {
            event.preventDefault();
            onNavigate();
            startNewChat();
          }}
          className="inline-flex items-center gap-2.5 rounded-md font-semibold text-[15px] tracking-tight"
        >
          <Mark className="size-5.5" />
          Purser
        </Link>
      </div>
      <div className="space-y-0.5 px-2 pb-2">
        <Button
          variant="ghost"
          className="w-full justify-start gap-2.5 px-2.5 text-foreground hover:bg-secondary"
          onClick={() => {
            onNavigate();
            startNewChat();
          }}
        >
          <SquarePenIcon className="text-primary" /> New chat
        </Button>
        <PageLinks onNavigate={onNavigate} />
      </div>
      <ConversationList onNavigate={onNavigate} />
      <UserMenu onSignOut={onSignOut} />
    </div>
  );
}
