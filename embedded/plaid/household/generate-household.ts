import type { HouseholdAccount } from "./account";
import { accountsOf } from "./accounts";
import { asBanksTell } from "./as-banks-tell";
import { addMonths, type CalendarDate, dayOfMonth, monthOf, monthsBetween } from "./calendar";
import type { Entry } from "./entry";
import { bills } from "./habits/bills";
import { carLoan } from "./habits/car-loan";
import { income } from "./habits/income";
import type { Habit } from "./habits/movement";
import { people } from "./habits/people";
import { saving } from "./habits/saving";
import { shopping } from "./habits/shopping";
import { travel } from "./habits/travel";
import { type Profile, profileOf } from "./profile";
import { cardPayments, statementsOf, sweeps, unpaidBefore } from "./settlements";
import { smallPurchases } from "./small-purchases";

export type Household = { profile: Profile; accounts: HouseholdAccount[]; entries: Entry[] };

const HABITS: readonly Habit[] = [income, bills, shopping, travel, people, saving];

/**
 * What happens in the window has causes outside it: a sweep looks back on a month, in which a statement was paid that
 * closed the month before, on which a refund was for a purchase of a month earlier still; a flight is booked in the
 * month before its trip.
 */
const MONTHS_BEFORE = 6;
const MONTHS_AFTER = 1;

/** The first day on which anything of an entry can be seen. */
export function firstSeenOn(entry: Entry): CalendarDate {
  return entry.pending !== null && entry.authorizedOn !== null ? entry.authorizedOn : entry.postedOn;
}

export function inOrderSeen(entries: readonly Entry[]): Entry[] {
  const order = (entry: Entry) => `${firstSeenOn(entry)} ${entry.key}`;
  return entries
    .map((entry) => ({ entry, order: order(entry) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ entry }) => entry);
}

/** Checking starts each month from the same level, so a window that opens later in the month opens with what is left. */
function leftSinceFirstOfMonth(entries: readonly Entry[], start: CalendarDate): number {
  return entries
    .filter(
      ({ account, postedOn }) =>
        account === "checking" && postedOn < start && postedOn >= `${monthOf(start)}-01`,
    )
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
}

/**
 * The household of a seed from `start` to the end of `through`'s month: its accounts and every movement on them, in the
 * order in which the bank shows them. Pure: the same arguments give the same bytes, and a later `through` only adds.
 */
export function generateHousehold(of: {
  seed: number;
  start: CalendarDate;
  through: CalendarDate;
  /** Small purchases on top of those of a usual life; default: none. */
  extraPerDay?: number;
}): Household {
  const profile = profileOf(of.seed);
  const last = monthOf(of.through);
  const months = monthsBetween(addMonths(monthOf(of.start), -MONTHS_BEFORE), addMonths(last, MONTHS_AFTER));
  const used = [
    ...months.flatMap((month) => HABITS.flatMap((habit) => habit({ profile, month }))),
    ...carLoan(profile, of.start, months),
    ...smallPurchases({
      seed: of.seed,
      from: of.start,
      to: dayOfMonth(last, 31),
      perDay: of.extraPerDay ?? 0,
    }),
  ];
  const statements = statementsOf(profile, used);
  const paid = cardPayments(profile, statements);
  const entries = [...used, ...paid, ...sweeps(months, [...used, ...paid])];
  return {
    profile,
    accounts: accountsOf(profile, {
      ...profile.openingCents,
      checking: profile.openingCents.checking - leftSinceFirstOfMonth(entries, of.start),
      card: unpaidBefore(of.start, "card", statements, paid),
      "second-card": profile.carriedCents + unpaidBefore(of.start, "second-card", statements, paid),
    }),
    entries: inOrderSeen(
      asBanksTell(of.seed, entries).filter(
        (entry) => entry.postedOn >= of.start && monthOf(firstSeenOn(entry)) <= last,
      ),
    ),
  };
}
