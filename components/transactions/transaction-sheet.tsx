"use client";

import { useEffect, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogDescription, DialogTitle, SheetContent } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { TransactionLine } from "@/lib/contract/transactions";
import { formatDate } from "@/lib/domain/calendar";
import { meaningInWords, type TransactionDetails } from "@/lib/domain/transaction-details";
import { ChangeToast } from "./change-toast";
import type { TransactionActions } from "./transaction-actions";
import { TransactionEditor } from "./transaction-editor";
import { TransactionFacts } from "./transaction-facts";
import type { Changes } from "./use-changes";

type TransactionSheetProps = {
  row: TransactionLine;
  changes: Changes;
  canEdit: boolean;
  readDetails: TransactionActions["details"];
  onClose: () => void;
  /** Once it is gone and holds the keyboard no more. */
  onClosed: () => void;
};

type Reading = { details?: TransactionDetails; problem?: string };

/** Everything that is known of a row, and what the person can say of it. */
export function TransactionSheet({
  row,
  changes,
  canEdit,
  readDetails,
  onClose,
  onClosed,
}: TransactionSheetProps) {
  const [{ details, problem }, setReading] = useState<Reading>({});
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after every change, and when asked to
  useEffect(() => {
    let isGone = false;
    void readDetails({ id: row.id })
      .catch(() => null)
      .then((result) => {
        if (isGone) return;
        if (result?.ok) setReading({ details: result.data });
        else
          setReading({
            problem: result?.error.message ?? "This could not be loaded. Check your connection.",
          });
      });
    return () => {
      isGone = true;
    };
  }, [row.id, readDetails, changes.version, attempt]);

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent
        side="right"
        className="max-sm:w-full"
        onCloseAutoFocus={(event) => {
          // No button has opened it, so that it knows nothing to go back to.
          event.preventDefault();
          onClosed();
        }}
      >
        <div className="scrollbar-quiet grid min-h-0 flex-1 content-start gap-6 overflow-y-auto p-5 pt-4 pb-24">
          <header className="grid gap-1 pr-10">
            <DialogTitle className="break-words text-lg">{row.merchant}</DialogTitle>
            <p className="amount font-semibold text-3xl tracking-tight">
              {row.amount.amountMinor > 0 ? `+${row.amount.formatted}` : row.amount.formatted}
            </p>
            <DialogDescription>
              {formatDate(row.date)}
              {row.pending && " · pending"} ·{" "}
              {meaningInWords({ flow: row.flow, amountMinor: row.amount.amountMinor })}
            </DialogDescription>
          </header>
          {problem && (
            <Alert tone="destructive">
              <span className="flex-1">{problem}</span>
              <Button size="sm" variant="outline" onClick={() => setAttempt(attempt + 1)}>
                Try again
              </Button>
            </Alert>
          )}
          {!details && !problem && <DetailsSkeleton />}
          {details && (
            <>
              <TransactionEditor
                key={details.note}
                details={details}
                changes={changes}
                canEdit={canEdit}
                onGone={onClose}
              />
              <TransactionFacts details={details} />
            </>
          )}
        </div>
        {/* Outside of the sheet nothing can be pressed while it is open. */}
        <ChangeToast changes={changes} />
      </SheetContent>
    </Dialog>
  );
}

function DetailsSkeleton() {
  return (
    <div role="status" aria-label="Loading the transaction" className="grid gap-3">
      <Skeleton className="h-10" />
      <Skeleton className="h-16" />
      <Skeleton className="h-5 w-3/4" />
      <Skeleton className="h-5 w-2/3" />
      <Skeleton className="h-5 w-4/5" />
    </div>
  );
}
