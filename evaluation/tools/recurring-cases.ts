import { TODAY } from "../household/facts";
import { ahead } from "../oracle/ahead";
import { plusDays } from "../oracle/days";
import { divideCents } from "../oracle/money-text";
import { rowsOf } from "../oracle/sums";
import { at, differs, listAt, refused, type ToolCase } from "./tool-case";

const cents = (value: unknown, ...path: (string | number)[]) => at(value, ...path, "amountMinor");

type Series = { cents: number; perYear: number; cadence: string; next: string };

const series = (name: string, { cents: amount, perYear, cadence, next }: Series, args = {}): ToolCase => ({
  tool: "list_recurring",
  args: { names: [name], ...args },
  check: (result) => {
    const found = at(result, "series", 0);
    return [
      ...differs("how many there are", listAt(result, "series").length, 1),
      ...differs(
        "the amount, its month and its year",
        [cents(found, "amount"), cents(found, "perMonth"), cents(found, "perYear")],
        [amount, divideCents(perYear, 12), perYear],
      ),
      ...differs(
        "the rhythm, and the next day",
        [at(found, "cadence"), at(found, "nextDate")],
        [cadence, next],
      ),
      ...differs(
        "how often it came",
        at(found, "seen"),
        rowsOf({ merchants: [name] }).filter((row) => row.cents !== 0).length,
      ),
    ];
  },
});

const averagePower = -divideCents(
  rowsOf({ merchants: ["PG&E"] })
    .slice(-12)
    .reduce((sum, row) => sum + row.cents, 0),
  12,
);

const monthly = (amount: number, next: string): Series => ({
  cents: amount,
  perYear: 12 * amount,
  cadence: "monthly",
  next,
});

const due = (days: number, account?: { name: string; key: string }): ToolCase => {
  const all = ahead(days).filter((one) => account === undefined || one.account === account.key);
  const bills = all.filter((one) => one.cents < 0);
  const income = all.filter((one) => one.cents > 0);
  const total = (list: typeof all) => list.reduce((sum, one) => sum + Math.abs(one.cents), 0);
  return {
    tool: "get_upcoming_bills",
    args: { days, ...(account && { accounts: [account.name] }) },
    check: (result) => [
      ...differs("the period", at(result, "period"), { start: TODAY, end: plusDays(TODAY, days) }),
      ...differs(
        "the bills",
        listAt(result, "bills").map((bill) => [at(bill, "name"), at(bill, "date"), cents(bill, "amount")]),
        bills.map(({ name, date, cents: amount }) => [name, date, -amount]),
      ),
      ...differs("their sum", cents(result, "totals", 0), bills.length === 0 ? undefined : total(bills)),
      ...differs(
        "what comes in",
        cents(result, "incomeTotals", 0),
        income.length === 0 ? undefined : total(income),
      ),
    ],
  };
};

/** What comes back, and what of it is due. */
export const RECURRING_CASES: readonly ToolCase[] = [
  series("Spotify", monthly(1_199, "2026-12-04")),
  series("Netflix", monthly(1_799, "2026-12-15")),
  series("Planet Fitness", monthly(2_499, "2026-11-30")),
  series("PG&E", monthly(averagePower, "2026-12-19")),
  series("Amazon Prime", { cents: 13_900, perYear: 13_900, cadence: "yearly", next: "2027-07-11" }),
  series(
    "Acme Payroll",
    { cents: 287_540, perYear: 26 * 287_540, cadence: "fortnightly", next: "2026-11-27" },
    { direction: "in" },
  ),
  refused("list_recurring", { names: ["Cable of my neighbour"] }, "unknown_series"),
  ...[2, 5, 14, 30, 45].map((days) => due(days)),
  due(30, { name: "Everyday Checking", key: "checking" }),
  due(30, { name: "Freedom Card", key: "freedom" }),
];
