"use client";

import Link from "next/link";
import { Toast } from "radix-ui";
import { useWorkspace } from "@/components/chat/workspace";
import { RemovedToasts } from "@/components/history/removed-toasts";
import { ToastClose } from "@/components/ui/toast-close";
import type { Finished } from "./live-list";

const SHOWN_MS = 10_000;

function endOf({ status }: Finished): string {
  switch (status) {
    case "completed":
      return "is ready";
    case "failed":
      return "could not be finished";
    case "interrupted":
      return "was cut off";
    default:
      return "has ended";
  }
}

/** Says that an answer is there which somebody asked for and is not looking at. Whoever looks at it, in any tab, ends the message. */
export function FinishedToasts() {
  const { finished, unread, dismiss, hideFinished } = useWorkspace();
  return (
    <Toast.Provider duration={SHOWN_MS} swipeDirection="right" label="Notification">
      {finished
        .filter(({ conversationId }) => unread.includes(conversationId))
        .map((answer) => (
          <FinishedToast
            key={answer.conversationId}
            answer={answer}
            onClose={() => hideFinished(answer.conversationId)}
            onOpen={() => dismiss(answer.conversationId)}
          />
        ))}
      <RemovedToasts />
      <Toast.Viewport className="fixed right-4 bottom-24 z-50 flex w-[min(22rem,calc(100vw-2rem))] flex-col gap-2 outline-none" />
    </Toast.Provider>
  );
}

type ToastProps = { answer: Finished; onClose: () => void; onOpen: () => void };

function FinishedToast({ answer, onClose, onOpen }: ToastProps) {
  return (
    <Toast.Root
      type="background"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="flex animate-rise-in items-start gap-3 rounded-xl border bg-popover p-4 text-popover-foreground text-sm shadow-soft"
    >
      <Toast.Title className="min-w-0 flex-1 text-pretty leading-relaxed">
        Your answer in{" "}
        <Link
          href={`/chat/${answer.conversationId}`}
          onClick={onOpen}
          className="font-medium text-primary underline-offset-4 hover:underline"
        >
          {answer.title}
        </Link>{" "}
        {endOf(answer)}.
      </Toast.Title>
      <ToastClose className="-mt-1 -mr-1" />
    </Toast.Root>
  );
}
