"use client";

import { PlusIcon } from "lucide-react";
import { useState } from "react";
import { count } from "@/components/chat/results/words";
import { AskLink } from "@/components/money/ask-link";
import { HowComputed } from "@/components/money/how-computed";
import { MoneyCard } from "@/components/money/money-card";
import { Button } from "@/components/ui/button";
import type { BudgetsResult } from "@/lib/contract/results/budgets-result";
import { formatMonth } from "@/lib/domain/calendar";
import type { BudgetActions } from "./budget-actions";
import { BudgetDialog } from "./budget-dialog";
import { BudgetRow } from "./budget-row";

type BudgetListProps = {
  result: BudgetsResult;
  currencies: readonly string[];
  timeZone: string;
  /** Null where nothing can be changed. */
  actions: BudgetActions | null;
};

type Budget = BudgetsResult["budgets"][number];

/** The budgets of this month, all together and one by one. */
export function BudgetList({ result, currencies, timeZone, actions }: BudgetListProps) {
  const { budgets, totals, period, daysLeft } = result;
  const [edited, setEdited] = useState<Budget | "new" | null>(null);
  return (
    <>
      <MoneyCard
        title={`Budgets in ${formatMonth(period.start)}`}
        subtitle={`${count(daysLeft, "day")} left, today included`}
        actions={
          <>
            <HowComputed about="budgets" result={result} timeZone={timeZone} />
            <AskLink question="How am I doing on my budgets this month?" about="budgets" />
          </>
        }
      >
        <div className="flex flex-wrap items-end justify-between gap-4 px-4 pb-4">
          <div>
            {totals.map(({ left, budgeted, spent }) => (
              <p key={left.currency}>
                <span className="block font-semibold text-3xl tabular-nums tracking-tight">
                  {left.formatted}
                  <span className="font-normal text-base text-muted-foreground"> left</span>
                </span>
                <span className="block text-muted-foreground text-sm">
                  {spent.formatted} spent of {budgeted.formatted}
                </span>
              </p>
            ))}
            {budgets.length === 0 && (
              <p className="max-w-md text-pretty text-muted-foreground text-sm leading-relaxed">
                No budget yet. Set one for a category that you want to keep an eye on, and see each month how
                much of it is left.
              </p>
            )}
          </div>
          {actions && (
            <Button onClick={() => setEdited("new")}>
              <PlusIcon aria-hidden /> Add a budget
            </Button>
          )}
        </div>
        <ul aria-label="Budgets" className="divide-y border-t empty:hidden">
          {budgets.map((budget) => (
            <BudgetRow
              key={`${budget.category} ${budget.budgeted.currency}`}
              budget={budget}
              period={period}
              onEdit={() => setEdited(budget)}
              onRemove={
                actions &&
                (() => actions.remove({ category: budget.category, currency: budget.budgeted.currency }))
              }
            />
          ))}
        </ul>
      </MoneyCard>
      {edited && actions && (
        <BudgetDialog
          budget={edited === "new" ? null : edited}
          taken={budgets}
          currencies={currencies}
          onSet={actions.set}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
