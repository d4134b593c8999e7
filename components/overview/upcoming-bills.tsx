import Link from "next/link";
import { AskLink } from "@/components/money/ask-link";
import { HowComputed } from "@/components/money/how-computed";
import { MoneyCard } from "@/components/money/money-card";
import type { UpcomingResult } from "@/lib/contract/results/upcoming-result";
import { formatDayOfYear } from "@/lib/domain/calendar";

const SHOWN = 6;

type UpcomingBillsProps = { result: UpcomingResult; timeZone: string };

/** What must be paid in the next days, what is late first. */
export function UpcomingBills({ result, timeZone }: UpcomingBillsProps) {
  const { bills, billCount, totals } = result;
  return (
    <MoneyCard
      title="Upcoming bills"
      subtitle={`${totals.map(({ formatted }) => formatted).join(" and ") || "Nothing"} in the next 30 days`}
      actions={
        <>
          <HowComputed about="upcoming bills" result={result} timeZone={timeZone} />
          <AskLink question="Which bills are due in the next 30 days?" about="upcoming bills" isSmall />
        </>
      }
    >
      {bills.length === 0 ? (
        <p className="px-4 pb-5 text-muted-foreground text-sm">No bill is expected. Enjoy the quiet.</p>
      ) : (
        <ul className="divide-y border-t">
          {bills.slice(0, SHOWN).map((bill) => (
            <li
              key={`${bill.date} ${bill.name} ${bill.account}`}
              className="flex items-baseline gap-3 px-4 py-2.5 text-sm"
            >
              <span className="w-14 shrink-0 text-muted-foreground tabular-nums">
                {formatDayOfYear(bill.date)}
              </span>
              <span className="min-w-0 flex-1">
                <span className="block truncate">{bill.name}</span>
                <span className="block truncate text-muted-foreground text-xs">
                  {bill.isOverdue && <span className="text-caution">Late · </span>}
                  {bill.statementBalance ? `Minimum of ${bill.statementBalance.formatted}` : bill.account}
                </span>
              </span>
              <span className="amount">
                {bill.isEstimate && <span className="text-muted-foreground">about </span>}
                {bill.amount.formatted}
              </span>
            </li>
          ))}
        </ul>
      )}
      {billCount > SHOWN && (
        <p className="border-t px-4 py-2.5 text-sm">
          <Link href="/recurring" className="text-primary underline-offset-4 hover:underline">
            {`All ${billCount} bills and subscriptions`}
          </Link>
        </p>
      )}
    </MoneyCard>
  );
}
