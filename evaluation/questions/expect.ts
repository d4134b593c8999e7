import { TODAY } from "../household/facts";
import { month, quarter, type Range, range, year } from "../oracle/days";
import { divideCents, moneyText } from "../oracle/money-text";
import { countSpending, earned, type Scope, spent, wrongTotals } from "../oracle/sums";
import type { Alternative, Expectation, Turn } from "../question";

/** The days that people's words for them mean on the household's today. */
export const DAYS = {
  today: range(TODAY, TODAY),
  yesterday: range("2026-11-23", "2026-11-23"),
  thisWeek: range("2026-11-23", TODAY),
  lastWeek: range("2026-11-16", "2026-11-22"),
  thisMonth: range("2026-11-01", TODAY),
  lastMonth: month("2026-10"),
  thisQuarter: range("2026-10-01", TODAY),
  lastQuarter: quarter(2026, 3),
  thisYear: range("2026-01-01", TODAY),
  lastYear: year(2025),
  lastYearToDate: range("2025-01-01", "2025-11-24"),
  last30: range("2026-10-26", TODAY),
  last90: range("2026-08-27", TODAY),
  lastSixMonths: range("2026-05-01", "2026-10-31"),
  sincePayday: range("2026-11-13", TODAY),
} as const;

/** `2026-10` or a name of `DAYS` or the days themselves. */
export type When = keyof typeof DAYS | `${number}-${number}` | Range;

export function daysOf(when: When): Range {
  if (typeof when !== "string") return when;
  return when in DAYS ? DAYS[when as keyof typeof DAYS] : month(when);
}

export const turn = (ask: string, expect: Expectation): Turn => ({ ask, expect });

/** Spending in one or two currencies, side by side. */
function spentAlternative(scope: Scope): Alternative {
  const [usd, eur] = [spent(scope), spent(scope, "EUR")];
  const money = [
    ...(usd !== 0 || eur === 0 ? [moneyText(usd)] : []),
    ...(eur !== 0 ? [moneyText(eur, "EUR")] : []),
  ];
  return { money };
}

export function spentExpectation(when: When, scope: Scope = {}): Expectation {
  const days = daysOf(when);
  const full = { ...scope, range: days };
  return {
    any: [spentAlternative(full)],
    period: days,
    never: wrongTotals(full).map((cents) => moneyText(cents)),
  };
}

export const asksSpent = (ask: string, when: When, scope: Scope = {}): Turn =>
  turn(ask, spentExpectation(when, scope));

export const asksCount = (ask: string, when: When, scope: Scope): Turn =>
  turn(ask, { any: [{ counts: [countSpending({ ...scope, range: daysOf(when) })] }] });

export const asksIncome = (ask: string, when: When, scope: Scope = {}): Turn => {
  const days = daysOf(when);
  return turn(ask, { any: [{ money: [moneyText(earned({ ...scope, range: days }))] }], period: days });
};

/** Both amounts and how far they are apart. */
export function deltaExpectation(earlier: When, later: When, scope: Scope): Expectation {
  const before = spent({ ...scope, range: daysOf(earlier) });
  const after = spent({ ...scope, range: daysOf(later) });
  const sides = [moneyText(before), moneyText(after)];
  return { any: [{ money: [...sides, moneyText(Math.abs(after - before))] }] };
}

export const average = (cents: number, by: number): string => moneyText(divideCents(cents, by));

/** In percent. */
export const shareOf = (part: number, whole: number): number => (100 * part) / whole;

export const NOTHING: Alternative = {
  noMoney: true,
  words: ["\\b(?:no|nothing|not any|none|didn.t|did not|haven.t|have not|never)\\b|\\$0\\.00"],
};

export const BEYOND: Alternative = {
  noMoney: true,
  words: [
    "begin|began|start|earliest|go(?:es)? back|no data|not begun|future|do(?:es)?n.t have|not yet|hasn.t",
  ],
};
