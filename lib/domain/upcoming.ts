import type { CalendarDate } from "../contract/money";
import type { RecurringView } from "../contract/recurring";
import { daysBetween } from "./calendar";
import type { Liability } from "./liability";
import { usualMinor } from "./recurring-costs";
import { expectedDates } from "./recurring-schedule";
import { stemOf } from "./recurring-stem";
import type { Transaction } from "./transaction";

/**
 * What is about to be paid and to come in, each once: what comes back by its rhythm and usual amount, and what a bank
 * states as due, with the least that must be paid. A loan's payment that is both keeps the stated date and the usual
 * amount. What is pending already, or was paid since the statement, is no longer due.
 */
export const UPCOMING_DEFINITION = "upcoming.v1";

export type Upcoming = {
  name: string;
  /** When it is expected or due; before today for what is late. */
  date: CalendarDate;
  /** Minor units; positive comes in. */
  amountMinor: number;
  currency: string;
  /** The account that it moves, or for a stated due date the debt; see `source`. */
  accountId: string;
  source: "recurring" | "statement";
  category: string;
  /** The amount varies: it is an average. */
  isEstimate: boolean;
  isOverdue: boolean;
  /** Of a card, in minor units: what paying in full would take. */
  statementBalanceMinor: number | null;
  transactionIds: readonly string[];
};

type Sources = {
  recurring: readonly RecurringView[];
  liabilities: readonly Liability[];
  /** Pending rows; others are ignored. */
  pending: readonly Transaction[];
};

type Horizon = { today: CalendarDate; until: CalendarDate };

/** The days by which a charge comes early or late and is still the same one. */
const SAME_CHARGE_DAYS = 10;
const LOANS = new Set(["mortgage", "student_loan", "car_loan", "other_loan"]);
const CARD_DEBT = "card_payment";

/** From today to the last day, both included, and what is late; by date. */
export function upcomingPayments(sources: Sources, horizon: Horizon): Upcoming[] {
  const expected = sources.recurring.flatMap((series) => ofSeries(series, sources.pending, horizon));
  const stated = sources.liabilities.flatMap((debt) => ofStatement(debt, horizon));
  const { merged, left } = joinTwins(expected, stated);
  return [...merged, ...left].sort(byDate);
}

const byDate = (a: Upcoming, b: Upcoming): number =>
  a.date === b.date ? a.amountMinor - b.amountMinor || (a.name < b.name ? -1 : 1) : a.date < b.date ? -1 : 1;

function ofSeries(series: RecurringView, pending: readonly Transaction[], horizon: Horizon): Upcoming[] {
  const { today, until } = horizon;
  return expectedDates(series, today, until)
    .filter((date, index) => index > 0 || !pending.some((row) => isThisCharge(row, series, date)))
    .map((date) => ({
      name: series.name,
      date,
      amountMinor: usualMinor(series),
      currency: series.last.currency,
      accountId: series.accountId,
      source: "recurring" as const,
      category: series.category,
      isEstimate: series.isVariable,
      isOverdue: date < today,
      statementBalanceMinor: null,
      transactionIds: series.transactionIds,
    }));
}

/** Series are found in posted rows: a charge that is still pending is the next one of them. */
const isThisCharge = (row: Transaction, series: RecurringView, date: CalendarDate): boolean =>
  row.pending &&
  row.accountId === series.accountId &&
  row.amountMinor < 0 === series.last.amountMinor < 0 &&
  Math.abs(daysBetween(row.date, date)) <= SAME_CHARGE_DAYS &&
  stemOf(row.merchant) === stemOf(series.name);

function ofStatement(debt: Liability, { today, until }: Horizon): Upcoming[] {
  const { terms, owedMinor, type, name, accountId, currency } = debt;
  const date = terms?.nextPaymentDueDate ?? null;
  const minimum = terms?.minimumPaymentMinor ?? 0;
  if (terms === null || date === null || minimum <= 0 || owedMinor === 0 || date > until) return [];
  // A date that is past says something is owed only where the bank says that, too: it may just not have told the next one.
  if (date < today && terms.isOverdue !== true) return [];
  if (isPaid(debt)) return [];
  return [
    {
      name,
      date,
      amountMinor: -(owedMinor !== null && owedMinor > 0 ? Math.min(minimum, owedMinor) : minimum),
      currency,
      accountId,
      source: "statement",
      category: type === "credit" ? CARD_DEBT : "other_loan",
      isEstimate: false,
      isOverdue: date < today || terms.isOverdue === true,
      statementBalanceMinor: type === "credit" ? terms.lastStatementBalanceMinor : null,
      transactionIds: [],
    },
  ];
}

/** At least the minimum was paid since the statement that asks for it. */
export function isPaid({ terms }: Liability): boolean {
  if (terms === null || terms.isOverdue === true) return false;
  const { lastPaymentDate, lastPaymentMinor, lastStatementDate, minimumPaymentMinor } = terms;
  if (lastPaymentDate === null || lastStatementDate === null || lastPaymentMinor === null) return false;
  return lastPaymentDate > lastStatementDate && lastPaymentMinor >= (minimumPaymentMinor ?? 0);
}

/** A loan is paid by a series of the account that pays it: told once. */
function joinTwins(expected: readonly Upcoming[], stated: readonly Upcoming[]) {
  const merged = [...expected];
  const left: Upcoming[] = [];
  for (const due of stated) {
    const distance = (one: Upcoming) => Math.abs(one.amountMinor - due.amountMinor);
    const twin = merged.filter((one) => isTwin(one, due)).sort((a, b) => distance(a) - distance(b))[0];
    if (twin === undefined) left.push(due);
    else {
      const { date, isOverdue } = due;
      merged[merged.indexOf(twin)] = { ...twin, date, isOverdue, source: "statement" };
    }
  }
  return { merged, left };
}

/** People pay about what is asked for, or somewhat more; a series takes one due date only. */
function isTwin(one: Upcoming, due: Upcoming): boolean {
  if (due.category === CARD_DEBT || one.source === "statement" || !LOANS.has(one.category)) return false;
  const ratio = one.amountMinor / due.amountMinor;
  return (
    one.currency === due.currency &&
    ratio > 0.9 &&
    ratio < 1.5 &&
    Math.abs(daysBetween(one.date, due.date)) <= SAME_CHARGE_DAYS
  );
}
