import { ACCOUNTS, BUDGETS, HOLDINGS } from "../household/facts";
import { moneyText } from "../oracle/money-text";
import { payOff } from "../oracle/pay-off";
import { spent } from "../oracle/sums";
import { daysOf } from "../questions/expect";
import { at, differs, listAt, type ToolCase } from "./tool-case";

const cards = ACCOUNTS.filter(({ type }) => type === "credit");
const debts = ACCOUNTS.filter(({ type }) => type === "credit" || type === "loan");
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const owedOf = (accounts: typeof ACCOUNTS) => -sum(accounts.map(({ balanceCents }) => balanceCents ?? 0));

const liabilities: ToolCase = {
  tool: "get_liabilities",
  args: {},
  check: (result) => {
    const [total] = listAt(result, "totals");
    const limit = sum(cards.map(({ limitCents = 0 }) => limitCents));
    return [
      ...differs("what is owed", at(total, "owed", "amountMinor"), owedOf(debts)),
      ...differs(
        "the cards",
        [at(total, "cards", "owed", "amountMinor"), at(total, "cards", "limit", "amountMinor")],
        [owedOf(cards), limit],
      ),
      ...differs(
        "the utilisation",
        at(total, "cards", "utilisation", "basisPoints"),
        Math.round((10_000 * owedOf(cards)) / limit),
      ),
      ...differs(
        "the minimum payments",
        at(total, "minimumPayments", "amountMinor"),
        sum(debts.map(({ minimumCents = 0 }) => minimumCents)),
      ),
    ];
  },
};

const planned = (key: "sapphire" | "freedom" | "student", extra: number): ToolCase => {
  const account = ACCOUNTS.find((one) => one.key === key);
  const { name = "", balanceCents, aprBasisPoints = 0, minimumCents = 0 } = account ?? {};
  const expected = payOff(-(balanceCents ?? 0), aprBasisPoints, minimumCents + extra * 100);
  return {
    tool: "plan_debt_payoff",
    args: { accounts: [name], extraPerMonth: extra },
    check: (result) => [
      ...differs("the months", at(result, "plan", "months"), expected.months),
      ...differs("the interest", at(result, "plan", "interest", "amountMinor"), expected.interestCents),
    ],
  };
};

const budget = (month: "2026-11" | "2026-10" | "2026-09" | "2026-08" | "2025-12"): ToolCase => ({
  tool: "get_budgets",
  args: { month },
  check: (result) =>
    differs(
      "spent and left",
      listAt(result, "budgets")
        .map((one) => [at(one, "category"), at(one, "spent", "amountMinor"), at(one, "left", "amountMinor")])
        .toSorted(),
      BUDGETS.map(({ category, cents }) => {
        const used = spent({ range: daysOf(month), categories: [category] });
        return [category, used, cents - used];
      }).toSorted(),
    ),
});

/** By the planted rhythms: the gym on the 31st, so on November 30. */
const DUE = [
  ["Planet Fitness", "2026-11-30", 2_499],
  ["Oakwood Apartments", "2026-12-01", 215_000],
  ["Spotify", "2026-12-04", 1_199],
  ["Northern Loan Services", "2026-12-06", 28_000],
  ["Comcast", "2026-12-08", 7_999],
] as const;

const upcoming: ToolCase = {
  tool: "get_upcoming_bills",
  args: { days: 14 },
  check: (result) => [
    ...differs(
      "the bills",
      listAt(result, "bills").map((bill) => [
        at(bill, "name"),
        at(bill, "date"),
        at(bill, "amount", "amountMinor"),
      ]),
      DUE,
    ),
    ...differs("their sum", at(result, "totals", 0, "amountMinor"), sum(DUE.map(([, , cents]) => cents))),
    ...differs("the next pay", at(result, "untilNextIncome", "date"), "2026-11-27"),
  ],
};

const subscriptions: ToolCase = {
  tool: "list_recurring",
  args: { kinds: ["subscription"] },
  check: (result) => [
    ...differs(
      "the subscriptions",
      listAt(result, "series")
        .map((one) => `${at(one, "name")} ${at(one, "amount", "formatted")}`)
        .toSorted(),
      [
        ["Amazon Prime", 13_900],
        ["Netflix", 1_799],
        ["Planet Fitness", 2_499],
        ["Spotify", 1_199],
      ].map(([name, cents]) => `${name} ${moneyText(Number(cents))}`),
    ),
    ...differs(
      "their cost a year",
      at(result, "totals", 0, "perYear", "amountMinor"),
      12 * (1_799 + 2_499 + 1_199) + 13_900,
    ),
  ],
};

const priceRise: ToolCase = {
  tool: "list_recurring",
  args: { names: ["Netflix"] },
  check: (result) => {
    const change = at(result, "series", 0, "priceChanges", 0);
    const found = [at(change, "date"), at(change, "from", "amountMinor"), at(change, "to", "amountMinor")];
    return differs("the price rise", found, ["2026-03-15", 1_549, 1_799]);
  },
};

const holdings: ToolCase = {
  tool: "get_holdings",
  args: {},
  check: (result) =>
    differs(
      "the value",
      at(result, "totals", 0, "value", "amountMinor"),
      sum(HOLDINGS.map(({ valueCents }) => valueCents)),
    ),
};

export const PLANNING_CASES: readonly ToolCase[] = [
  liabilities,
  ...([0, 50, 125, 425] as const).map((extra) => planned("freedom", extra)),
  ...([100, 260] as const).map((extra) => planned("sapphire", extra)),
  ...([0, 100] as const).map((extra) => planned("student", extra)),
  ...(["2026-11", "2026-10", "2026-09", "2026-08", "2025-12"] as const).map(budget),
  upcoming,
  subscriptions,
  priceRise,
  holdings,
];
