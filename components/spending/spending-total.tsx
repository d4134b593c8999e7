import { AskLink } from "@/components/money/ask-link";
import { HowComputed } from "@/components/money/how-computed";
import { MoneyCard } from "@/components/money/money-card";
import type { ComparisonResult } from "@/lib/contract/results/comparison-result";
import type { SpendingResult } from "@/lib/contract/results/spending-result";
import { formatPeriod } from "@/lib/domain/period";
import { ChangeText } from "./change-text";

type SpendingTotalProps = { summary: SpendingResult; comparison: ComparisonResult; timeZone: string };

/** All spending of the period, one amount for each currency, and how it was before. */
export function SpendingTotal({ summary, comparison, timeZone }: SpendingTotalProps) {
  const { totals, period, statistics = [] } = summary;
  const days = formatPeriod(period);
  return (
    <MoneyCard
      title="Spent"
      subtitle={days}
      actions={
        <>
          <HowComputed about="spending" result={summary} timeZone={timeZone} />
          <AskLink
            question={`Why did my spending change from ${formatPeriod(comparison.against)} to ${days}?`}
            about="this change"
          />
        </>
      }
    >
      <div className="grid gap-3 px-4 pb-4">
        {totals.map((total) => {
          const change = comparison.totals.find(({ now }) => now.currency === total.currency);
          const perMonth = statistics.find(({ currency }) => currency === total.currency)?.averagePerMonth;
          return (
            <div key={total.currency}>
              <p className="font-semibold text-3xl tabular-nums tracking-tight">{total.formatted}</p>
              {change && (
                <p className="mt-1 text-sm">
                  <ChangeText change={change} />
                  <span className="text-muted-foreground">
                    {change.direction === "same" ? " from " : " than "}
                    {change.before.formatted}, {formatPeriod(comparison.against)}
                  </span>
                </p>
              )}
              {perMonth && (
                <p className="text-muted-foreground text-sm">{perMonth.formatted} in a usual month</p>
              )}
            </div>
          );
        })}
        {comparison.caveats?.map((caveat) => (
          <p key={caveat} className="text-muted-foreground text-xs">
            {caveat}
          </p>
        ))}
      </div>
    </MoneyCard>
  );
}
