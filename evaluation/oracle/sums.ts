import { ACCOUNTS, TODAY } from "../household/facts";
import { ALL_ROWS, ROWS } from "../household/household";
import type { AccountKey, Row, Truth } from "../household/row";
import type { Range } from "./days";

/** All conditions must hold; a missing one does not restrict. */
export type Scope = {
  range?: Range;
  flow?: Truth["flow"];
  categories?: readonly string[];
  notCategories?: readonly string[];
  merchants?: readonly string[];
  notMerchants?: readonly string[];
  accounts?: readonly AccountKey[];
  currency?: "USD" | "EUR";
  /** What one purchase amounts to, in cents, both ends included. */
  least?: number;
  most?: number;
  pending?: boolean;
};

export const currencyOf = (row: Row): "USD" | "EUR" => (row.account === "euro" ? "EUR" : "USD");

export const nameOf = (row: Row): string => row.merchant ?? row.description;

export function rowsOf(scope: Scope, from: readonly Row[] = ROWS): Row[] {
  return from.filter((row) => isIn(row, scope));
}

function isIn(row: Row, scope: Scope): boolean {
  const { range, flow, currency, least, most, pending } = scope;
  const size = Math.abs(row.cents);
  const refused = [
    range && (row.date < range.start || row.date > range.end),
    row.date > TODAY,
    flow && row.truth.flow !== flow,
    currency && currencyOf(row) !== currency,
    scope.categories && !scope.categories.includes(row.truth.category),
    scope.notCategories?.includes(row.truth.category),
    scope.merchants && !scope.merchants.includes(nameOf(row)),
    scope.notMerchants?.includes(nameOf(row)),
    scope.accounts && !scope.accounts.includes(row.account),
    least !== undefined && (row.cents >= 0 || size < least),
    most !== undefined && (row.cents >= 0 || size > most),
    pending !== undefined && row.pending !== pending,
  ];
  return !refused.some(Boolean);
}

export const sumOf = (rows: readonly Row[]): number => rows.reduce((sum, { cents }) => sum + cents, 0);

const outOf = (rows: readonly Row[]): number => -sumOf(rows.filter(({ cents }) => cents < 0));

/** Money spent, refunds taken off; positive is spent. */
export const spent = (scope: Scope, currency: "USD" | "EUR" = "USD"): number =>
  0 - sumOf(rowsOf({ ...scope, flow: "spending", currency }));

export const earned = (scope: Scope): number => sumOf(rowsOf({ ...scope, flow: "income", currency: "USD" }));

export const countSpending = (scope: Scope): number => rowsOf({ ...scope, flow: "spending" }).length;

/** Spending per group, the largest first. */
export function groups(scope: Scope, keyOf: (row: Row) => string): { key: string; cents: number }[] {
  const sums = new Map<string, number>();
  for (const row of rowsOf({ ...scope, flow: "spending", currency: "USD" })) {
    sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) - row.cents);
  }
  return [...sums].map(([key, cents]) => ({ key, cents })).sort((a, b) => b.cents - a.cents);
}

/** Totals that others answer with: refunds ignored, transfers and card payments counted, rows twice, euros as dollars. */
export function wrongTotals(scope: Scope): number[] {
  const usd = { ...scope, flow: "spending", currency: "USD" } as const;
  const right = spent(scope);
  const { flow: _, ...anyFlow } = usd;
  const wrong = [
    outOf(rowsOf(usd)),
    outOf(rowsOf(anyFlow)),
    0 - sumOf(rowsOf(usd, ALL_ROWS)),
    0 -
      sumOf(
        rowsOf(
          usd,
          ALL_ROWS.filter(({ state }) => state !== "copy"),
        ),
      ),
    right + spent(scope, "EUR"),
  ];
  return [...new Set(wrong)].filter((cents) => cents !== right && cents !== 0);
}

/** What an account held at the end of a day: today's balance less what came after. */
export function balanceAt(key: AccountKey, date: string): number {
  const now = ACCOUNTS.find((account) => account.key === key)?.balanceCents ?? 0;
  return now - sumOf(ROWS.filter((row) => row.account === key && row.date > date && !row.pending));
}

/** Owned less owed, in dollars: the euros are not added. */
export const netWorthAt = (date: string): number =>
  ACCOUNTS.filter(({ currency }) => currency === "USD").reduce(
    (sum, { key }) => sum + balanceAt(key, date),
    0,
  );
