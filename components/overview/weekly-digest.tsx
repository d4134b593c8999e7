"use client";

import { XIcon } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useOptimistic, useState, useTransition } from "react";
import { AskLink } from "@/components/money/ask-link";
import { MoneyCard } from "@/components/money/money-card";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { Digest, OneDigest } from "@/lib/contract/digest";
import type { ActionResult } from "@/lib/contract/error-body";
import { formatDate, formatDayOfYear } from "@/lib/domain/calendar";
import { transactionsHref } from "@/lib/domain/transaction-search";

type WeeklyDigestProps = {
  digest: Digest;
  /** Null where it cannot be put away. */
  onDismiss: ((input: OneDigest) => Promise<ActionResult<void>>) | null;
};

/** What last week was like; goes when it was read. */
export function WeeklyDigest({ digest, onDismiss }: WeeklyDigestProps) {
  const { week, spending, biggest, bills, insights } = digest;
  const [isGone, hide] = useOptimistic(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [, startTransition] = useTransition();
  if (isGone) return null;

  const dismiss = (put: NonNullable<typeof onDismiss>) =>
    startTransition(async () => {
      hide(true);
      const result = await put({ weekStart: week.start }).catch(() => null);
      if (!result?.ok) setProblem(result?.error.message ?? "It could not be put away. Try again.");
    });

  return (
    <MoneyCard
      title="Your week"
      subtitle={`${formatDayOfYear(week.start)} to ${formatDate(week.end)}`}
      actions={
        <>
          <AskLink
            question={`How did I spend my money from ${formatDate(week.start)} to ${formatDate(week.end)}?`}
            about="your week"
            isSmall
          />
          {onDismiss && (
            <Button variant="ghost" size="icon-sm" aria-label="Put away" onClick={() => dismiss(onDismiss)}>
              <XIcon />
            </Button>
          )}
        </>
      }
    >
      {problem && (
        <Alert tone="destructive" className="mx-4 mb-3">
          {problem}
        </Alert>
      )}
      <div className="grid gap-x-6 gap-y-4 px-4 pb-4 text-sm sm:grid-cols-3">
        <Part heading="Spending">
          {spending.length === 0 && <li className="text-muted-foreground">Nothing was spent.</li>}
          {spending.map(({ spent, usual }) => (
            <li key={spent.currency}>
              <Link
                href={transactionsHref({ period: week, flows: ["spending"] })}
                className="amount text-base underline-offset-4 hover:underline"
              >
                {spent.formatted}
              </Link>
              {usual && (
                <span className="block text-muted-foreground text-xs">{usual.formatted} in a usual week</span>
              )}
            </li>
          ))}
          {insights.map(({ title }) => (
            <li key={title} className="text-pretty text-muted-foreground">
              {title}
            </li>
          ))}
        </Part>
        <Part heading="What cost most">
          {biggest.map(({ id, merchant, amount }) => (
            <Line key={id} name={merchant} amount={amount.formatted} />
          ))}
        </Part>
        <Part heading="Next seven days">
          {bills.length === 0 && <li className="text-muted-foreground">No bill is expected.</li>}
          {bills.map(({ name, date, amount, isEstimate }) => (
            <Line
              key={`${date} ${name}`}
              name={name}
              date={formatDayOfYear(date)}
              amount={`${isEstimate ? "about " : ""}${amount.formatted}`}
            />
          ))}
        </Part>
      </div>
    </MoneyCard>
  );
}

function Part({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="min-w-0 space-y-1.5">
      <h3 className="text-muted-foreground text-xs">{heading}</h3>
      <ul className="space-y-1.5">{children}</ul>
    </section>
  );
}

function Line({ name, date, amount }: { name: string; date?: string; amount: string }) {
  return (
    <li className="flex items-baseline gap-3">
      <span className="flex min-w-0 flex-1 gap-1.5">
        <span className="truncate">{name}</span>
        {date && <span className="shrink-0 text-muted-foreground">{date}</span>}
      </span>
      <span className="amount">{amount}</span>
    </li>
  );
}
