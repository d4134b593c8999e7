import { type CalendarDate, monthOf } from "../household/calendar";
import { euroHousehold } from "../household/euro-household";
import { generateHousehold, type Household } from "../household/generate-household";
import { withExtraAccounts } from "../household/with-extra-accounts";
import { customHousehold } from "./custom-household";
import { findInstitution } from "./institutions";
import type { SandboxItem } from "./state";

const holdsOf = ({ institutionId }: SandboxItem) => findInstitution(institutionId)?.holds ?? [];

/** Two items with the same name have the same household on that day. */
export function householdName(item: SandboxItem, day: CalendarDate): string {
  const { seed, start, extraPerDay, custom, itemId, institutionId } = item;
  return [custom === null ? institutionId : itemId, seed, start, extraPerDay, monthOf(day)].join("|");
}

/** Whose accounts these are: what the test user described, or a household of the country of this bank. */
export function makeHousehold(item: SandboxItem, day: CalendarDate): Household {
  const of = { seed: item.seed, start: item.start, through: day };
  if (item.custom !== null) return customHousehold(item.custom, of);
  const holds = holdsOf(item);
  if (holds.includes("euro-giro")) return euroHousehold(of);
  return withExtraAccounts(generateHousehold({ ...of, extraPerDay: item.extraPerDay }), of, holds);
}
