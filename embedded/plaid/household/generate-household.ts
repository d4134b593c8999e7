import { addMonths, type CalendarDate, monthOf, monthsBetween } from "./calendar";
import type { AccountKey, Entry } from "./entry";
import { bills } from "./habits/bills";
import { carLoan, principalCents } from "./habits/car-loan";
import { income } from "./habits/income";
import type { Habit } from "./habits/movement";
import { people } from "./habits/people";
import { saving } from "./habits/saving";
import { shopping } from "./habits/shopping";
import { travel } from "./habits/travel";
import { type Profile, profileOf } from "./profile";
import { type Card, cardPayments, sweeps, unpaidBefore } from "./settlements";

export type HouseholdAccount = {
  key: AccountKey;
  name: string;
  officialName: string;
  mask: string;
  type: "depository" | "credit" | "loan" | "investment";
  subtype: "checking" | "savings" | "credit card" | "auto" | "brokerage";
  /** Before the first row of the window; on cards and loans what is owed is positive. */
  openingCents: number;
  limitCents: number | null;
};

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

function accountsOf(profile: Profile, owed: (card: Card) => number): HouseholdAccount[] {
  const { openingCents, limitCents, masks } = profile;
  const account = (key: AccountKey, rest: Omit<HouseholdAccount, "key" | "mask">) => ({
    key,
    mask: masks[key],
    ...rest,
  });
  const accounts = [
    account("checking", {
      name: "Everyday Checking",
      officialName: "First Platypus Everyday Checking",
      type: "depository",
      subtype: "checking",
      openingCents: openingCents.checking,
      limitCents: null,
    }),
    account("savings", {
      name: "Rainy Day Savings",
      officialName: "First Platypus High-Yield Savings",
      type: "depository",
      subtype: "savings",
      openingCents: openingCents.savings,
      limitCents: null,
    }),
    account("card", {
      name: "Cashback Card",
      officialName: "First Platypus Cashback Card",
      type: "credit",
      subtype: "credit card",
      openingCents: owed("card"),
      limitCents: limitCents.card,
    }),
    account("second-card", {
      name: "Voyager Card",
      officialName: "First Platypus Voyager Travel Card",
      type: "credit",
      subtype: "credit card",
      openingCents: profile.carriedCents + owed("second-card"),
      limitCents: limitCents["second-card"],
    }),
  ];
  if (profile.carLoan !== null) {
    accounts.push(
      account("car-loan", {
        name: "Car Loan",
        officialName: "First Platypus Auto Loan",
        type: "loan",
        subtype: "auto",
        openingCents: principalCents(profile.carLoan),
        limitCents: null,
      }),
    );
  }
  if (profile.investsCents > 0) {
    accounts.push(
      account("brokerage", {
        name: "Brokerage",
        officialName: "Platypus Invest Brokerage",
        type: "investment",
        subtype: "brokerage",
        openingCents: openingCents.brokerage,
        limitCents: null,
      }),
    );
  }
  return accounts;
}

/**
 * The household of a seed from `start` to the end of `through`'s month: its accounts and every movement on them, in the
 * order in which the bank shows them. Pure: the same arguments give the same bytes, and a later `through` only adds.
 */
export function generateHousehold(of: {
  seed: number;
  start: CalendarDate;
  through: CalendarDate;
}): Household {
  const profile = profileOf(of.seed);
  const last = monthOf(of.through);
  const months = monthsBetween(addMonths(monthOf(of.start), -MONTHS_BEFORE), addMonths(last, MONTHS_AFTER));
  const used = [
    ...months.flatMap((month) => HABITS.flatMap((habit) => habit({ profile, month }))),
    ...carLoan(profile, of.start, months),
  ];
  const paid = cardPayments(profile, months, used);
  const entries = [...used, ...paid, ...sweeps(months, [...used, ...paid])];

  const owed = (card: Card) => unpaidBefore(profile, card, of.start, months, used, paid);
  const seen = entries
    .filter((entry) => entry.postedOn >= of.start && monthOf(firstSeenOn(entry)) <= last)
    .map((entry) => ({ entry, seen: firstSeenOn(entry) }))
    .sort((a, b) => (a.seen === b.seen ? (a.entry.key < b.entry.key ? -1 : 1) : a.seen < b.seen ? -1 : 1));
  return { profile, accounts: accountsOf(profile, owed), entries: seen.map(({ entry }) => entry) };
}
