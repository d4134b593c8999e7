import type { Cadence } from "../contract/recurring";
import { datePartsOf, fromDayNumber } from "./calendar";

/** Days are numbered as in ./calendar.ts: a series of ten years is compared with every rhythm, as integers. */
export type Day = number;

/** A rhythm: from one day of it follow all others. */
export type Grid = {
  cadence: Cadence;
  /** Days between two of them, on average. */
  period: number;
  /** So many days early or late it still counts: weekends, holidays, slow banks. */
  tolerance: number;
  /** Days after the expected one from which on it did not come. */
  grace: number;
  /** Of how many it takes to be seen at all. */
  least: number;
  /** From an anchor (number 0) the day of the occurrence with each number, in both directions. */
  from: (anchor: Day) => (index: number) => Day;
};

type Limits = Pick<Grid, "tolerance" | "grace" | "least">;

const everyDays = (cadence: Cadence, period: number, limits: Limits): Grid => ({
  cadence,
  period,
  ...limits,
  from: (anchor) => (index) => anchor + index * period,
});

const DAYS_OF_MONTH = 30.437;
const DAY_MILLISECONDS = 86_400_000;

/** First days of months by their number (months since year 0): asked for so often that working them out is what takes long. */
const firstDays = new Map<number, Day>();

function firstOf(monthNumber: number): Day {
  let first = firstDays.get(monthNumber);
  if (first === undefined) {
    first = Date.UTC(Math.floor(monthNumber / 12), monthNumber % 12, 1) / DAY_MILLISECONDS;
    firstDays.set(monthNumber, first);
  }
  return first;
}

/** The day of a month, or its last one where it is shorter. Months that run over carry on. */
function dayIn(year: number, month: number, day: number): Day {
  const number = year * 12 + month - 1;
  return Math.min(firstOf(number) + day, firstOf(number + 1)) - 1;
}

const everyMonths = (cadence: Cadence, months: number, limits: Limits): Grid => ({
  cadence,
  period: months * DAYS_OF_MONTH,
  ...limits,
  // From the anchor, not from the one before: the 31st is the 28th in February and the 31st again in March.
  from: (anchor) => {
    const { year, month, day } = datePartsOf(fromDayNumber(anchor));
    return (index) => dayIn(year, month + index * months, day);
  },
});

/** Two days of each month, about fifteen apart. */
const twiceMonthly: Grid = {
  cadence: "twice_monthly",
  period: DAYS_OF_MONTH / 2,
  tolerance: 3,
  grace: 9,
  least: 3,
  from: (anchor) => {
    const { year, month, day } = datePartsOf(fromDayNumber(anchor));
    const base = day <= 15 ? day : day - 15;
    const shift = day <= 15 ? 0 : 1;
    return (index) => {
      const isSecond = (index + shift) % 2 !== 0;
      return dayIn(year, month + Math.floor((index + shift) / 2), isSecond ? base + 15 : base);
    };
  },
};

/** Every rhythm that is looked for, the shortest first. */
export const GRIDS: readonly Grid[] = [
  everyDays("weekly", 7, { tolerance: 1, grace: 6, least: 3 }),
  everyDays("fortnightly", 14, { tolerance: 3, grace: 9, least: 3 }),
  twiceMonthly,
  everyDays("monthly", 28, { tolerance: 1, grace: 18, least: 4 }),
  everyDays("monthly", 30, { tolerance: 1, grace: 18, least: 4 }),
  everyMonths("monthly", 1, { tolerance: 4, grace: 18, least: 3 }),
  everyMonths("irregular", 2, { tolerance: 5, grace: 30, least: 3 }),
  everyMonths("quarterly", 3, { tolerance: 7, grace: 35, least: 3 }),
  everyMonths("irregular", 6, { tolerance: 8, grace: 45, least: 3 }),
  everyMonths("yearly", 12, { tolerance: 8, grace: 45, least: 2 }),
];

/** Which occurrence a day is nearest to, and how many days it is late (negative: early). */
export function placeOn(
  { period }: Grid,
  { anchor, dayAt, day }: { anchor: Day; dayAt: (index: number) => Day; day: Day },
): { index: number; offset: number } {
  const guess = Math.round((day - anchor) / period);
  let nearest = { index: guess, offset: day - dayAt(guess) };
  if (Math.abs(nearest.offset) < period / 3) return nearest;
  for (const index of [guess - 1, guess + 1]) {
    const offset = day - dayAt(index);
    if (Math.abs(offset) < Math.abs(nearest.offset)) nearest = { index, offset };
  }
  return nearest;
}
