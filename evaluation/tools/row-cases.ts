import { ACCOUNTS } from "../household/facts";
import { moneyText } from "../oracle/money-text";
import { currencyOf, rowsOf, type Scope, sumOf } from "../oracle/sums";
import { daysOf, type When } from "../questions/expect";
import { at, differs, listAt, moneyOf, type ToolCase } from "./tool-case";

function found(when: When, args: Record<string, unknown>, scope: Scope): ToolCase {
  const range = daysOf(when);
  const rows = rowsOf({ ...scope, range });
  const currencies = (["USD", "EUR"] as const).filter((currency) =>
    rows.some((row) => currencyOf(row) === currency),
  );
  const sums = (sign: 1 | -1) =>
    currencies.map((currency) => {
      const cents = Math.abs(
        sumOf(rows.filter((row) => currencyOf(row) === currency && row.cents * sign > 0)),
      );
      return [currency, cents, moneyText(cents, currency)];
    });
  return {
    tool: "search_transactions",
    args: { period: range, limit: 50, ...args },
    check: (result) => [
      ...differs("the row count", at(result, "rowCount"), rows.length),
      ...differs("money in", moneyOf(listAt(result, "totals").map((total) => at(total, "moneyIn"))), sums(1)),
      ...differs(
        "money out",
        moneyOf(listAt(result, "totals").map((total) => at(total, "moneyOut"))),
        sums(-1),
      ),
      ...(rows.length > 50
        ? []
        : differs(
            "the rows",
            listAt(result, "transactions")
              .map((row) => at(row, "id"))
              .toSorted(),
            rows.map(({ id }) => id).toSorted(),
          )),
    ],
  };
}

const FLOWS = ["spending", "income", "transfer", "card_payment"] as const;

const byFlow = (["2026-10", "2026-09", "lastYear", "thisYear", "2024-06", "2026-05"] as const).flatMap(
  (when) => FLOWS.map((flow) => found(when, { flow }, { flow })),
);

const byMore = [
  found("thisMonth", { pending: true }, { pending: true }),
  found("thisMonth", { pending: false }, { pending: false }),
  found("2026-10", { categories: ["cash"] }, { categories: ["cash"] }),
  found(
    "thisYear",
    { categories: ["savings"], accounts: ["checking"] },
    { categories: ["savings"], accounts: ["checking"] },
  ),
  found("2026-10", { merchants: ["Shake Shack"] }, { merchants: ["Shake Shack"] }),
  found("2026-10", {}, {}),
  found("yesterday", {}, {}),
  found("lastWeek", { accounts: ["freedom"] }, { accounts: ["freedom"] }),
  found("thisYear", { minAmount: 200, direction: "out" }, { least: 20_000 }),
  found(
    "2026-10",
    { minAmount: 50, maxAmount: 100, categories: ["groceries"], direction: "out" },
    { least: 5_000, most: 10_000, categories: ["groceries"] },
  ),
];

const balances: ToolCase[] = [
  {
    tool: "get_accounts",
    args: {},
    check: (result) => [
      ...differs(
        "the balances",
        listAt(result, "accounts")
          .map((account) => [at(account, "id"), at(account, "balance", "amountMinor") ?? null])
          .toSorted(),
        ACCOUNTS.map(({ key, balanceCents }) => [key, balanceCents]).toSorted(),
      ),
      ...differs("the net worth", moneyOf(listAt(result, "netByCurrency")), netOf(ACCOUNTS)),
    ],
  },
  ...(["depository", "credit", "loan", "investment"] as const).map(
    (type): ToolCase => ({
      tool: "get_accounts",
      args: { types: [type] },
      check: (result) =>
        differs(
          "the sum",
          moneyOf(listAt(result, "netByCurrency")),
          netOf(ACCOUNTS.filter((account) => account.type === type)),
        ),
    }),
  ),
];

function netOf(accounts: typeof ACCOUNTS) {
  return (["USD", "EUR"] as const)
    .filter((currency) => accounts.some((account) => account.currency === currency))
    .map((currency) => {
      const cents = accounts
        .filter((account) => account.currency === currency)
        .reduce((sum, { balanceCents }) => sum + (balanceCents ?? 0), 0);
      return [currency, cents, moneyText(cents, currency)];
    });
}

export const ROW_CASES: readonly ToolCase[] = [...byFlow, ...byMore, ...balances];
