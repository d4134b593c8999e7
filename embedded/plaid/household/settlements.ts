import { addBusinessDays, onOrAfterBusinessDay } from "./business-days";
import { addMonths, type CalendarDate, type CalendarMonth, dayOfMonth, monthOf } from "./calendar";
import { counterparty } from "./counterparty";
import type { Entry } from "./entry";
import { transferEntry } from "./habits/movement";
import { ownTransfer } from "./habits/saving";
import type { Profile } from "./profile";

export type Card = "card" | "second-card";
const CARDS: readonly Card[] = ["card", "second-card"];

const DAYS_TO_PAY = 15;

const onCard = (entry: Entry): Card | null =>
  entry.account === "card" || entry.account === "second-card" ? entry.account : null;

/** The purchases of every statement, by card and the month in which it closes. */
export type Statements = Record<Card, Map<CalendarMonth, Entry[]>>;

/** Statements close on a fixed day; what posts on that day still belongs to it. */
export function statementsOf(profile: Profile, used: readonly Entry[]): Statements {
  const statements: Statements = { card: new Map(), "second-card": new Map() };
  for (const entry of used) {
    const card = onCard(entry);
    if (card === null) continue;
    const posted = monthOf(entry.postedOn);
    const closes =
      entry.postedOn <= dayOfMonth(posted, profile.statementDay[card]) ? posted : addMonths(posted, 1);
    const listed = statements[card].get(closes);
    if (listed === undefined) statements[card].set(closes, [entry]);
    else listed.push(entry);
  }
  return statements;
}

const total = (entries: readonly Entry[]) => entries.reduce((sum, entry) => sum + entry.amountCents, 0);

const arrivingKey = (card: Card, month: CalendarMonth) => `payment:${card}:${month}:in`;

/** What a bank calls the arriving leg differs, and each of these names is one that counts a payment as income. */
function arrivingCategory(profile: Profile, card: Card): string {
  if (card === "card") return "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT";
  return profile.seed % 3 === 0 ? "LOAN_DISBURSEMENTS_OTHER_DISBURSEMENT" : "TRANSFER_IN_ACCOUNT_TRANSFER";
}

/** Both legs of paying a statement in full, some three weeks after it closed. */
function cardPayment(profile: Profile, card: Card, month: CalendarMonth, cents: number): Entry[] {
  if (cents <= 0) return [];
  const label = card === "card" ? "PLATYPUS CASHBACK CARD" : "PLATYPUS VOYAGER CARD";
  const out = transferEntry({
    key: `payment:${card}:${month}:out`,
    account: "checking",
    amountCents: cents,
    on: addBusinessDays(dayOfMonth(month, profile.statementDay[card]), DAYS_TO_PAY),
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

/** The payment of every statement. */
export function cardPayments(profile: Profile, statements: Statements): Entry[] {
  return CARDS.flatMap((card) =>
    [...statements[card]].flatMap(([month, entries]) => cardPayment(profile, card, month, total(entries))),
  );
}

/** What was owed on a card at the start of a window: all that posted before it and was not paid by then. */
export function unpaidBefore(
  start: CalendarDate,
  card: Card,
  statements: Statements,
  paid: readonly Entry[],
): number {
  const paidBefore = new Set(paid.filter(({ postedOn }) => postedOn < start).map(({ key }) => key));
  return [...statements[card]]
    .filter(([month]) => !paidBefore.has(arrivingKey(card, month)))
    .reduce((sum, [, entries]) => sum + total(entries.filter(({ postedOn }) => postedOn < start)), 0);
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
