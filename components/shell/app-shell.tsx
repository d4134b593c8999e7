"use client";

import { MenuIcon, SquarePenIcon } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useWorkspace } from "@/components/chat/workspace";
import { JumpToMessage } from "@/components/history/jump-to-message";
import { DeletedNotice } from "@/components/live/deleted-notice";
import { FinishedToasts } from "@/components/live/finished-toasts";
import { RefreshOnBankNews } from "@/components/live/refresh-on-bank-news";
import { Button } from "@/components/ui/button";
import { Dialog, DialogDescription, DialogTitle, DialogTrigger, SheetContent } from "@/components/ui/dialog";
import { TEMPORARY_TITLE } from "@/lib/contract/chat";
import { useConversationInAddress, usePath } from "../live/use-address";
import { isAt, PAGES, PERSON_PAGES } from "./pages";
import { Sidebar } from "./sidebar";

/** The frame of every page of a signed-in person: the sidebar at the left, or behind a button on a phone. */
export function AppShell({ onSignOut, children }: { onSignOut: () => Promise<void>; children: ReactNode }) {
  const title = usePageTitle();
  const deletedId = useDeletedId();
  return (
    <div className="flex h-dvh overflow-hidden">
      <a
        href="#content"
        className="sr-only z-50 rounded-lg bg-primary px-4 py-2 text-primary-foreground text-sm focus:not-sr-only focus:absolute focus:top-3 focus:left-3"
      >
        Skip to the content
      </a>
      <aside className="hidden w-68 shrink-0 border-r md:block">
        <Sidebar onSignOut={onSignOut} onNavigate={stayOpen} />
      </aside>
      <div className="flex min-w-0 flex-1 flex-col">
        <PhoneBar title={title} onSignOut={onSignOut} />
        <main id="content" className="flex min-h-0 flex-1 flex-col">
          {deletedId === null ? children : <DeletedNotice id={deletedId} />}
        </main>
      </div>
      <FinishedToasts />
      <JumpToMessage />
      <RefreshOnBankNews />
    </div>
  );
}

const stayOpen = () => undefined;

function PhoneBar({ title, onSignOut }: { title: string; onSignOut: () => Promise<void> }) {
  const [isOpen, setOpen] = useState(false);
  const { startNewChat } = useWorkspace();
  return (
    <header className="flex h-13 shrink-0 items-center gap-1 border-b bg-background/90 px-2 md:hidden">
      <Dialog open={isOpen} onOpenChange={setOpen}>
        <DialogTrigger asChild>
          <Button variant="ghost" size="icon" aria-label="Open the menu" className="size-11">
            <MenuIcon className="size-5" />
          </Button>
        </DialogTrigger>
        <SheetContent>
          <DialogTitle className="sr-only">Menu</DialogTitle>
          <DialogDescription className="sr-only">
            Pages, your conversations and your account.
          </DialogDescription>
          <Sidebar onSignOut={onSignOut} onNavigate={() => setOpen(false)} />
        </SheetContent>
      </Dialog>
      <p className="min-w-0 flex-1 truncate text-center font-medium text-sm">{title}</p>
      <Button variant="ghost" size="icon" aria-label="New chat" className="size-11" onClick={startNewChat}>
        <SquarePenIcon className="size-5" />
      </Button>
    </header>
  );
}

/** The open conversation, if it was deleted in another tab or on another device, or by the server. */
function useDeletedId(): string | null {
  const { deleted } = useWorkspace();
  const id = useConversationInAddress();
  return id !== null && deleted.includes(id) ? id : null;
}

/** The tab is named after the open conversation, also after it got its address without a navigation. */
function usePageTitle(): string {
  const { conversations, findSession } = useWorkspace();
  const pathname = usePath();
  const id = useConversationInAddress();
  const listed = conversations.find((item) => item.id === id)?.title;
  const isTemporary = id !== null && findSession(id)?.getState().isTemporary;
  const title = listed ?? (isTemporary ? TEMPORARY_TITLE : undefined);
  const isNewChat = pathname === "/chat";
  useEffect(() => {
    if (title) document.title = `${title} · Purser`;
    else if (isNewChat) document.title = "New chat · Purser";
  }, [title, isNewChat]);
  if (title) return title;
  return [...PAGES, ...PERSON_PAGES].find(({ href }) => isAt(pathname, href))?.title ?? "New chat";
}
