import { onOrAfterBusinessDay } from "./business-days";
import {
  addMonths,
  type CalendarDate,
  type CalendarMonth,
  dayOfMonth,
  monthOf,
  monthsBetween,
} from "./calendar";
import type { AccountKey, Entry } from "./entry";
import { bookedEntry, transferEntry } from "./habits/movement";
import { randomFor } from "./random";

/** A loan with equal instalments from its first month to its last. */
export type Loan = {
  account: Extract<AccountKey, "student-loan" | "mortgage">;
  principalCents: number;
  /** Per year, as a fraction. */
  rate: number;
  originated: CalendarMonth;
  months: number;
  /** The day of the month on which it is due. */
  day: number;
};

/** One month of a loan: what was charged, what was paid and what is owed after that. */
export type Instalment = {
  month: CalendarMonth;
  on: CalendarDate;
  interestCents: number;
  paidCents: number;
  owedCents: number;
};

const step = (cents: number, to: number) => Math.round(cents / to) * to;

export function loansOf(seed: number): Loan[] {
  const random = randomFor(seed, "loans");
  return [
    {
      account: "student-loan",
      principalCents: step(random.integer(1_800_000, 4_600_000), 10_000),
      rate: random.integer(380, 680) / 10_000,
      originated: `${random.integer(2018, 2022)}-09`,
      months: 120,
      day: random.integer(3, 26),
    },
    {
      account: "mortgage",
      principalCents: step(random.integer(21_000_000, 39_000_000), 100_000),
      rate: random.integer(295, 545) / 10_000,
      originated: `${random.integer(2016, 2021)}-0${random.integer(1, 9)}`,
      months: 360,
      day: 1,
    },
  ];
}

/** The instalment that pays a loan off in its months: the annuity of its principal. */
export function instalmentCents({ principalCents, rate, months }: Loan): number {
  const monthly = rate / 12;
  return Math.round((principalCents * monthly) / (1 - (1 + monthly) ** -months));
}

/** Every month of a loan up to `last`, or to the one in which nothing is owed any more. */
export function scheduleOf(loan: Loan, last: CalendarMonth): Instalment[] {
  const payment = instalmentCents(loan);
  let owedCents = loan.principalCents;
  return monthsBetween(addMonths(loan.originated, 1), last).flatMap((month) => {
    if (owedCents === 0) return [];
    const interestCents = Math.round((owedCents * loan.rate) / 12);
    const paidCents = Math.min(payment, owedCents + interestCents);
    owedCents += interestCents - paidCents;
    const on = onOrAfterBusinessDay(dayOfMonth(month, loan.day));
    return [{ month, on, interestCents, paidCents, owedCents }];
  });
}

/** What is owed before the first row of a window. */
export function owedBefore(loan: Loan, start: CalendarDate): number {
  return scheduleOf(loan, monthOf(start)).findLast(({ on }) => on < start)?.owedCents ?? loan.principalCents;
}

/** The rows of the loan itself. It is paid from an account that is not at this bank, so there is no other leg. */
export function loanEntries(loan: Loan, start: CalendarDate, last: CalendarMonth): Entry[] {
  return scheduleOf(loan, last)
    .filter(({ on }) => on >= start)
    .flatMap(({ month, on, interestCents, paidCents }) => [
      bookedEntry({
        key: `${loan.account}:${month}:interest`,
        account: loan.account,
        amountCents: interestCents,
        on,
        name: "INTEREST",
        counterparty: null,
        category: "BANK_FEES_INTEREST_CHARGE",
      }),
      transferEntry({
        key: `${loan.account}:${month}:in`,
        account: loan.account,
        amountCents: -paidCents,
        on,
        name: "PAYMENT RECEIVED - THANK YOU",
        counterparty: null,
        category:
          loan.account === "mortgage"
            ? "LOAN_PAYMENTS_MORTGAGE_PAYMENT"
            : "LOAN_PAYMENTS_STUDENT_LOAN_PAYMENT",
      }),
    ]);
}
