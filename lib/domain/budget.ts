import type { CalendarDate, Period } from "../contract/money";
import { daysBetween } from "./calendar";
import type { CategoryId } from "./categories";
import { CATALOGUE } from "./category-catalogue";
import { roundedQuotient } from "./ratio";

/**
 * What is left of a budget: its amount less the spending (spending.v1) of its category in a calendar month, today
 * included. It is one amount for every month; what was left over is not carried on.
 */
export const BUDGETS_DEFINITION = "budgets.v1";

/** What a person means to spend in a category in a month. Minor units. */
export type Budget = { category: string; currency: string; amountMinor: number };

/** Only what can be spent has a budget. */
export const isBudgetCategory = (category: CategoryId): boolean =>
  !["income", "movement"].includes(CATALOGUE[category].group);

type BudgetProgress = {
  /** Negative when more was spent. */
  leftMinor: number;
  /** What would be spent by now if each day took the same share; null where the month has not begun. */
  evenPaceMinor: number | null;
  /** What the month comes to if it goes on as it has begun; null unless it is under way. */
  projectedMinor: number | null;
  /** What each day that is left may take, today included; null unless the month is under way and something is left. */
  leftPerDayMinor: number | null;
  daysLeft: number;
  /** `over`: nothing is left of it; `ahead`: more is spent than an even pace would have by now. */
  status: "within" | "ahead" | "over";
};

/**
 * How a budget stands.
 * @param spentMinor in the whole month so far, negative when refunds were more
 * @param month a whole calendar month
 */
export function budgetProgress(
  { amountMinor }: Pick<Budget, "amountMinor">,
  spentMinor: number,
  month: Period,
  today: CalendarDate,
): BudgetProgress {
  const days = daysBetween(month.start, month.end) + 1;
  const gone = Math.min(Math.max(daysBetween(month.start, today) + 1, 0), days);
  const isUnderWay = today >= month.start && today <= month.end;
  const leftMinor = amountMinor - spentMinor;
  const evenPaceMinor = gone === 0 ? null : roundedQuotient(amountMinor * gone, days);
  const daysLeft = isUnderWay ? days - gone + 1 : days - gone;
  const isAhead = isUnderWay && evenPaceMinor !== null && spentMinor > evenPaceMinor;
  return {
    leftMinor,
    evenPaceMinor,
    projectedMinor: isUnderWay ? roundedQuotient(Math.max(spentMinor, 0) * days, gone) : null,
    leftPerDayMinor: isUnderWay && leftMinor > 0 ? Math.floor(leftMinor / daysLeft) : null,
    daysLeft,
    status: leftMinor < 0 ? "over" : isAhead ? "ahead" : "within",
  };
}
