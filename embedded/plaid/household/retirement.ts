import type { HouseholdAccount } from "./account";
import { type CalendarDate, type CalendarMonth, dayOfMonth, monthOf, monthsBetween } from "./calendar";
import type { Entry } from "./entry";
import { bookedEntry } from "./habits/movement";
import type { Profile } from "./profile";
import { randomFor } from "./random";

/** The plan of an employer: paid in from the salary before it arrives, and moved by the market. Its rows are not listed. */
export function retirement(
  profile: Profile,
  start: CalendarDate,
  last: CalendarMonth,
): { account: HouseholdAccount; entries: Entry[] } {
  const random = randomFor(profile.seed, "retirement");
  const openingCents = Math.round(profile.monthlyIncomeCents * (4 + random.unit() * 14));
  const paidIn = Math.round(profile.monthlyIncomeCents * 0.08);
  const entries = monthsBetween(monthOf(start), last).flatMap((month) => {
    const change = Math.round(
      openingCents * (randomFor(profile.seed, "retirement", month).unit() * 0.07 - 0.025),
    );
    const row = {
      account: "retirement" as const,
      on: dayOfMonth(month, 31),
      counterparty: null,
      category: null,
    };
    return [
      bookedEntry({
        ...row,
        key: `retirement:${month}:in`,
        amountCents: -paidIn,
        name: "EMPLOYEE CONTRIBUTION",
      }),
      bookedEntry({
        ...row,
        key: `retirement-market:${month}`,
        amountCents: -change,
        name: "CHANGE IN MARKET VALUE",
      }),
    ];
  });
  const account: HouseholdAccount = {
    key: "retirement",
    name: "401(k)",
    officialName: "Summit Ridge Retirement Plan",
    mask: String(random.integer(1_000, 9_999)),
    type: "investment",
    subtype: "401k",
    currency: "USD",
    openingCents,
    limitCents: null,
  };
  return { account, entries: entries.filter(({ postedOn }) => postedOn >= start) };
}
