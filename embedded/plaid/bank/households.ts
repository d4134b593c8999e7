import { type CalendarDate, monthOf } from "../household/calendar";
import { generateHousehold, type Household } from "../household/generate-household";

const KEPT = 24;

/** Households that were asked for lately: one is generated in tens of milliseconds and then read for every page. */
export function householdCache() {
  const kept = new Map<string, Household>();
  return (seed: number, start: CalendarDate, day: CalendarDate): Household => {
    const key = `${seed}|${start}|${monthOf(day)}`;
    const household = kept.get(key) ?? generateHousehold({ seed, start, through: day });
    kept.delete(key);
    kept.set(key, household);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return household;
  };
}
