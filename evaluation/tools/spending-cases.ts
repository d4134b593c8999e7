import { monthNames } from "../oracle/days";
import { moneyText } from "../oracle/money-text";
import { countSpending, currencyOf, groups, nameOf, rowsOf, type Scope, spent } from "../oracle/sums";
import { DAYS, daysOf, type When } from "../questions/expect";
import { at, differs, listAt, moneyOf, type ToolCase } from "./tool-case";

const expectedMoney = (scope: Scope) => {
  const rows = rowsOf({ ...scope, flow: "spending" });
  const currencies = (["USD", "EUR"] as const).filter((currency) =>
    rows.some((row) => currencyOf(row) === currency),
  );
  const known = currencies.length > 0 ? currencies : (["USD"] as const);
  return known.map((currency) => [
    currency,
    spent(scope, currency),
    moneyText(spent(scope, currency), currency),
  ]);
};

const CATEGORIES = [
  ...["groceries", "restaurants", "coffee", "alcohol", "fuel", "public_transit", "taxi_and_rideshare"],
  ...["general_shopping", "clothing", "electronics", "pharmacy", "rent", "utilities", "bank_fees"],
  ...["person_to_person", "uncategorized", "student_loan", "streaming_and_media", "lodging"],
];
const PERIODS = [
  ...(["2026-10", "2024-02", "2026-08", "2025-12", "2026-09"] as const),
  ...(["thisYear", "lastYear", "last90", "sincePayday"] as const),
] satisfies When[];
const MERCHANTS = ["Starbucks", "Trader Joe's", "Uber", "Netflix", "Marriott", "Monoprix", "Target", "PG&E"];

function total(args: Record<string, unknown>, scope: Scope): ToolCase {
  const { range } = scope;
  return {
    tool: "summarize_spending",
    args: { period: range, ...args },
    check: (result) => [
      ...differs("the total", moneyOf(listAt(result, "totals")), expectedMoney(scope)),
      ...differs("the row count", at(result, "rowCount"), countSpending(scope)),
      ...differs("the period", at(result, "period"), range),
    ],
  };
}

const ofCategories = PERIODS.flatMap((when) =>
  CATEGORIES.map((category) =>
    total({ categories: [category] }, { range: daysOf(when), categories: [category] }),
  ),
);

const ofMerchants = (["2026-10", "thisYear", "lastYear", "lastQuarter"] as const).flatMap((when) =>
  MERCHANTS.map((merchant) =>
    total({ merchants: [merchant] }, { range: daysOf(when), merchants: [merchant] }),
  ),
);

const ofEverything = [
  ...monthNames("2024-02", "2026-10").map((name) => total({}, { range: daysOf(name as "2026-01") })),
  ...Object.values(DAYS).map((range) => total({}, { range })),
];

const ofAccounts = (["2026-10", "lastYear", "thisYear"] as const).flatMap((when) =>
  (["checking", "sapphire", "freedom", "euro"] as const).map((account) =>
    total({ accounts: [account] }, { range: daysOf(when), accounts: [account] }),
  ),
);

function grouped(groupBy: "category" | "merchant" | "month", when: When): ToolCase {
  const range = daysOf(when);
  const keyOf = {
    category: (row: Parameters<typeof nameOf>[0]) => row.truth.category,
    merchant: nameOf,
    month: (row: Parameters<typeof nameOf>[0]) => row.date.slice(0, 7),
  }[groupBy];
  const expected = groups({ range }, keyOf).map(({ key, cents }) => `${key} ${cents}`);
  return {
    tool: "summarize_spending",
    args: { period: range, groupBy, limit: 50 },
    check: (result) => {
      const found = listAt(result, "groups")
        .filter((group) => at(group, "amount", "currency") === "USD")
        .map((group) => `${at(group, "key")} ${at(group, "amount", "amountMinor")}`);
      return differs("the groups", found.toSorted(), expected.toSorted());
    },
  };
}

const ofGroups = (["2026-10", "2026-08", "lastQuarter", "2024-02"] as const).flatMap((when) =>
  (["category", "merchant", "month"] as const).map((groupBy) => grouped(groupBy, when)),
);

export const SPENDING_CASES: readonly ToolCase[] = [
  ...ofCategories,
  ...ofMerchants,
  ...ofEverything,
  ...ofAccounts,
  ...ofGroups,
];
