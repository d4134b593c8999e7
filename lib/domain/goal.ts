import type { CalendarDate, Percent } from "../contract/money";
import { addDays, addMonths, daysBetween } from "./calendar";
import { percentOf, roundedQuotient } from "./ratio";

/**
 * How far a goal is: what is saved is the balance of its account, or what the person said. The pace is what the account
 * gained since `GOAL_PACE_DAYS` days ago, and the projected date goes on at that pace.
 */
export const GOALS_DEFINITION = "goals.v1";

/** Long enough that one pay day more or less does not decide. */
export const GOAL_PACE_DAYS = 90;
/** What a pace of a month is counted in. */
const MONTH_DAYS = 30;
/** A projection beyond that says only "not at this pace". */
const MAX_DAYS = 50 * 366;

/** What a person saves for. Minor units. */
export type Goal = {
  id: string;
  name: string;
  targetMinor: number;
  currency: string;
  targetDate: CalendarDate | null;
  /** Null: the person says what is saved. */
  accountId: string | null;
  accountName: string | null;
  savedMinor: number;
  /** What was on the account some time ago; null when it is not known, or there is no account. */
  savedBefore: { date: CalendarDate; amountMinor: number } | null;
};

type GoalFacts = Pick<Goal, "targetMinor" | "savedMinor" | "targetDate"> & {
  savedBefore?: Goal["savedBefore"];
  /** In the person's time zone. */
  today: CalendarDate;
};

type GoalProgress = {
  isReached: boolean;
  /** Never less than nothing. */
  leftMinor: number;
  saved: Percent | null;
  /** To reach it in time, in equal parts; all of it where less than a month is left. Null without a date ahead, or when it is reached. */
  neededMonthlyMinor: number | null;
  /** What 30 days brought, on average; negative when the account lost. Null when it is not known. */
  paceMonthlyMinor: number | null;
  /** When it is reached at that pace; null when it is reached, or never at this pace. */
  projectedDate: CalendarDate | null;
  /** Null when nobody can tell: no date, or no pace. */
  isOnTrack: boolean | null;
};

/** How a goal stands. Minor units of its currency. */
export function goalProgress(facts: GoalFacts): GoalProgress {
  const { targetMinor, savedMinor, targetDate, today, savedBefore } = facts;
  const leftMinor = Math.max(targetMinor - savedMinor, 0);
  const isReached = leftMinor === 0;
  const days = savedBefore ? daysBetween(savedBefore.date, today) : 0;
  const gained = savedBefore && days > 0 ? savedMinor - savedBefore.amountMinor : null;
  const projectedDate = isReached || gained === null ? null : dateAt(leftMinor, gained, days, today);
  return {
    isReached,
    leftMinor,
    saved: percentOf(Math.max(savedMinor, 0), targetMinor),
    neededMonthlyMinor:
      isReached || targetDate === null || targetDate <= today
        ? null
        : Math.ceil(leftMinor / wholeMonths(today, targetDate)),
    paceMonthlyMinor: gained === null ? null : roundedQuotient(gained * MONTH_DAYS, days),
    projectedDate,
    isOnTrack: isOnTrack({ isReached, targetDate, gained, projectedDate }),
  };
}

function dateAt(leftMinor: number, gained: number, days: number, today: CalendarDate): CalendarDate | null {
  if (gained <= 0) return null;
  const daysToGo = Math.ceil((leftMinor * days) / gained);
  return daysToGo > MAX_DAYS ? null : addDays(today, daysToGo);
}

/** Whole months until a day that lies ahead, at least one. */
function wholeMonths(today: CalendarDate, targetDate: CalendarDate): number {
  let months = 1;
  while (addMonths(today, months + 1) <= targetDate) months += 1;
  return months;
}

function isOnTrack(known: {
  isReached: boolean;
  targetDate: CalendarDate | null;
  gained: number | null;
  projectedDate: CalendarDate | null;
}): boolean | null {
  const { isReached, targetDate, gained, projectedDate } = known;
  if (targetDate === null) return null;
  if (isReached) return true;
  if (gained === null) return null;
  return projectedDate !== null && projectedDate <= targetDate;
}
