"use client";

import { CircleAlertIcon, LoaderCircleIcon, XIcon } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from "@/components/ui/dialog";
import type { LinkMetadata, LinkSession, LinkWindowKind } from "@/lib/contract/linking";
import type { SandboxActions } from "./link-actions";
import { LinkEnded } from "./link-ended";
import type { LinkTarget } from "./link-window";
import type { Linking } from "./linking";
import { SandboxWindow } from "./sandbox-window";

const PlaidWindow = lazy(async () => ({ default: (await import("./plaid-window")).PlaidWindow }));

type Opened = { session: LinkSession; target: LinkTarget };

type LinkDialogProps = {
  kind: LinkWindowKind;
  linking: Linking;
  sandbox: SandboxActions;
  onOpen: (target: LinkTarget) => void;
  onShown: () => void;
  onSuccess: (opened: Opened, publicToken: string | null, metadata: LinkMetadata) => void;
  onClose: (problem?: string | null, target?: LinkTarget) => void;
  /** The dialog is gone: nothing has the focus now. */
  onClosed: () => void;
};

/** All that linking shows: our dialog, and Plaid's window where real banks are linked. */
export function LinkDialog(props: LinkDialogProps) {
  const { kind, linking, onShown, onSuccess, onClose, onClosed } = props;
  const plaid = kind === "plaid" && linking.phase === "window" ? linking : null;
  // Ours gives way: a dialog over Plaid's window would keep the keyboard from it.
  const isOpen = linking.phase !== "closed" && !plaid?.isShown;
  const mustStay = linking.phase === "finishing";
  return (
    <>
      <Dialog open={isOpen} onOpenChange={(isStillOpen) => !isStillOpen && !mustStay && onClose()}>
        <DialogContent
          className="max-h-[calc(100dvh-2rem)] overflow-y-auto"
          // A slip beside the dialog should not throw away a half-finished sign-in.
          onInteractOutside={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!plaid?.isShown) onClosed();
          }}
        >
          <Phase {...props} />
          {!mustStay && (
            <DialogClose
              aria-label="Close"
              className="absolute top-4 right-4 grid size-9 place-items-center rounded-lg text-muted-foreground hover:bg-muted hover:text-foreground"
            >
              <XIcon className="size-4" aria-hidden />
            </DialogClose>
          )}
        </DialogContent>
      </Dialog>
      {plaid && (
        <Suspense>
          <PlaidWindow
            linkToken={plaid.session.linkToken}
            onOpened={onShown}
            onSuccess={(publicToken, metadata) => onSuccess(plaid, publicToken, metadata)}
            onExit={(problem) => onClose(problem, plaid.target)}
          />
        </Suspense>
      )}
    </>
  );
}

function Phase({ kind, linking, sandbox, onOpen, onSuccess, onClose }: LinkDialogProps) {
  if (linking.phase === "closed") return null;
  if (linking.phase === "problem") return <Problem {...linking} />;
  if (linking.phase === "ended") return <LinkEnded end={linking.end} onOpen={onOpen} />;
  if (linking.phase === "finishing") {
    return <Waiting title={`Connecting ${linking.bank}…`}>This takes a few seconds.</Waiting>;
  }
  if (linking.phase === "opening" || kind === "plaid") {
    return <Waiting title="Opening the bank's window…">You sign in at your bank, not here.</Waiting>;
  }
  return (
    <SandboxWindow
      session={linking.session}
      target={linking.target}
      actions={sandbox}
      onSuccess={(publicToken, metadata) => onSuccess(linking, publicToken, metadata)}
      onExit={(problem) => onClose(problem, linking.target)}
    />
  );
}

function Waiting({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid min-h-56 place-content-center justify-items-center gap-3 text-center">
      <LoaderCircleIcon className="size-6 animate-spin text-primary" aria-hidden />
      <div role="status" className="grid gap-1.5">
        <DialogTitle>{title}</DialogTitle>
        <DialogDescription>{children}</DialogDescription>
      </div>
    </div>
  );
}

function Problem({ message, retry }: { message: string; retry: () => void }) {
  return (
    <>
      <DialogTitle className="pr-10">That did not work</DialogTitle>
      <Alert tone="destructive">
        <CircleAlertIcon aria-hidden />
        <DialogDescription className="text-foreground">{message}</DialogDescription>
      </Alert>
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="ghost">Close</Button>
        </DialogClose>
        <Button onClick={retry}>Try again</Button>
      </DialogFooter>
    </>
  );
}
