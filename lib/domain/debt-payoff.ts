import { roundedQuotient } from "./ratio";

/**
 * Paying debts off month by month, in integer minor units. Interest of a month is a twelfth of the yearly rate on what is
 * owed at its beginning, rounded half up, and is added before anything is paid. Each debt gets its minimum; the rest of the
 * monthly budget (the sum of all minimums and the extra) goes to the first debt of the order that is still open, then to
 * the next. So minimums that become free go on to the others. No new purchases, and minimums stay as they are.
 */
export const PAYOFF_DEFINITION = "debt_payoff.v1";

export const PAYOFF_STRATEGIES = ["avalanche", "snowball"] as const;
export type PayoffStrategy = (typeof PAYOFF_STRATEGIES)[number];

export type Debt = {
  id: string;
  /** Minor units, positive. */
  owedMinor: number;
  /** Millionths a year: 61,250 is 6.125 %. */
  rateMillionths: number;
  /** Minor units a month. */
  minimumMinor: number;
};

type PaidDebt = {
  id: string;
  /** Payments until it is gone. */
  months: number;
  interestMinor: number;
  paidMinor: number;
};

export type Payoff = {
  /** In the order in which they are gone. */
  debts: PaidDebt[];
  months: number;
  interestMinor: number;
  paidMinor: number;
};

/** Fifty years: what takes longer is never paid off. */
const MAX_MONTHS = 600;
const MILLIONTHS_TIMES_MONTHS = 12_000_000;

export const monthlyInterest = ({ owedMinor, rateMillionths }: Omit<Debt, "id" | "minimumMinor">): number => {
  const yearly = BigInt(owedMinor) * BigInt(rateMillionths);
  // Above 2^53 a product of two integers is not exact.
  return yearly <= BigInt(Number.MAX_SAFE_INTEGER)
    ? roundedQuotient(Number(yearly), MILLIONTHS_TIMES_MONTHS)
    : Number((2n * yearly + 12_000_000n) / 24_000_000n);
};

/** Avalanche: the dearest rate first. Snowball: the smallest debt first. Equal ones by the other rule, then by id. */
export function payoffOrder(debts: readonly Debt[], strategy: PayoffStrategy): Debt[] {
  const byRate = (a: Debt, b: Debt) => b.rateMillionths - a.rateMillionths;
  const bySize = (a: Debt, b: Debt) => a.owedMinor - b.owedMinor;
  const [first, second] = strategy === "avalanche" ? [byRate, bySize] : [bySize, byRate];
  return debts.toSorted((a, b) => first(a, b) || second(a, b) || (a.id < b.id ? -1 : 1));
}

type Open = Debt & { paid: PaidDebt };

/**
 * @param extraMinor minor units a month on top of all minimums
 * @returns null when the budget never pays them off: it does not cover the interest, or it takes more than fifty years
 */
export function planPayoff(
  debts: readonly Debt[],
  { strategy, extraMinor }: { strategy: PayoffStrategy; extraMinor: number },
): Payoff | null {
  const budget = debts.reduce((sum, { minimumMinor }) => sum + minimumMinor, extraMinor);
  let open: Open[] = payoffOrder(
    debts.filter(({ owedMinor }) => owedMinor > 0),
    strategy,
  ).map((debt) => ({ ...debt, paid: { id: debt.id, months: 0, interestMinor: 0, paidMinor: 0 } }));
  const done: PaidDebt[] = [];
  for (let month = 1; open.length > 0; month += 1) {
    if (month > MAX_MONTHS) return null;
    payMonth(open, budget);
    for (const { owedMinor, paid } of open) if (owedMinor === 0) done.push({ ...paid, months: month });
    open = open.filter(({ owedMinor }) => owedMinor > 0);
  }
  const total = (of: (debt: PaidDebt) => number) => done.reduce((sum, debt) => sum + of(debt), 0);
  return {
    debts: done,
    months: done.at(-1)?.months ?? 0,
    interestMinor: total(({ interestMinor }) => interestMinor),
    paidMinor: total(({ paidMinor }) => paidMinor),
  };
}

function payMonth(open: readonly Open[], budget: number): void {
  for (const debt of open) {
    const interest = monthlyInterest(debt);
    debt.owedMinor += interest;
    debt.paid.interestMinor += interest;
  }
  let left = budget;
  const pay = (debt: Open, atMost: number) => {
    const amount = Math.min(debt.owedMinor, atMost, left);
    debt.owedMinor -= amount;
    debt.paid.paidMinor += amount;
    left -= amount;
  };
  for (const debt of open) pay(debt, debt.minimumMinor);
  for (const debt of open) pay(debt, left);
}
