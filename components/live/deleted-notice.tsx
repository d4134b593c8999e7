"use client";

import { useWorkspace } from "@/components/chat/workspace";
import { PageProblem } from "@/components/shell/page-problem";
import { Button } from "@/components/ui/button";

/** In the place of a conversation that was deleted while it was open here. */
export function DeletedNotice({ id }: { id: string }) {
  const { startNewChat, findSession } = useWorkspace();
  const isTemporary = findSession(id)?.getState().isTemporary;
  return (
    <div role="status" className="flex min-h-0 flex-1 flex-col">
      <PageProblem
        title={isTemporary ? "This temporary chat is over" : "This conversation was deleted"}
        text={
          isTemporary
            ? "You left it in another tab, or asked nothing in it for an hour. Nothing of it was kept."
            : "You deleted it in another tab or on another device. Your accounts and transactions are untouched."
        }
      >
        <Button onClick={startNewChat}>Start a new chat</Button>
      </PageProblem>
    </div>
  );
}
