import { type CalendarDate, monthOf } from "../household/calendar";
import { generateHousehold, type Household } from "../household/generate-household";
import { recent } from "./recent";

/** Movements, over all households: some hundred usual ones, or a few of very many rows. */
const KEPT = 400_000;

/** Households that were asked for lately: one is generated in tens of milliseconds and then read for every page. */
export function householdCache() {
  const households = recent<Household>(KEPT, ({ entries }) => entries.length);
  return (of: { seed: number; start: CalendarDate; extraPerDay: number }, day: CalendarDate): Household => {
    const { seed, start, extraPerDay } = of;
    return households(`${seed}|${start}|${extraPerDay}|${monthOf(day)}`, () =>
      generateHousehold({ seed, start, through: day, extraPerDay }),
    );
  };
}
