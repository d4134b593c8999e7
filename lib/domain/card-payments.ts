import type { CalendarDate } from "../contract/money";
import { addMonths, daysBetween, monthOf } from "./calendar";
import type { Liability } from "./liability";
import { roundedQuotient } from "./ratio";
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
 * statement says, and at least the minimum. Nothing for a card of which nothing is known.
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
      return monthsFrom(first, until).map((date) => ({
        name: card.name,
        date,
        amountMinor: -amountMinor,
        currency: card.currency,
        payerId: payerOf(received.at(-1), payments),
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

const payerOf = (received: Transaction | undefined, payments: readonly Transaction[]): string | null =>
  (received && payments.find((row) => isOtherSide(row, received))?.accountId) ?? null;

/** Whether the two rows are one payment: as much out of one account as came to the other, in the same days. */
export const isOtherSide = (row: Transaction, received: Transaction): boolean =>
  row.accountId !== received.accountId &&
  row.amountMinor === -received.amountMinor &&
  row.currency === received.currency &&
  Math.abs(daysBetween(row.date, received.date)) <= SAME_PAYMENT_DAYS;
