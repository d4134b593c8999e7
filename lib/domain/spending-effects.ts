import { categoryLabel } from "./categories";
import { summariseFlow } from "./flow-summary";
import { sumFlows } from "./flow-sums";
import { summariseSpending } from "./spending";
import type { Flow, Transaction } from "./transaction";

/** A total that a change of rows moves. Minor units. */
export type TotalEffect = { label: string; currency: string; beforeMinor: number; afterMinor: number };

/**
 * Which totals of these rows another meaning of some of them moves: spending, income and the spending of each category,
 * per currency, in that order.
 * @param meaningOf what a row will mean; undefined: what it means now
 */
export function spendingEffects(
  rows: readonly Transaction[],
  meaningOf: (row: Transaction) => { flow: Flow; category: string } | undefined,
): TotalEffect[] {
  const before = totalsOf(rows);
  const after = totalsOf(rows.map((row) => ({ ...row, ...meaningOf(row) })));
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys]
    .map((key) => ({
      ...read(key),
      beforeMinor: before.get(key) ?? 0,
      afterMinor: after.get(key) ?? 0,
    }))
    .filter(({ beforeMinor, afterMinor }) => beforeMinor !== afterMinor);
}

const SPENDING = "All spending";
const INCOME = "Income";

function totalsOf(rows: readonly Transaction[]): Map<string, number> {
  const sums = sumFlows(rows, "category");
  const { totals, groups } = summariseSpending(sums, "category");
  const income = summariseFlow(sums, "income", "none").totals;
  return new Map([
    ...totals.map((total) => [keyOf(total.currency, SPENDING), total.amountMinor] as const),
    ...income.map((total) => [keyOf(total.currency, INCOME), total.amountMinor] as const),
    ...groups.map((group) => [keyOf(group.currency, categoryLabel(group.key)), group.amountMinor] as const),
  ]);
}

const keyOf = (currency: string, label: string) => `${currency} ${label}`;

const read = (key: string) => ({ currency: key.slice(0, 3), label: key.slice(4) });
