import { moneyText } from "../oracle/money-text";
import { earned, rowsOf, type Scope, spent } from "../oracle/sums";
import { DAYS, daysOf, type When } from "../questions/expect";
import { at, differs, listAt, moneyOf, type ToolCase } from "./tool-case";

const usd = (cents: number) => [["USD", cents, moneyText(cents)]];

const income = (when: When, args: Record<string, unknown> = {}, scope: Scope = {}): ToolCase => {
  const full = { ...scope, range: daysOf(when) };
  return {
    tool: "summarize_income",
    args: { period: full.range, ...args },
    check: (result) => [
      ...differs("the income", moneyOf(listAt(result, "totals")), usd(earned(full))),
      ...differs("the row count", at(result, "rowCount"), rowsOf({ ...full, flow: "income" }).length),
    ],
  };
};

const PERIODS = Object.keys(DAYS) as (keyof typeof DAYS)[];

const incomes = [
  ...PERIODS.map((when) => income(when)),
  ...PERIODS.map((when) => income(when, { categories: ["salary"] }, { categories: ["salary"] })),
];

const cashFlow = (when: When): ToolCase => {
  const range = daysOf(when);
  const [came, went] = [earned({ range }), spent({ range })];
  return {
    tool: "get_cash_flow",
    args: { period: range },
    check: (result) => {
      const flow = listAt(result, "currencies").find((one) => at(one, "currency") === "USD");
      const money = (name: string) => at(flow, name, "amountMinor");
      const rate = at(flow, "savingsRate", "basisPoints") ?? null;
      return [
        ...differs(
          "income, spending and net",
          [money("income"), money("spending"), money("net")],
          [came, went, came - went],
        ),
        ...(came === 0
          ? differs("the savings rate", rate, null)
          : nearly("the savings rate", rate, (10_000 * (came - went)) / came)),
      ];
    },
  };
};

/** A basis point is as fine as a rate is stated. */
const nearly = (what: string, found: unknown, expected: number): string[] =>
  typeof found === "number" && Math.abs(found - expected) <= 0.5
    ? []
    : [`${what} is ${JSON.stringify(found)} basis points and should be ${expected.toFixed(2)}`];

const compared = (
  earlier: When,
  later: When,
  metric: "spending" | "income",
  args = {},
  scope: Scope = {},
): ToolCase => {
  const sumOf = metric === "spending" ? spent : earned;
  const [before, now] = [earlier, later].map((when) => sumOf({ ...scope, range: daysOf(when) }));
  return {
    tool: "compare_periods",
    args: { period: daysOf(later), against: daysOf(earlier), metric, ...args },
    check: (result) => {
      const total = listAt(result, "totals").find((one) => at(one, "now", "currency") === "USD");
      const found = ["before", "now", "change"].map((name) => at(total, name, "amountMinor"));
      return differs("before, now and the change", found, [before, now, (now ?? 0) - (before ?? 0)]);
    },
  };
};

const comparisons = [
  compared("2026-09", "2026-10", "spending"),
  compared("2025-10", "2026-10", "spending"),
  compared("2025-12", "2026-03", "spending"),
  compared("lastYear", "lastQuarter", "income"),
  compared("2026-08", "2026-09", "income"),
  compared("2024-02", "2026-02", "spending"),
  ...["groceries", "restaurants", "coffee", "fuel", "clothing", "electronics"].map((category) =>
    compared("2026-08", "2026-10", "spending", { categories: [category] }, { categories: [category] }),
  ),
];

export const FLOW_CASES: readonly ToolCase[] = [
  ...incomes,
  ...[...PERIODS, "2025-04", "2026-04", "2024-06"].map((when) => cashFlow(when as When)),
  ...comparisons,
];

/** Averages, shares and what is left out: made by the tools, so that no model divides. */
const average = (when: When, merchant: string): ToolCase => {
  const bought = rowsOf({
    range: daysOf(when),
    merchants: [merchant],
    flow: "spending",
    currency: "USD",
  }).filter(({ cents }) => cents < 0);
  const cents = bought.reduce((sum, row) => sum - row.cents, 0);
  return {
    tool: "summarize_spending",
    args: { period: daysOf(when), merchants: [merchant] },
    check: (result) => {
      const found = listAt(result, "statistics").find((one) => at(one, "currency") === "USD");
      return [
        ...differs("the number of purchases", at(found, "count"), bought.length),
        ...differs("the average", at(found, "average", "amountMinor"), Math.round(cents / bought.length)),
        ...differs(
          "the largest",
          at(found, "largest", "amount", "amountMinor"),
          Math.min(...bought.map((row) => row.cents)),
        ),
      ];
    },
  };
};

const without = (when: When, exclude: Record<string, string[]>, scope: Scope): ToolCase => {
  const range = daysOf(when);
  return {
    tool: "summarize_spending",
    args: { period: range, exclude },
    check: (result) => {
      const total = listAt(result, "totals").find((one) => at(one, "currency") === "USD");
      return differs("the total", at(total, "amountMinor"), spent({ ...scope, range }));
    },
  };
};

export const STATISTIC_CASES: readonly ToolCase[] = [
  ...["Starbucks", "Uber", "Shell", "Chipotle", "Trader Joe's"].flatMap((merchant) =>
    (["2026-10", "thisYear", "lastYear"] as const).map((when) => average(when, merchant)),
  ),
  without("2026-10", { categories: ["rent"] }, { notCategories: ["rent"] }),
  without("thisYear", { categories: ["rent", "student_loan"] }, { notCategories: ["rent", "student_loan"] }),
  without("2026-10", { merchants: ["Trader Joe's"] }, { notMerchants: ["Trader Joe's"] }),
];
