"use client";

import Link from "next/link";
import { AskLink } from "@/components/money/ask-link";
import { EditButtons } from "@/components/money/edit-buttons";
import { ProgressBar } from "@/components/money/progress-bar";
import type { ActionResult } from "@/lib/contract/error-body";
import type { Period } from "@/lib/contract/money";
import type { BudgetsResult } from "@/lib/contract/results/budgets-result";
import { formatMoney } from "@/lib/domain/money";
import { transactionsHref } from "@/lib/domain/transaction-search";

type Budget = BudgetsResult["budgets"][number];

type BudgetRowProps = {
  budget: Budget;
  period: Period;
  onEdit: () => void;
  /** Null where it cannot be changed. */
  onRemove: (() => Promise<ActionResult<void>>) | null;
};

const TONES = { within: "good", ahead: "caution", over: "over" } as const;

/** One budget: what is left, how much is used, and where an even pace would be. */
export function BudgetRow({ budget, period, onEdit, onRemove }: BudgetRowProps) {
  const { category, label, budgeted, spent, used, evenPace, status } = budget;
  const whole = budgeted.amountMinor || 1;
  return (
    <li className="grid gap-1.5 px-4 py-3">
      <div className="flex items-center justify-between gap-3">
        <h3 className="min-w-0 truncate font-medium text-sm">{label}</h3>
        <span className="flex shrink-0 items-center gap-1">
          <AskLink
            question={`How much of my ${label} budget is left, and what did I spend it on?`}
            about={label}
            isSmall
          />
          {onRemove && <EditButtons name={`the budget for ${label}`} onEdit={onEdit} onRemove={onRemove} />}
        </span>
      </div>
      <ProgressBar
        percent={(used?.basisPoints ?? 0) / 100}
        markAt={evenPace ? (evenPace.amountMinor / whole) * 100 : undefined}
        tone={TONES[status]}
      />
      <p className="flex flex-wrap justify-between gap-x-4 text-muted-foreground text-xs">
        <Link
          href={transactionsHref({ categories: [category], flows: ["spending"], period })}
          prefetch={false}
          className="tabular-nums underline-offset-4 hover:underline"
        >
          {spent.formatted} of {budgeted.formatted}
        </Link>
        <span>{standing(budget)}</span>
      </p>
    </li>
  );
}

function standing({ status, left, leftPerDay, projected }: Budget): string {
  if (status === "over") return `${formatMoney(Math.abs(left.amountMinor), left.currency)} over`;
  const perDay = leftPerDay ? `, ${leftPerDay.formatted} a day` : "";
  if (status === "ahead" && projected) {
    return `${left.formatted} left${perDay}; at this pace ${projected.formatted} by the end`;
  }
  return `${left.formatted} left${perDay}`;
}
