"use client";

import { useRouter } from "next/navigation";
import { Toast } from "radix-ui";
import { useTransition } from "react";
import { useWorkspace } from "@/components/chat/workspace";
import type { Removed } from "@/components/live/live-state";
import { Button } from "@/components/ui/button";
import { ToastClose } from "@/components/ui/toast-close";

/** Longer than other messages stay: whoever looks elsewhere or reads slowly must not miss it. */
const SHOWN_MS = 30_000;

/** Says that a conversation was deleted, as long as that can be taken back with one click. */
export function RemovedToasts() {
  const { removed } = useWorkspace();
  return removed.map((item) => <RemovedToast key={item.id} item={item} />);
}

function RemovedToast({ item: { id, title, wasOpen, problem } }: { item: Removed }) {
  const { restore, forgetRemoved } = useWorkspace();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const undo = () =>
    startTransition(async () => {
      const result = await restore(id).catch(() => null);
      if (result?.ok && wasOpen) router.push(`/chat/${id}`);
    });
  return (
    <Toast.Root
      type="foreground"
      duration={SHOWN_MS}
      onOpenChange={(isOpen) => !isOpen && forgetRemoved(id)}
      className="flex animate-rise-in items-center gap-2 rounded-xl border bg-popover py-2 pr-2 pl-4 text-popover-foreground text-sm shadow-soft"
    >
      <Toast.Title className="min-w-0 flex-1 truncate" title={title}>
        {problem ?? (
          <>
            Deleted <span className="text-muted-foreground">“{title}”</span>
          </>
        )}
      </Toast.Title>
      {problem === null && (
        // It closes the message only once the conversation is back.
        <Button variant="ghost" size="sm" className="text-primary" disabled={isPending} onClick={undo}>
          Undo
        </Button>
      )}
      <ToastClose />
    </Toast.Root>
  );
}
