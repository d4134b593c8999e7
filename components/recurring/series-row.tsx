import { ChevronRightIcon } from "lucide-react";
import Link from "next/link";
import { AskLink } from "@/components/money/ask-link";
import type { RecurringSeries } from "@/lib/contract/results/recurring-result";
import { formatDate, formatDayOfYear } from "@/lib/domain/calendar";
import { transactionsHref } from "@/lib/domain/transaction-search";
import { PriceTable } from "./price-table";

const CADENCE_WORDS: Record<RecurringSeries["cadence"], string> = {
  weekly: "Every week",
  fortnightly: "Every two weeks",
  twice_monthly: "Twice a month",
  monthly: "Every month",
  quarterly: "Every quarter",
  yearly: "Every year",
  irregular: "Now and then",
};

/** One payment that comes back: when next, what a year costs, and behind a click how its price went. */
export function SeriesRow({ series }: { series: RecurringSeries }) {
  const { name, amount, isVariable, perYear, direction } = series;
  return (
    <li>
      <details className="group">
        <summary className="flex cursor-pointer list-none items-center gap-3 px-4 py-3 hover:bg-muted/50 focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden">
          <ChevronRightIcon
            className="size-4 shrink-0 text-muted-foreground transition-transform group-open:rotate-90"
            aria-hidden
          />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium text-sm">{name}</span>
            <span className="block truncate text-muted-foreground text-xs">
              {CADENCE_WORDS[series.cadence]} · <NextDate series={series} />
            </span>
          </span>
          <span className="shrink-0 text-right">
            <span className="amount block font-medium text-sm">
              {isVariable && <span className="font-normal text-muted-foreground">about </span>}
              {amount.formatted}
            </span>
            {perYear && (
              <span className="amount block text-muted-foreground text-xs">{perYear.formatted} a year</span>
            )}
          </span>
        </summary>
        <div className="flex items-start justify-between gap-3 px-4 pb-3 pl-11 text-sm">
          <div className="grid gap-2">
            <Facts series={series} />
            <PriceTable series={series} />
            <Link
              href={transactionsHref({ merchants: [name] })}
              prefetch={false}
              className="w-fit text-primary text-xs underline-offset-4 hover:underline"
            >
              {`See the ${series.seen} transactions`}
            </Link>
          </div>
          <AskLink
            question={
              direction === "in"
                ? `How much did ${name} pay me in the last 12 months, by month?`
                : `What does ${name} cost me, and when did its price change?`
            }
            about={name}
          />
        </div>
      </details>
    </li>
  );
}

function NextDate({ series: { status, lastDate, nextDate, isOverdue } }: { series: RecurringSeries }) {
  if (status === "ended") return `ended, last on ${formatDate(lastDate)}`;
  if (nextDate === null) return `last on ${formatDate(lastDate)}`;
  if (isOverdue) return <span className="text-caution">expected on {formatDayOfYear(nextDate)}, late</span>;
  return `next on ${formatDayOfYear(nextDate)}`;
}

function Facts({ series: { firstDate, category, account } }: { series: RecurringSeries }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-xs">
      <dt className="text-muted-foreground">Since</dt>
      <dd>{formatDate(firstDate)}</dd>
      <dt className="text-muted-foreground">Filed under</dt>
      <dd>
        {category} · {account}
      </dd>
    </dl>
  );
}
