"use client";

import { CircleAlertIcon, LoaderCircleIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
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
import type { ConnectionView } from "@/lib/contract/banking";
import type { ActionResult } from "@/lib/contract/error-body";
import { ACCOUNTS_HEADING } from "./accounts-heading";

type DisconnectDialogProps = {
  connection: ConnectionView;
  disconnect: () => Promise<ActionResult<void>>;
  onClose: () => void;
};

/** Says what will be gone before it is. */
export function DisconnectDialog({ connection, disconnect, onClose }: DisconnectDialogProps) {
  const { institutionName: bank, source, status } = connection;
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const isDone = useRef(false);
  const isLive = source === "plaid" && status !== "revoked";
  const verb = isLive ? "Disconnect" : "Remove";

  function onConfirm() {
    startTransition(async () => {
      setProblem(null);
      const result = await disconnect();
      if (!result.ok) {
        setProblem(result.error.message);
        return;
      }
      isDone.current = true;
      onClose();
      router.refresh();
    });
  }

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && !isPending && onClose()}>
      <DialogContent
        role="alertdialog"
        onCloseAutoFocus={(event) => {
          if (!isDone.current) return;
          // The button that opened this goes with the card.
          event.preventDefault();
          document.getElementById(ACCOUNTS_HEADING)?.focus();
        }}
      >
        <div className="grid gap-3">
          <DialogTitle>
            {verb} {bank}?
          </DialogTitle>
          <DialogDescription>
            {isLive && "Purser’s access to this bank ends, at Plaid too. "}
            {connection.accounts.length > 0
              ? "These are deleted here for good:"
              : "It goes from this page. Nothing else is left of it here."}
          </DialogDescription>
          {connection.accounts.length > 0 && (
            <ul className="grid list-disc gap-1 pl-5 text-sm">
              <li>
                {connection.accounts.length === 1 ? "1 account" : `${connection.accounts.length} accounts`}:{" "}
                {connection.accounts.map(({ name }) => name).join(", ")}
              </li>
              <li>
                {isLive ? "all transactions that the bank sent" : "all their transactions"}, and what you
                changed on them
              </li>
              <li>the history of their balances</li>
            </ul>
          )}
          <p className="text-muted-foreground text-sm">
            {isLive && "What you imported from files stays, as a bank of files. "}
            Your conversations stay, with the numbers that they were written with.
          </p>
        </div>
        {problem && (
          <Alert tone="destructive">
            <CircleAlertIcon aria-hidden />
            {problem}
          </Alert>
        )}
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="ghost" disabled={isPending}>
              Cancel
            </Button>
          </DialogClose>
          <Button variant="destructive" disabled={isPending} onClick={onConfirm}>
            {isPending && <LoaderCircleIcon className="animate-spin" aria-hidden />}
            {isPending ? "Deleting…" : verb}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
