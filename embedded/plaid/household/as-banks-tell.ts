import { addBusinessDays } from "./business-days";
import { addDays, type CalendarDate } from "./calendar";
import type { Entry } from "./entry";
import { type Random, randomFor } from "./random";

const CORRECTED = 0.028;
const AMOUNT_CORRECTED = 0.3;
const UNLINKED = 0.05;
/** Pumps, hotels and car rentals ask for a hold before they know the sum. */
const HOLDING = ["TRANSPORTATION_GAS", "TRAVEL_LODGING", "TRAVEL_RENTAL_CARS"];
const HELD_WHERE_USUAL = 0.2;
const HELD_ELSEWHERE = 0.002;

const isPurchase = ({ authorizedOn, amountCents, channel }: Entry) =>
  authorizedOn !== null && amountCents > 0 && channel !== "other";

/** First posted as the terminal sent it, or for a sum that the shop then corrects; right a day or two later. */
function corrected(entry: Entry, random: Random): Entry {
  const until = addDays(entry.postedOn, random.integer(1, 2));
  const { amountCents, name, counterparty, category } = entry;
  if (isPurchase(entry) && random.chance(AMOUNT_CORRECTED)) {
    const off = Math.max(1, Math.round(amountCents * 0.1));
    return { ...entry, correction: { until, amountCents: amountCents + off, name, counterparty, category } };
  }
  const rough = category && { ...category, confidence: "LOW" as const };
  return {
    ...entry,
    correction: { until, amountCents, name: `POS ${name}`, counterparty: null, category: rough },
  };
}

/** A sum set aside at the same shop that is never booked: it is given back when the purchase posts. */
function holdFor(entry: Entry, on: CalendarDate, random: Random): Entry {
  const heldCents = random.pick([100, 5_000, 10_000, 12_500]);
  const { correction: _, ...rest } = entry;
  return {
    ...rest,
    key: `${entry.key}:hold`,
    amountCents: 0,
    authorizedOn: on,
    postedOn: addBusinessDays(on, random.integer(1, 3)),
    pending: { amountCents: heldCents },
    vanishes: true,
  };
}

/**
 * The same movements as banks tell of them: some rows change a day or two after they posted, some posted rows do not
 * say which pending row they were, and some holds vanish. What an entry comes to in the end is untouched, so no total
 * and no balance of the past is another for it. Each draw belongs to the entry's own key, whatever window is looked at.
 */
export function asBanksTell(seed: number, entries: readonly Entry[]): Entry[] {
  return entries.flatMap((entry) => {
    const random = randomFor(seed, entry.key, "told");
    const changes = random.chance(CORRECTED);
    const unlinked = random.chance(UNLINKED) && entry.pending !== null;
    const holds = HOLDING.includes(entry.category?.detailed ?? "") ? HELD_WHERE_USUAL : HELD_ELSEWHERE;
    const held = random.chance(holds) && isPurchase(entry);
    const told: Entry = unlinked ? { ...entry, unlinked } : entry;
    const shown = changes && entry.counterparty?.type === "merchant" ? corrected(told, random) : told;
    if (!held || entry.authorizedOn === null) return [shown];
    return [shown, holdFor(shown, entry.authorizedOn, random)];
  });
}
