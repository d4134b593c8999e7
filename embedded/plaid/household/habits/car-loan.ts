import { onOrAfterBusinessDay } from "../business-days";
import { type CalendarDate, type CalendarMonth, dayOfMonth } from "../calendar";
import { counterparty } from "../counterparty";
import type { Entry } from "../entry";
import type { Profile } from "../profile";
import { bookedEntry, transferEntry } from "./movement";

type CarLoan = NonNullable<Profile["carLoan"]>;

/** What is owed when so many equal instalments are still to come: the present value of an annuity. */
export function principalCents(loan: CarLoan): number {
  const { paymentCents, monthlyRate, instalmentsLeft } = loan;
  return Math.round((paymentCents * (1 - (1 + monthlyRate) ** -instalmentsLeft)) / monthlyRate);
}

function instalment(month: CalendarMonth, on: CalendarDate, cents: number): Entry[] {
  const lender = {
    on,
    counterparty: counterparty("First Platypus Auto", "financial_institution"),
    category: "LOAN_PAYMENTS_CAR_PAYMENT",
  };
  return [
    transferEntry({
      ...lender,
      key: `car-loan:${month}:out`,
      account: "checking",
      amountCents: cents,
      name: "FIRST PLATYPUS AUTO LOAN PYMT",
    }),
    transferEntry({
      ...lender,
      key: `car-loan:${month}:in`,
      account: "car-loan",
      amountCents: -cents,
      name: "PAYMENT RECEIVED - THANK YOU",
    }),
  ];
}

/**
 * Interest and instalments, both legs, until the loan is paid off. The rows on the loan account itself are not listed
 * by /transactions/sync (Plaid lists student loans only), but its balance follows from them.
 */
export function carLoan(profile: Profile, start: CalendarDate, months: CalendarMonth[]): Entry[] {
  const loan = profile.carLoan;
  if (loan === null) return [];
  let owed = principalCents(loan);
  return months.flatMap((month) => {
    const on = onOrAfterBusinessDay(dayOfMonth(month, loan.day));
    // Before the window only the instalments matter: what other habits look back on.
    if (on < start) return instalment(month, on, loan.paymentCents);
    if (owed === 0) return [];
    const interest = Math.round(owed * loan.monthlyRate);
    const paid = Math.min(loan.paymentCents, owed + interest);
    owed += interest - paid;
    const charge = bookedEntry({
      key: `car-loan:${month}:interest`,
      account: "car-loan",
      amountCents: interest,
      on,
      name: "INTEREST",
      counterparty: null,
      category: "BANK_FEES_INTEREST_CHARGE",
    });
    return [charge, ...instalment(month, on, paid)];
  });
}
