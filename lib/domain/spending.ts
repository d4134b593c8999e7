import { formatMonth, monthOf } from "./calendar";
import { categoryLabel } from "./categories";
import { sumByCurrency } from "./money";
import type { Transaction } from "./transaction";

/**
 * THE definition of spending; pages, tools, charts and digests use it and nothing else computes it.
 * Only rows whose flow is `spending` count (./classify-flow.ts says which). Own transfers and card payments never do.
 * A refund is such a row with money coming in, so it lowers the total and its category. Pending purchases count, once.
 * Currencies are never added to each other.
 */
export const SPENDING_DEFINITION = "spending.v1";

/** The same rows, but only purchases of some amount. Refunds have no part in "purchases over 50". */
export const PURCHASES_DEFINITION = "purchases.v1";

export const SPENDING_GROUPINGS = ["none", "category", "merchant", "month"] as const;
export type SpendingGrouping = (typeof SPENDING_GROUPINGS)[number];

type SpendingGroup = {
  /** Category id, merchant or `YYYY-MM`. */
  key: string;
  label: string;
  currency: string;
  /** Positive is money spent; negative when refunds were more. */
  amountMinor: number;
  rowCount: number;
};

export type SpendingSummary = {
  /** One per currency, largest first; minor units, positive is money spent. */
  totals: { currency: string; amountMinor: number }[];
  /** Months in order of time; all else largest first. */
  groups: SpendingGroup[];
  rowCount: number;
  /** What was counted, in the order given. */
  rows: Transaction[];
};

const GROUPINGS = {
  category: { keyOf: (row) => row.category, labelOf: categoryLabel },
  merchant: { keyOf: (row) => row.merchant, labelOf: (merchant) => merchant },
  month: { keyOf: (row) => monthOf(row.date), labelOf: formatMonth },
} as const satisfies Record<
  Exclude<SpendingGrouping, "none">,
  { keyOf: (row: Transaction) => string; labelOf: (key: string) => string }
>;

/** Sums the spending among the rows. Rows that are not spending are ignored, so the caller cannot get it wrong. */
export function summariseSpending(
  rows: readonly Transaction[],
  groupBy: SpendingGrouping = "none",
): SpendingSummary {
  const spending = rows.filter((row) => row.flow === "spending");
  return {
    totals: sumByCurrency(spending.map(spentOf)),
    groups: groupBy === "none" ? [] : groupSpending(spending, groupBy),
    rowCount: spending.length,
    rows: spending,
  };
}

const spentOf = ({ amountMinor, currency }: Transaction) => ({
  amountMinor: amountMinor === 0 ? 0 : -amountMinor,
  currency,
});

function groupSpending(
  rows: readonly Transaction[],
  groupBy: Exclude<SpendingGrouping, "none">,
): SpendingGroup[] {
  const { keyOf, labelOf } = GROUPINGS[groupBy];
  const groups = new Map<string, SpendingGroup>();
  for (const row of rows) {
    const key = keyOf(row);
    const { amountMinor, currency } = spentOf(row);
    const id = `${currency} ${key}`;
    const group = groups.get(id) ?? { key, label: labelOf(key), currency, amountMinor: 0, rowCount: 0 };
    group.amountMinor += amountMinor;
    group.rowCount += 1;
    groups.set(id, group);
  }
  return [...groups.values()].sort(groupBy === "month" ? byTime : bySize);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const bySize = (a: SpendingGroup, b: SpendingGroup): number =>
  b.amountMinor - a.amountMinor || compareText(a.key, b.key) || compareText(a.currency, b.currency);

const byTime = (a: SpendingGroup, b: SpendingGroup): number =>
  compareText(a.key, b.key) || compareText(a.currency, b.currency);
