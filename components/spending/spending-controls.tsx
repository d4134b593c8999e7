"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Labelled } from "@/components/import/labelled";
import { Select } from "@/components/import/select";
import { buttonVariants } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import type { Period } from "@/lib/contract/money";
import { SPENDING_GROUPINGS, SPENDING_PERIODS, type SpendingQuery } from "@/lib/contract/spending-query";
import { spendingHref } from "./spending-href";

const PERIOD_NAMES: Record<(typeof SPENDING_PERIODS)[number], string> = {
  this_month: "This month",
  last_month: "Last month",
  last_30_days: "Last 30 days",
  last_90_days: "Last 90 days",
  this_quarter: "This quarter",
  last_quarter: "Last quarter",
  this_year: "This year",
  last_12_months: "Last 12 months",
  last_year: "Last year",
  all_time: "All time",
  custom: "Other days…",
};

const GROUPING_NAMES = { category: "Categories", merchant: "Merchants", account: "Accounts" };

type SpendingControlsProps = {
  query: SpendingQuery;
  /** The days that are shown, to begin with where others are chosen. */
  period: Period;
};

/** Which spending is shown, and beside what. All of it is in the address. */
export function SpendingControls({ query, period }: SpendingControlsProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const go = (change: Partial<SpendingQuery>) =>
    startTransition(() => router.push(spendingHref({ ...query, ...change }), { scroll: false }));

  return (
    <div className="grid gap-3" aria-busy={isPending}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Labelled label="Period">
          {(field) => (
            <Select
              {...field}
              value={query.period}
              onChange={(event) => {
                const chosen = SPENDING_PERIODS.find((one) => one === event.target.value) ?? "this_month";
                go({ period: chosen, days: chosen === "custom" ? period : null });
              }}
            >
              {SPENDING_PERIODS.map((one) => (
                <option key={one} value={one}>
                  {PERIOD_NAMES[one]}
                </option>
              ))}
            </Select>
          )}
        </Labelled>
        <Labelled label="Compared with">
          {(field) => (
            <Select
              {...field}
              value={query.against}
              onChange={(event) =>
                go({
                  against:
                    event.target.value === "same_period_last_year"
                      ? "same_period_last_year"
                      : "previous_period",
                })
              }
            >
              <option value="previous_period">The period before</option>
              <option value="same_period_last_year">The same time last year</option>
            </Select>
          )}
        </Labelled>
      </div>
      {query.days && (
        <Days
          key={`${query.days.start} ${query.days.end}`}
          days={query.days}
          onChange={(days) => go({ days })}
        />
      )}
      <nav aria-label="Spending by" className="flex w-fit gap-0.5 rounded-lg bg-secondary p-0.5">
        {SPENDING_GROUPINGS.map((by) => (
          <Link
            key={by}
            href={spendingHref({ ...query, by })}
            scroll={false}
            aria-current={by === query.by ? "page" : undefined}
            className={cn(
              buttonVariants({ variant: "ghost", size: "sm" }),
              by === query.by && "bg-card text-foreground shadow-xs hover:bg-card",
            )}
          >
            {GROUPING_NAMES[by]}
          </Link>
        ))}
      </nav>
    </div>
  );
}

type DaysProps = { days: Period; onChange: (days: Period) => void };

/** The days are shown when both are there: a date that is being typed is none yet. */
function Days({ days, onChange }: DaysProps) {
  const [typed, setTyped] = useState(days);
  const change = (next: Period) => {
    setTyped(next);
    if (next.start !== "" && next.end !== "") onChange(next);
  };
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Labelled label="From">
        {(field) => (
          <Input
            {...field}
            type="date"
            value={typed.start}
            onChange={(event) => change({ ...typed, start: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label="To">
        {(field) => (
          <Input
            {...field}
            type="date"
            value={typed.end}
            onChange={(event) => change({ ...typed, end: event.target.value })}
          />
        )}
      </Labelled>
    </div>
  );
}
