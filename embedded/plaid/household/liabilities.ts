import { addDays, addMonths, type CalendarDate, dayOfMonth, monthOf } from "./calendar";
import type { AprType, GivenDebt } from "./given-debt";
import { instalmentCents, type Loan, scheduleOf } from "./loans";
import type { Row } from "./rows-on";

type Apr = {
  type: AprType;
  percent: number;
  subjectCents: number | null;
  interestCents: number | null;
};

/** The state of a card as its issuer tells it. Minor units, positive. */
export type CardDebt = {
  aprs: Apr[];
  isOverdue: boolean;
  lastPaymentCents: number | null;
  lastPaymentOn: CalendarDate | null;
  statementOn: CalendarDate;
  statementCents: number;
  minimumPaymentCents: number;
  dueOn: CalendarDate;
};

const DAYS_TO_DUE = 25;
const LEAST_PAYMENT = 3_500;

type CardState = {
  rows: readonly Row[];
  statementDay: number;
  /** What was owed at the end of a day. */
  owedOn: (day: CalendarDate) => number;
  day: CalendarDate;
  purchasePercent: number;
  given: GivenDebt | undefined;
};

/** The last day on which a statement closed. */
function lastClosing(statementDay: number, day: CalendarDate): CalendarDate {
  const inThisMonth = dayOfMonth(monthOf(day), statementDay);
  return inThisMonth <= day ? inThisMonth : dayOfMonth(addMonths(monthOf(day), -1), statementDay);
}

/** Money in that is no refund: what Plaid's categories of it say, or, where they say nothing, its text. */
const isPayment = ({ amountCents, pending, entry }: Row) =>
  !pending &&
  amountCents < 0 &&
  (/^(LOAN_|TRANSFER_IN)/.test(entry.category?.primary ?? "") || /payment|thank you/i.test(entry.name));

function lastPayment(rows: readonly Row[]): Row | undefined {
  return rows.filter(isPayment).reduce<Row | undefined>((last, row) => {
    return last === undefined || row.entry.postedOn >= last.entry.postedOn ? row : last;
  }, undefined);
}

const isInterest = ({ entry }: Row) => entry.category?.detailed === "BANK_FEES_INTEREST_CHARGE";

function aprsOf({ rows, given, purchasePercent }: CardState, carriedCents: number): Apr[] {
  if (given?.aprs !== undefined && given.aprs.length > 0) {
    return given.aprs.map((apr) => ({ ...apr, subjectCents: null, interestCents: null }));
  }
  const interest = rows.findLast(isInterest)?.amountCents ?? 0;
  const purchases: Apr = {
    type: "purchase_apr",
    percent: purchasePercent,
    subjectCents: carriedCents,
    interestCents: interest,
  };
  return [purchases, { type: "cash_apr", percent: purchasePercent + 7, subjectCents: 0, interestCents: 0 }];
}

/** What a card's own rows say: its statements close on a fixed day and are due 25 days later. */
export function cardDebt(state: CardState & { carriedCents: number }): CardDebt {
  const { rows, day, given } = state;
  const statementOn = lastClosing(state.statementDay, day);
  const statementCents = Math.max(0, state.owedOn(statementOn));
  const minimum = Math.min(statementCents, Math.max(LEAST_PAYMENT, Math.round(statementCents * 0.02)));
  const payment = lastPayment(rows);
  const dueOn = addDays(statementOn, DAYS_TO_DUE);
  const paidSince = payment !== undefined && payment.entry.postedOn > statementOn;
  return {
    aprs: aprsOf(state, state.carriedCents),
    isOverdue: given?.isOverdue ?? (day > dueOn && minimum > 0 && !paidSince),
    lastPaymentCents: given?.lastPaymentCents ?? (payment === undefined ? null : -payment.amountCents),
    lastPaymentOn: payment?.entry.postedOn ?? null,
    statementOn,
    statementCents,
    minimumPaymentCents: given?.minimumPaymentCents ?? minimum,
    dueOn,
  };
}

/** The state of a loan with instalments. Minor units. */
export type LoanDebt = {
  originatedOn: CalendarDate;
  principalCents: number;
  ratePercent: number;
  instalmentCents: number;
  payoffOn: CalendarDate;
  lastPaymentCents: number | null;
  lastPaymentOn: CalendarDate | null;
  /** Null when it is paid off. */
  nextDueOn: CalendarDate | null;
  interestThisYearCents: number;
  principalThisYearCents: number;
};

export function loanDebt(loan: Loan, day: CalendarDate): LoanDebt {
  const schedule = scheduleOf(loan, addMonths(loan.originated, loan.months + 1));
  const paid = schedule.filter(({ on }) => on <= day);
  const thisYear = paid.filter(({ on }) => on.slice(0, 4) === day.slice(0, 4));
  const interest = thisYear.reduce((sum, { interestCents }) => sum + interestCents, 0);
  const last = paid.at(-1);
  return {
    originatedOn: dayOfMonth(loan.originated, loan.day),
    principalCents: loan.principalCents,
    ratePercent: Number((loan.rate * 100).toFixed(3)),
    instalmentCents: instalmentCents(loan),
    payoffOn: schedule.at(-1)?.on ?? day,
    lastPaymentCents: last?.paidCents ?? null,
    lastPaymentOn: last?.on ?? null,
    nextDueOn: schedule.find(({ on }) => on > day)?.on ?? null,
    interestThisYearCents: interest,
    principalThisYearCents: thisYear.reduce((sum, { paidCents }) => sum + paidCents, 0) - interest,
  };
}
