import type { AccountType } from "../contract/banking";
import type { CategoryId } from "./categories";
import type { Classification } from "./classify-flow";
import type { Flow } from "./transaction";

/** A classified transaction as one possible side of a transfer between the person's own accounts. */
export type Leg = Classification & {
  id: string;
  accountId: string;
  accountType: AccountType;
  currency: string;
  /** Positive is money into the account. */
  amountMinor: number;
  /** Calendar date `YYYY-MM-DD`. */
  date: string;
};

/** Banks book the two sides of a transfer up to a long weekend apart. */
const MAX_DAYS_APART = 5;

type Place = Pick<Leg, "currency" | "amountMinor" | "date">;

/**
 * Whether no pair can span these two, which follow one another in the order of currency, amount without sign, and date:
 * what comes before and what comes after can be decided apart.
 */
export const canBeParted = (before: Place, after: Place): boolean =>
  before.currency !== after.currency ||
  Math.abs(before.amountMinor) !== Math.abs(after.amountMinor) ||
  dayOf(after.date) - dayOf(before.date) > MAX_DAYS_APART;

/**
 * Finds both sides of transfers between a person's own accounts (equal opposite amounts in one currency, in two
 * accounts, a few days apart) and says what each unclear side therefore is. At least one side must be a transfer by
 * its own category: two unclear rows that happen to be equal prove nothing.
 * @returns changed meaning by id; rows that stay as they are do not appear
 */
export function confirmOwnTransfers(legs: readonly Leg[]): Map<string, { flow: Flow; category: CategoryId }> {
  const changes = new Map<string, { flow: Flow; category: CategoryId }>();
  const taken = new Set<string>();
  for (const { out, into } of candidatePairs(legs)) {
    if (taken.has(out.id) || taken.has(into.id)) continue;
    taken.add(out.id).add(into.id);
    for (const leg of [out, into]) {
      const meaning = pairedMeaning(leg, into.accountType === "credit");
      if (meaning.flow !== leg.flow || meaning.category !== leg.category) changes.set(leg.id, meaning);
    }
  }
  return changes;
}

function pairedMeaning(leg: Leg, toCard: boolean): { flow: Flow; category: CategoryId } {
  if (toCard) return { flow: "card_payment", category: "card_payment" };
  return { flow: "transfer", category: leg.certain ? leg.category : "transfer" };
}

const isKnownTransfer = (leg: Leg) => leg.certain && (leg.flow === "transfer" || leg.flow === "card_payment");

type Pair = { out: Leg; into: Leg; known: number; days: number };

/** Best first: both sides known, then the closest dates; ids make the order, and so the result, repeatable. */
function candidatePairs(legs: readonly Leg[]): Pair[] {
  const eligible = legs.filter(mayBeOwnTransfer);
  const incoming = incomingByAmountAndDay(eligible);
  const pairs: Pair[] = [];
  for (const out of eligible) {
    if (out.amountMinor >= 0) continue;
    const day = dayOf(out.date);
    for (let shift = -MAX_DAYS_APART; shift <= MAX_DAYS_APART; shift += 1) {
      for (const into of incoming.get(dayKey(out.currency, -out.amountMinor, day + shift)) ?? []) {
        const known = Number(isKnownTransfer(out)) + Number(isKnownTransfer(into));
        if (out.accountId === into.accountId || known === 0) continue;
        pairs.push({ out, into, known, days: Math.abs(shift) });
      }
    }
  }
  return pairs.sort(
    (a, b) =>
      b.known - a.known || a.days - b.days || compare(a.out.id, b.out.id) || compare(a.into.id, b.into.id),
  );
}

/** Loan accounts never count anyway; cash from a machine has left the accounts. */
const mayBeOwnTransfer = (leg: Leg) =>
  leg.accountType !== "loan" && leg.category !== "cash" && (isKnownTransfer(leg) || !leg.certain);

function incomingByAmountAndDay(legs: readonly Leg[]): Map<string, Leg[]> {
  const incoming = new Map<string, Leg[]>();
  for (const leg of legs) {
    if (leg.amountMinor <= 0) continue;
    const key = dayKey(leg.currency, leg.amountMinor, dayOf(leg.date));
    const sameDay = incoming.get(key);
    if (sameDay) sameDay.push(leg);
    else incoming.set(key, [leg]);
  }
  return incoming;
}

const dayKey = (currency: string, amountMinor: number, day: number) => `${currency} ${amountMinor} ${day}`;

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

const dayOf = (date: string) => Date.parse(date) / 86_400_000;
