"use client";

import { useWorkspace } from "@/components/chat/workspace";
import { PageProblem } from "@/components/shell/page-problem";
import { Button } from "@/components/ui/button";

/** In the place of a conversation that was deleted while it was open here. */
export function DeletedNotice() {
  const { startNewChat } = useWorkspace();
  return (
    <div role="status" className="flex min-h-0 flex-1 flex-col">
      <PageProblem
        title="This conversation was deleted"
        text="You deleted it in another tab or on another device. Your accounts and transactions are untouched."
      >
        <Button onClick={startNewChat}>Start a new chat</Button>
      </PageProblem>
    </div>
  );
}
