import { ACCOUNTS, TODAY } from "../household/facts";
import type { AccountKey } from "../household/row";
import { dayIn, plusDays } from "./days";
import { divideCents } from "./money-text";
import { nameOf, rowsOf } from "./sums";

/** What the planted rhythms bring after today; positive comes in. */
type Ahead = { name: string; date: string; cents: number; account: AccountKey };

type Monthly = { name: string; day: number; account: AccountKey; cents: number };

/** A bill that differs every month is foreseen as the average of its last twelve. */
function averageOf(name: string): number {
  const last = rowsOf({ merchants: [name] }).slice(-12);
  return divideCents(
    last.reduce((sum, { cents }) => sum + cents, 0),
    last.length,
  );
}

const monthly = (): Monthly[] => [
  { name: "Oakwood Apartments", day: 1, account: "checking", cents: -215_000 },
  { name: "Spotify", day: 4, account: "sapphire", cents: -1_199 },
  { name: "Northern Loan Services", day: 6, account: "checking", cents: -28_000 },
  { name: "Comcast", day: 8, account: "sapphire", cents: -7_999 },
  { name: "Geico", day: 12, account: "checking", cents: -11_840 },
  { name: "NON-NETWORK ATM FEE", day: 14, account: "checking", cents: -300 },
  { name: "Netflix", day: 15, account: "sapphire", cents: -1_799 },
  { name: "Verizon", day: 17, account: "sapphire", cents: -6_500 },
  { name: "PG&E", day: 19, account: "checking", cents: averageOf("PG&E") },
  {
    name: "INTEREST CHARGE ON PURCHASES",
    day: 22,
    account: "freedom",
    cents: averageOf("INTEREST CHARGE ON PURCHASES"),
  },
  { name: "Planet Fitness", day: 31, account: "freedom", cents: -2_499 },
  { name: "INTEREST PAID", day: 31, account: "savings", cents: averageOf("INTEREST PAID") },
];

/** Rows of these names come back, so they are no part of what is spent besides. */
const isPlanned = (name: string): boolean =>
  ["Amazon Prime", ...monthly().map((one) => one.name)].includes(name);

const MONTHS: readonly (readonly [number, number])[] = [
  [2026, 11],
  [2026, 12],
  [2027, 1],
];

/** From the day after today, for so many days, oldest first; at most until the end of January. */
export function ahead(days: number): Ahead[] {
  const until = plusDays(TODAY, days);
  const bills = MONTHS.flatMap(([year, month]) =>
    monthly().map(({ day, ...bill }) => ({ ...bill, date: dayIn(year, month, day) })),
  );
  const pay = [14, 28, 42, 56].map(
    (later): Ahead => ({
      name: "Acme Payroll",
      date: plusDays("2026-11-13", later),
      cents: 287_540,
      account: "checking",
    }),
  );
  return [...bills, ...pay]
    .filter(({ date }) => date > TODAY && date <= until)
    .sort((a, b) => (a.date === b.date ? a.cents - b.cents : a.date < b.date ? -1 : 1));
}

/** In cents: what its last three payments came to on average. */
export function usualCardPayment(card: "sapphire" | "freedom"): number {
  const paid = rowsOf({ accounts: [card], flow: "card_payment" }).slice(-3);
  return divideCents(
    paid.reduce((sum, { cents }) => sum + cents, 0),
    3,
  );
}

export const balanceOf = (key: AccountKey): number =>
  ACCOUNTS.find((account) => account.key === key)?.balanceCents ?? 0;

/** What goes from checking besides what comes back, in the thirteen weeks before today: 91 days. */
export function besides(): number {
  const range = { start: "2026-08-25", end: "2026-11-23" };
  const bought = rowsOf({ range, accounts: ["checking"], flow: "spending", pending: false }).filter(
    (row) => !isPlanned(nameOf(row)),
  );
  const cash = rowsOf({ range, accounts: ["checking"], categories: ["cash"], pending: false });
  return -[...bought, ...cash].reduce((sum, { cents }) => sum + cents, 0);
}
