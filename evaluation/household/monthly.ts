import { dayIn, monthNames, plusDays } from "../oracle/days";
import { FIRST_DAY, TODAY } from "./facts";
import { type Random, randomFrom } from "./random";
import type { Draft } from "./row";

const LAST_PAYDAY = "2026-11-13";

/** Pay comes every second Friday; a raise with the first one of 2026. */
function paydays(): Draft[] {
  const drafts: Draft[] = [];
  for (let date = LAST_PAYDAY; date >= FIRST_DAY; date = plusDays(date, -14)) {
    const cents = date >= "2026-01-01" ? 287_540 : 271_025;
    drafts.push({ account: "checking", date, cents, merchant: "Acme Payroll", kind: "salary" });
  }
  return drafts;
}

type Bill = {
  merchant: string;
  kind: Draft["kind"];
  day: number;
  account: Draft["account"];
  /** Cents by month; null: none in it. */
  centsIn: (month: string) => number | null;
};

const BILLS: readonly Bill[] = [
  {
    merchant: "Oakwood Apartments",
    kind: "rent",
    day: 1,
    account: "checking",
    centsIn: (month) => (month >= "2026-02" ? 215_000 : 205_000),
  },
  { merchant: "Comcast", kind: "internet", day: 8, account: "sapphire", centsIn: () => 7_999 },
  { merchant: "Verizon", kind: "phone", day: 17, account: "sapphire", centsIn: () => 6_500 },
  { merchant: "Geico", kind: "insurance", day: 12, account: "checking", centsIn: () => 11_840 },
  // A price rise in March 2026.
  {
    merchant: "Netflix",
    kind: "streaming",
    day: 15,
    account: "sapphire",
    centsIn: (month) => (month >= "2026-03" ? 1_799 : 1_549),
  },
  { merchant: "Spotify", kind: "music", day: 4, account: "sapphire", centsIn: () => 1_199 },
  // On the 31st, so on the last day of shorter months.
  { merchant: "Planet Fitness", kind: "gym", day: 31, account: "freedom", centsIn: () => 2_499 },
  // Once a year.
  {
    merchant: "Amazon Prime",
    kind: "streaming",
    day: 11,
    account: "sapphire",
    centsIn: (month) => (month.endsWith("-07") ? 13_900 : null),
  },
];

function bills(month: string): Draft[] {
  return BILLS.flatMap(({ merchant, kind, day, account, centsIn }) => {
    const cents = centsIn(month);
    return cents === null ? [] : [{ account, date: dayOf(month, day), cents: -cents, merchant, kind }];
  });
}

const dayOf = (month: string, day: number): string =>
  dayIn(Number(month.slice(0, 4)), Number(month.slice(5)), day);

type Pair = {
  day: number;
  cents: (random: Random) => number;
  out: Pick<Draft, "kind"> & Partial<Draft>;
  into: Pick<Draft, "kind" | "account"> & Partial<Draft>;
  /** How many days later the other bank books it. */
  later?: number;
};

/** Money that leaves checking for another account of the person, both legs. */
const PAIRS: readonly Pair[] = [
  {
    day: 24,
    cents: (random) => random.between(110_000, 165_000),
    out: { kind: "cardOut", description: "SAPPHIRE AUTOPAY" },
    into: { kind: "cardIn", account: "sapphire", description: "PAYMENT THANK YOU" },
    later: 1,
  },
  {
    day: 20,
    cents: () => 18_000,
    out: { kind: "cardOut", description: "FREEDOM EPAY" },
    into: { kind: "cardIn", account: "freedom", description: "ONLINE PAYMENT" },
  },
  {
    day: 3,
    cents: () => 65_000,
    out: { kind: "savingsOut", description: "TRANSFER TO SAVINGS" },
    into: { kind: "savingsIn", account: "savings", description: "TRANSFER FROM CHECKING" },
  },
  {
    day: 10,
    cents: () => 25_000,
    out: { kind: "investOut", description: "TIDEWATER CONTRIBUTION" },
    into: { kind: "investIn", account: "brokerage", description: "CONTRIBUTION" },
    later: 2,
  },
  {
    day: 6,
    cents: () => 28_000,
    out: { kind: "studentLoan", merchant: "Northern Loan Services" },
    into: { kind: "loanSide", account: "student", description: "PAYMENT RECEIVED" },
    later: 1,
  },
];

type Single = Pick<Draft, "account" | "kind" | "description"> & {
  merchant?: string;
  day: number;
  cents: readonly [least: number, most: number];
};

/** What the banks give and take, cash, and the bill that differs every month. */
const SINGLES: readonly Single[] = [
  {
    account: "checking",
    day: 14,
    cents: [-10_000, -10_000],
    kind: "cash",
    description: "ATM 0457 MARKET ST",
  },
  { account: "checking", day: 14, cents: [-300, -300], kind: "bankFee", description: "NON-NETWORK ATM FEE" },
  { account: "savings", day: 31, cents: [3_900, 5_600], kind: "interest", description: "INTEREST PAID" },
  {
    account: "freedom",
    day: 22,
    cents: [-5_400, -3_900],
    kind: "interestCharge",
    description: "INTEREST CHARGE ON PURCHASES",
  },
  {
    account: "checking",
    day: 19,
    cents: [-19_500, -8_200],
    kind: "utilities",
    merchant: "PG&E",
    description: "PG&E WEB PAYMENT",
  },
];

function movements(month: string, index: number): Draft[] {
  const random = randomFrom(90_001 + index * 17);
  const pairs = PAIRS.flatMap(({ day, cents, out, into, later = 0 }) => {
    const moved = cents(random);
    const date = dayOf(month, day);
    return [
      { account: "checking" as const, date, cents: -moved, merchant: null, ...out },
      { date: plusDays(date, later), cents: moved, merchant: null, ...into },
    ];
  });
  const singles = SINGLES.map(({ day, cents: [least, most], merchant = null, ...rest }) => ({
    ...rest,
    merchant,
    date: dayOf(month, day),
    cents: random.between(least, most),
  }));
  return [...pairs, ...singles];
}

/** Everything that has a rhythm, up to today. */
export function monthlyRows(): Draft[] {
  const months = monthNames(FIRST_DAY.slice(0, 7), TODAY.slice(0, 7));
  const drafts = months.flatMap((month, index) => [...bills(month), ...movements(month, index)]);
  return [...paydays(), ...drafts].filter(({ date }) => date <= TODAY);
}
