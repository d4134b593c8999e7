"use client";

import { MergeIcon, SplitIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { formatMoney } from "@/lib/domain/money";
import type { TransactionDetails } from "@/lib/domain/transaction-details";
import { SplitForm } from "./split-form";
import type { Changes } from "./use-changes";

type SplitSectionProps = { details: TransactionDetails; changes: Changes; onGone: () => void };

/** Gives parts of a row categories of their own, and puts them together again. */
export function SplitSection({ details, changes, onGone }: SplitSectionProps) {
  const { id, partOf, pending, currency } = details;
  const { isBusy, split } = changes;
  const [isOpen, setOpen] = useState(false);
  // The amount of a pending row may still change; nothing can be cut off from the smallest one.
  if (pending || (!partOf && Math.abs(details.amountMinor) < 2)) return null;

  async function join(wholeId: string) {
    if ((await split(wholeId, null)) && wholeId !== id) onGone();
  }

  return (
    <section aria-label="Split" className="grid gap-2">
      {partOf ? (
        <div className="flex flex-wrap items-center gap-2">
          <p className="text-sm">Part of {formatMoney(partOf.amountMinor, currency)}</p>
          <Button variant="ghost" size="sm" disabled={isBusy} onClick={() => void join(partOf.id)}>
            <MergeIcon aria-hidden /> Join again
          </Button>
        </div>
      ) : isOpen ? (
        <SplitForm
          details={details}
          isBusy={isBusy}
          onCancel={() => setOpen(false)}
          onSplit={async (parts) => {
            if (await split(id, parts)) setOpen(false);
          }}
        />
      ) : (
        <Button
          variant="outline"
          className="justify-self-start"
          disabled={isBusy}
          onClick={() => setOpen(true)}
        >
          <SplitIcon aria-hidden /> Split
        </Button>
      )}
    </section>
  );
}
