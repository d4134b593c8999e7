import { count } from "@/components/chat/results/words";
import { HowComputed } from "@/components/money/how-computed";
import { MoneyCard } from "@/components/money/money-card";
import type { RecurringResult } from "@/lib/contract/results/recurring-result";

type RecurringTotalsProps = { result: RecurringResult; timeZone: string };

/** What all that goes on costs, for each currency. */
export function RecurringTotals({ result, timeZone }: RecurringTotalsProps) {
  const out = result.totals.filter(({ direction }) => direction === "out");
  return (
    <MoneyCard
      title="What comes back"
      subtitle="Subscriptions and bills that go on"
      actions={<HowComputed about="what comes back" result={result} timeZone={timeZone} />}
    >
      <div className="grid gap-3 px-4 pb-4">
        {out.length === 0 && (
          <p className="text-muted-foreground text-sm">
            No payment has come back often enough to be sure. New ones are found as your banks are read.
          </p>
        )}
        {out.map(({ perMonth, perYear, seriesCount }) => (
          <div key={perYear.currency}>
            <p className="font-semibold text-3xl tabular-nums tracking-tight">
              {perMonth.formatted}
              <span className="font-normal text-base text-muted-foreground"> a month</span>
            </p>
            <p className="text-muted-foreground text-sm">
              {perYear.formatted} a year for {count(seriesCount, "payment")}
            </p>
          </div>
        ))}
      </div>
    </MoneyCard>
  );
}
