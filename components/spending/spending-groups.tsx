import Link from "next/link";
import { count, noteOfCut } from "@/components/chat/results/words";
import { AskLink } from "@/components/money/ask-link";
import { MoneyCard } from "@/components/money/money-card";
import type { ComparisonResult } from "@/lib/contract/results/comparison-result";
import type { SpendingResult } from "@/lib/contract/results/spending-result";
import { formatPeriod } from "@/lib/domain/period";
import { transactionsHref } from "@/lib/domain/transaction-search";
import { ChangeText } from "./change-text";

type Group = SpendingResult["groups"][number];

type SpendingGroupsProps = { summary: SpendingResult; comparison: ComparisonResult };

const TITLES = { category: "By category", merchant: "By merchant", account: "By account" };

/** What was spent on what, largest first; each opens the rows behind it. One list for each currency. */
export function SpendingGroups({ summary, comparison }: SpendingGroupsProps) {
  const { groups, groupCount, groupBy, totals } = summary;
  const title = groupBy in TITLES ? TITLES[groupBy as keyof typeof TITLES] : "Spending";
  const note = noteOfCut(groups.length, groupCount ?? groups.length).note;
  return totals.map(({ currency }) => {
    const own = groups.filter(({ amount }) => amount.currency === currency);
    const largest = Math.max(...own.map(({ amount }) => amount.amountMinor), 1);
    return (
      <MoneyCard
        key={currency}
        title={totals.length > 1 ? `${title}, in ${currency}` : title}
        subtitle={note}
        actions={
          <AskLink
            question={`What did I spend by ${groupBy} from ${formatPeriod(summary.period)}?`}
            about={`spending ${title.toLowerCase()}`}
          />
        }
      >
        {own.length === 0 && (
          <p className="px-4 pb-5 text-muted-foreground text-sm">Nothing was spent in this time.</p>
        )}
        <ul className="divide-y border-t empty:hidden">
          {own.map((group) => (
            <GroupRow
              key={group.key}
              group={group}
              width={Math.max(0, (group.amount.amountMinor / largest) * 100)}
              summary={summary}
              change={comparison.groups.find(
                ({ key, now }) => key === group.key && now.currency === currency,
              )}
            />
          ))}
        </ul>
      </MoneyCard>
    );
  });
}

type GroupRowProps = {
  group: Group;
  /** Of the bar, in percent. */
  width: number;
  summary: SpendingResult;
  change: ComparisonResult["groups"][number] | undefined;
};

function GroupRow({ group, width, summary: { groupBy, period }, change }: GroupRowProps) {
  const { key, label, amount, rowCount, share } = group;
  const href = transactionsHref({
    flows: ["spending"],
    period,
    ...(groupBy === "category" && { categories: [key] }),
    ...(groupBy === "merchant" && { merchants: [key] }),
    ...(groupBy === "account" && { accounts: [key] }),
  });
  return (
    <li className="relative flex items-center gap-2 pr-2 hover:bg-muted/50">
      <Link href={href} prefetch={false} className="min-w-0 flex-1 px-4 py-3 focus-visible:-outline-offset-2">
        <span className="flex items-baseline justify-between gap-3">
          <span className="min-w-0 truncate text-sm">{label}</span>
          <span className="amount font-medium text-sm">{amount.formatted}</span>
        </span>
        <span aria-hidden className="mt-1.5 mb-1 block h-1.5 overflow-hidden rounded-full bg-muted">
          <span className="block h-full rounded-full bg-primary/75" style={{ width: `${width}%` }} />
        </span>
        <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-muted-foreground text-xs">
          <span>
            {count(rowCount, "transaction")}
            {share && ` · ${share.formatted}`}
          </span>
          {change && <ChangeText change={change} />}
        </span>
      </Link>
      <AskLink
        question={`What did I spend ${groupBy === "category" ? "on" : groupBy === "merchant" ? "at" : "from"} ${label} in the last 12 months, by month?`}
        about={label}
        isSmall
      />
    </li>
  );
}
