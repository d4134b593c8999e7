"use client";

import { CheckIcon, TriangleAlertIcon } from "lucide-react";
import { Toast } from "radix-ui";
import { Button } from "@/components/ui/button";
import { ToastClose } from "@/components/ui/toast-close";
import type { Changes } from "./use-changes";

const SHOWN_MS = 12_000;

/** Says what was done, and takes it back. */
export function ChangeToast({ changes }: { changes: Changes }) {
  const { notice, isBusy, dismiss, undo } = changes;
  return (
    <Toast.Provider duration={SHOWN_MS} swipeDirection="down" label="Changes">
      {notice && (
        <Toast.Root
          key={notice.id}
          type={notice.isProblem ? "foreground" : "background"}
          onOpenChange={(isOpen) => !isOpen && dismiss()}
          className="flex animate-rise-in items-center gap-3 rounded-xl border bg-popover py-2.5 pr-2 pl-4 text-popover-foreground text-sm shadow-soft"
        >
          {notice.isProblem ? (
            <TriangleAlertIcon aria-hidden className="size-4 shrink-0 text-destructive" />
          ) : (
            <CheckIcon aria-hidden className="size-4 shrink-0 text-positive" />
          )}
          <Toast.Title className="min-w-0 flex-1 text-pretty leading-snug">{notice.text}</Toast.Title>
          {notice.canUndo && (
            <Button variant="outline" size="sm" disabled={isBusy} onClick={() => void undo()}>
              Undo
            </Button>
          )}
          <ToastClose />
        </Toast.Root>
      )}
      <Toast.Viewport
        label="Changes ({hotkey})"
        className="fixed inset-x-0 bottom-4 z-60 mx-auto w-[min(28rem,calc(100%-2rem))] outline-none"
      />
    </Toast.Provider>
  );
}
