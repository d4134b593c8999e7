import { TODAY } from "../household/facts";
import type { PlannedGoal } from "../household/goals";
import { balanceOf } from "./ahead";
import { plusDays } from "./days";
import { divideCents } from "./money-text";
import { balanceAt } from "./sums";

const PACE_DAYS = 90;
/** The day on which the pace begins. */
export const PACE_FROM = plusDays(TODAY, -PACE_DAYS);

/** How a goal stands, in cents. */
export function standingOf({ targetCents, targetDate, account, savedCents = 0 }: PlannedGoal) {
  const saved = account ? balanceOf(account) : savedCents;
  const left = saved >= targetCents ? 0 : targetCents - saved;
  const gained = account ? saved - balanceAt(account, PACE_FROM) : null;
  const toGo = gained !== null && gained > 0 && left > 0 ? Math.ceil((left * PACE_DAYS) / gained) : null;
  return {
    saved,
    left,
    basisPoints: Math.round((10_000 * saved) / targetCents),
    aMonth:
      left > 0 && targetDate !== null && targetDate > TODAY
        ? Math.ceil(left / monthsUntil(targetDate))
        : null,
    pace: gained === null ? null : divideCents(gained * 30, PACE_DAYS),
    reachedOn: toGo === null ? null : plusDays(TODAY, toGo),
    isReached: left === 0,
  };
}

/** Whole months from today, at least one. */
function monthsUntil(date: string): number {
  const count = (day: string) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  const touched = count(date) - count(TODAY);
  return Math.max(1, date.slice(8) < TODAY.slice(8) ? touched - 1 : touched);
}
