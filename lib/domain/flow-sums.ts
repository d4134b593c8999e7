import { formatDate, formatMonth, monthOf } from "./calendar";
import { categoryLabel } from "./categories";
import { compareText } from "./compare-text";
import { weekPeriod } from "./period";
import type { BareTransaction, Flow } from "./transaction";

export const GROUPINGS = ["none", "category", "merchant", "account", "month", "week", "day"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the rows of one flow, one group and one currency come to. Amounts in minor units. */
export type FlowSum = {
  flow: Flow;
  /** Category id, merchant, account id, `YYYY-MM`, the Monday of a week, or a date; empty when not grouped. */
  key: string;
  currency: string;
  /** Money in less money out. */
  netMinor: number;
  /** Money in alone. */
  inMinor: number;
  rowCount: number;
  /** Rows with money in. */
  inCount: number;
  /** Rows with money out. */
  outCount: number;
};

const KEY_OF = {
  none: () => "",
  category: (row) => row.category,
  merchant: (row) => row.merchant,
  account: (row) => row.accountId,
  month: (row) => monthOf(row.date),
  week: (row) => weekPeriod(row.date).start,
  day: (row) => row.date,
} as const satisfies Record<Grouping, (row: BareTransaction) => string>;

/** Sums rows per flow, group and currency. The SQL of ../db/queries/flow-sums.ts must agree; a test compares them. */
export function sumFlows(rows: readonly BareTransaction[], groupBy: Grouping): FlowSum[] {
  const sums = new Map<string, FlowSum>();
  for (const row of rows) {
    const { flow, currency, amountMinor } = row;
    const key = KEY_OF[groupBy](row);
    const id = `${flow} ${currency} ${key}`;
    const sum = sums.get(id) ?? { flow, key, currency, ...NOTHING };
    sum.netMinor += amountMinor;
    sum.inMinor += Math.max(amountMinor, 0);
    sum.rowCount += 1;
    sum.inCount += Number(amountMinor > 0);
    sum.outCount += Number(amountMinor < 0);
    sums.set(id, sum);
  }
  return [...sums.values()].sort(byGroup);
}

/** Sums of rows less those of some of the same rows, grouped alike: what the others come to. Groups that are left empty go. */
export function withoutSums(all: readonly FlowSum[], some: readonly FlowSum[]): FlowSum[] {
  const idOf = ({ flow, currency, key }: FlowSum) => `${flow} ${currency} ${key}`;
  const left = new Map(all.map((sum) => [idOf(sum), { ...sum }]));
  for (const less of some) {
    const sum = left.get(idOf(less));
    if (sum === undefined) continue;
    sum.netMinor -= less.netMinor;
    sum.inMinor -= less.inMinor;
    sum.rowCount -= less.rowCount;
    sum.inCount -= less.inCount;
    sum.outCount -= less.outCount;
  }
  return [...left.values()].filter(({ rowCount }) => rowCount > 0);
}

const NOTHING = { netMinor: 0, inMinor: 0, rowCount: 0, inCount: 0, outCount: 0 };

/** By flow, group and currency: an order that does not depend on that of the rows. */
export const byGroup = (a: FlowSum, b: FlowSum): number =>
  compareText(a.flow, b.flow) || compareText(a.key, b.key) || compareText(a.currency, b.currency);

/** Groups of time stay in the order of time; all others come largest first. */
export const isTimeGrouping = (groupBy: Grouping): boolean =>
  groupBy === "month" || groupBy === "week" || groupBy === "day";

/** What people call a group. @param accountNames by account id */
export function groupLabel(
  groupBy: Grouping,
  key: string,
  accountNames: ReadonlyMap<string, string>,
): string {
  switch (groupBy) {
    case "category":
      return categoryLabel(key);
    case "account":
      return accountNames.get(key) ?? "Another account";
    case "month":
      return formatMonth(key);
    case "week":
      return `Week of ${formatDate(key)}`;
    case "day":
      return formatDate(key);
    default:
      return key;
  }
}
