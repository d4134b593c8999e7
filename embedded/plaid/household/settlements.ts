import { addBusinessDays, onOrAfterBusinessDay } from "./business-days";
import { addMonths, type CalendarDate, type CalendarMonth, dayOfMonth } from "./calendar";
import { counterparty } from "./counterparty";
import type { Entry } from "./entry";
import { transferEntry } from "./habits/movement";
import { ownTransfer } from "./habits/saving";
import type { Profile } from "./profile";

export type Card = "card" | "second-card";
const CARDS: readonly Card[] = ["card", "second-card"];

/** Where the statement of a card that closes in this month begins (excluded) and ends (included). */
function statementOf(profile: Profile, card: Card, month: CalendarMonth) {
  const day = profile.statementDay[card];
  return { after: dayOfMonth(addMonths(month, -1), day), until: dayOfMonth(month, day) };
}

const arrivingKey = (card: Card, month: CalendarMonth) => `payment:${card}:${month}:in`;

/** What a bank calls the arriving leg differs, and each of these names is one that counts a payment as income. */
function arrivingCategory(profile: Profile, card: Card): string {
  if (card === "card") return "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT";
  return profile.seed % 3 === 0 ? "LOAN_DISBURSEMENTS_OTHER_DISBURSEMENT" : "TRANSFER_IN_ACCOUNT_TRANSFER";
}

function usedIn(profile: Profile, card: Card, month: CalendarMonth, used: readonly Entry[]): Entry[] {
  const { after, until } = statementOf(profile, card, month);
  return used.filter(({ account, postedOn }) => account === card && postedOn > after && postedOn <= until);
}

/** Both legs of paying the statement of this month in full, some three weeks after it closed. */
function cardPayment(profile: Profile, card: Card, month: CalendarMonth, used: readonly Entry[]): Entry[] {
  const { until } = statementOf(profile, card, month);
  const cents = usedIn(profile, card, month, used).reduce((sum, entry) => sum + entry.amountCents, 0);
  if (cents <= 0) return [];
  const label = card === "card" ? "PLATYPUS CASHBACK CARD" : "PLATYPUS VOYAGER CARD";
  const out = transferEntry({
    key: `payment:${card}:${month}:out`,
    account: "checking",
    amountCents: cents,
    on: addBusinessDays(until, 15),
    name: `${label} AUTOPAY PYMT`,
    counterparty: counterparty("First Platypus Bank", "financial_institution"),
    category: "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT",
  });
  const arrived = transferEntry({
    key: arrivingKey(card, month),
    account: card,
    amountCents: -cents,
    on: card === "card" ? out.postedOn : addBusinessDays(out.postedOn, 1),
    name: "AUTOPAY PAYMENT - THANK YOU",
    counterparty: null,
    category: arrivingCategory(profile, card),
  });
  return [out, arrived];
}

/** Every card payment whose statement closes in one of these months. */
export function cardPayments(
  profile: Profile,
  months: readonly CalendarMonth[],
  used: readonly Entry[],
): Entry[] {
  return months.flatMap((month) => CARDS.flatMap((card) => cardPayment(profile, card, month, used)));
}

/** What was owed on a card at the start of a window: everything posted before it whose statement was not paid yet. */
export function unpaidBefore(
  profile: Profile,
  card: Card,
  start: CalendarDate,
  months: readonly CalendarMonth[],
  used: readonly Entry[],
  paid: readonly Entry[],
): number {
  const paidBefore = new Set(paid.filter((entry) => entry.postedOn < start).map((entry) => entry.key));
  // The first months have statements that began before anything was generated.
  return months
    .slice(2)
    .filter((month) => !paidBefore.has(arrivingKey(card, month)))
    .flatMap((month) => usedIn(profile, card, month, used))
    .filter((entry) => entry.postedOn < start)
    .reduce((sum, entry) => sum + entry.amountCents, 0);
}

const SWEEP_STEP = 5_000;

/**
 * What last month left over on checking moves to savings, and what it lacked comes back, in steps of $50. So checking
 * keeps to its level however well or badly a household lives, and no balance depends on where a window begins.
 */
export function sweeps(months: readonly CalendarMonth[], entries: readonly Entry[]): Entry[] {
  const left = new Map<CalendarMonth, number>();
  for (const { account, postedOn, amountCents } of entries) {
    if (account !== "checking") continue;
    const month = postedOn.slice(0, 7);
    left.set(month, (left.get(month) ?? 0) - amountCents);
  }
  return months.flatMap((month) => {
    const steps = Math.trunc((left.get(addMonths(month, -1)) ?? 0) / SWEEP_STEP);
    if (steps === 0) return [];
    const [from, to] = steps > 0 ? (["checking", "savings"] as const) : (["savings", "checking"] as const);
    const on = onOrAfterBusinessDay(dayOfMonth(month, 4));
    return ownTransfer({ key: `sweep:${month}`, from, to, cents: Math.abs(steps) * SWEEP_STEP, on, lag: 0 });
  });
}
