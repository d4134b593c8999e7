import type { CalendarDate } from "../contract/money";
import { addMonths, daysBetween, monthOf } from "./calendar";
import type { Liability } from "./liability";
import { roundedQuotient } from "./ratio";
import { stemOf } from "./recurring-stem";
import type { Transaction } from "./transaction";
import { isPaid } from "./upcoming";

/** A payment of a card that will leave a cash account. */
type CardPayment = {
  name: string;
  date: CalendarDate;
  /** Minor units, negative. */
  amountMinor: number;
  currency: string;
  /** From where it was paid last; null when no such row is known. */
  payerId: string | null;
};

type Known = {
  cards: readonly Liability[];
  /** Rows whose flow is `card_payment`, of all accounts, of the last three months and a bit. */
  payments: readonly Transaction[];
};

/** Banks book the two sides of a payment on different days. */
const SAME_PAYMENT_DAYS = 5;
const MONTHS = 3;

/**
 * What will probably be paid to the person's cards from today to the last day: each month, on the day that the bank states
 * or that of the last payment, what was paid a month on average in the last three months; without any payment what the
 * statement says, and at least the minimum. Nothing for a card of which nothing is known, and nothing again for a payment
 * that has left already and only has not arrived.
 */
export function expectedCardPayments(
  { cards, payments }: Known,
  { today, until }: { today: CalendarDate; until: CalendarDate },
): CardPayment[] {
  return cards
    .filter(({ type, owedMinor }) => type === "credit" && owedMinor !== null && owedMinor > 0)
    .flatMap((card) => {
      const received = payments
        .filter((row) => row.accountId === card.accountId && row.amountMinor > 0)
        .toSorted((a, b) => (a.date < b.date ? -1 : 1));
      const amountMinor = usualPayment(card, received, today);
      const first = nextDate(card, received, today);
      if (amountMinor === 0 || first === null) return [];
      const paidBy = payerSide(received.at(-1), payments);
      const left =
        paidBy && payments.find((row) => isPaidLike(row, paidBy) && isOnItsWay(row, payments, today));
      return monthsFrom(first, until)
        .filter((date) => left === undefined || !isAbout(date, left.date))
        .map((date) => ({
          name: card.name,
          date,
          amountMinor: -amountMinor,
          currency: card.currency,
          payerId: paidBy?.accountId ?? null,
        }));
    });
}

function usualPayment({ terms }: Liability, received: readonly Transaction[], today: CalendarDate): number {
  const since = addMonths(today, -MONTHS);
  const recent = received.filter(({ date }) => date > since);
  const months = new Set(recent.map(({ date }) => monthOf(date))).size;
  const total = recent.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const minimum = terms?.minimumPaymentMinor ?? 0;
  // Three months can touch four calendar months.
  if (months > 0) return Math.max(minimum, roundedQuotient(total, Math.min(months, MONTHS)));
  return Math.max(minimum, terms?.lastStatementBalanceMinor ?? 0);
}

function nextDate(
  card: Liability,
  received: readonly Transaction[],
  today: CalendarDate,
): CalendarDate | null {
  const lastPaid = received.at(-1)?.date;
  const stated = card.terms?.nextPaymentDueDate ?? null;
  if (stated !== null) {
    const due =
      isPaid(card) || received.some((row) => paysStatement(row, card)) ? addMonths(stated, 1) : stated;
    return due >= today ? due : firstFrom(stated, today);
  }
  return lastPaid === undefined ? null : firstFrom(lastPaid, today);
}

/** Rows know of a payment before the bank's terms do. */
const paysStatement = ({ date, amountMinor }: Transaction, { terms }: Liability): boolean =>
  terms !== null &&
  terms.lastStatementDate !== null &&
  date > terms.lastStatementDate &&
  amountMinor >= (terms.minimumPaymentMinor ?? 0);

/** The same day of a later month, from today on. */
function firstFrom(date: CalendarDate, today: CalendarDate): CalendarDate {
  let months = 1;
  while (addMonths(date, months) < today) months += 1;
  return addMonths(date, months);
}

function monthsFrom(first: CalendarDate, until: CalendarDate): CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (let months = 0; addMonths(first, months) <= until; months += 1) dates.push(addMonths(first, months));
  return dates;
}

const payerSide = (received: Transaction | undefined, payments: readonly Transaction[]) =>
  received && payments.find((row) => isOtherSide(row, received));

/**
 * Whether this row has left for a card and only has not arrived: in these days, under the name of payments of this account
 * that did arrive.
 */
export const isOnItsWay = (
  row: Transaction,
  payments: readonly Transaction[],
  today: CalendarDate,
): boolean =>
  isAbout(row.date, today) &&
  !hasArrived(row, payments) &&
  payments.some((earlier) => isPaidLike(row, earlier) && hasArrived(earlier, payments));

const isPaidLike = (row: Transaction, earlier: Transaction): boolean =>
  row.accountId === earlier.accountId &&
  row.amountMinor < 0 &&
  earlier.amountMinor < 0 &&
  stemOf(row.description) === stemOf(earlier.description);

const hasArrived = (row: Transaction, payments: readonly Transaction[]): boolean =>
  payments.some((other) => isOtherSide(row, other));

const isAbout = (date: CalendarDate, other: CalendarDate): boolean =>
  Math.abs(daysBetween(date, other)) <= SAME_PAYMENT_DAYS;

/** Whether the two rows are one payment: as much out of one account as came to the other, in the same days. */
export const isOtherSide = (row: Transaction, received: Transaction): boolean =>
  row.accountId !== received.accountId &&
  row.amountMinor === -received.amountMinor &&
  row.currency === received.currency &&
  isAbout(row.date, received.date);
