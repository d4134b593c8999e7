import type { CalendarDate } from "../household/calendar";
import type { Household } from "../household/generate-household";
import { householdName, makeHousehold } from "./item-household";
import { recent } from "./recent";
import type { SandboxItem } from "./state";

/** Movements, over all households: some hundred usual ones, or a few of very many rows. */
const KEPT = 400_000;

/** Households that were asked for lately: one is generated in tens of milliseconds and then read for every page. */
export function householdCache() {
  const households = recent<Household>(KEPT, ({ entries }) => entries.length);
  return (item: SandboxItem, day: CalendarDate): Household =>
    households(householdName(item, day), () => makeHousehold(item, day));
}
