"use client";

import { ChevronDownIcon, PlusIcon, XIcon } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { MAX_PARTS, type SplitPart } from "@/lib/contract/proposals";
import { categoryLabel } from "@/lib/domain/categories";
import { readAmount } from "@/lib/domain/import/read-amount";
import { formatMoney } from "@/lib/domain/money";
import { isSplitOf, remainderOf } from "@/lib/domain/split";
import type { TransactionDetails } from "@/lib/domain/transaction-details";
import { CategoryPicker } from "./category-picker";

type SplitFormProps = {
  details: Pick<TransactionDetails, "amountMinor" | "currency" | "category">;
  isBusy: boolean;
  onSplit: (parts: SplitPart[]) => Promise<void>;
  onCancel: () => void;
};

type WrittenPart = { key: number; written: string; category: string };

/** Parts that are taken off a row; what is left of it stays as it is, so that all of them are always the whole. */
export function SplitForm({ details, isBusy, onSplit, onCancel }: SplitFormProps) {
  const { amountMinor, currency, category } = details;
  const [parts, setParts] = useState<WrittenPart[]>([{ key: 0, written: "", category: "uncategorized" }]);
  const sign = amountMinor < 0 ? -1 : 1;
  const amounts = parts.map(({ written }) => {
    const read = readAmount(written, ".", currency);
    return read.kind === "amount" ? sign * Math.abs(read.minor) : 0;
  });
  const left = remainderOf(amountMinor, amounts);
  const canSplit = isSplitOf(amountMinor, [left, ...amounts]);
  const isTooMuch = left === 0 || left > 0 !== amountMinor > 0;
  const write = (key: number, change: Partial<WrittenPart>) =>
    setParts(parts.map((part) => (part.key === key ? { ...part, ...change } : part)));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!canSplit || isBusy) return;
    const taken = parts.map((part, index) => ({
      amountMinor: amounts[index] ?? 0,
      category: part.category,
      note: null,
    }));
    void onSplit([{ amountMinor: left, category, note: null }, ...taken]);
  }

  return (
    <form onSubmit={submit} className="grid gap-3 rounded-xl border p-3.5">
      {parts.map((part, index) => (
        <fieldset key={part.key} className="flex items-center gap-2">
          <legend className="sr-only">Part {index + 1}</legend>
          <Input
            aria-label="Amount"
            inputMode="decimal"
            placeholder="0.00"
            autoFocus
            className="amount w-28 shrink-0"
            value={part.written}
            aria-invalid={part.written !== "" && (amounts[index] === 0 || isTooMuch)}
            onChange={(event) => write(part.key, { written: event.target.value })}
          />
          <CategoryPicker value={part.category} onPick={(to) => write(part.key, { category: to })}>
            <Button variant="outline" className="h-10 min-w-0 flex-1 justify-between">
              <span className="truncate">{categoryLabel(part.category)}</span>
              <ChevronDownIcon aria-hidden className="opacity-60" />
            </Button>
          </CategoryPicker>
          {parts.length > 1 && (
            <Button
              variant="ghost"
              size="icon"
              aria-label={`Remove part ${index + 1}`}
              onClick={() => setParts(parts.filter(({ key }) => key !== part.key))}
            >
              <XIcon aria-hidden />
            </Button>
          )}
        </fieldset>
      ))}
      {parts.length < MAX_PARTS - 1 && (
        <Button
          variant="ghost"
          size="sm"
          className="justify-self-start"
          onClick={() => {
            const key = Math.max(...parts.map((part) => part.key)) + 1;
            setParts([...parts, { key, written: "", category: "uncategorized" }]);
          }}
        >
          <PlusIcon aria-hidden /> Another part
        </Button>
      )}
      <p role="status" className={isTooMuch ? "text-destructive text-sm" : "text-sm"}>
        {isTooMuch
          ? `The parts must be less than ${formatMoney(Math.abs(amountMinor), currency)}.`
          : `${formatMoney(Math.abs(left), currency)} stays in ${categoryLabel(category)}.`}
      </p>
      <div className="flex gap-2">
        <Button type="submit" size="sm" disabled={!canSplit || isBusy}>
          Split
        </Button>
        <Button size="sm" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
