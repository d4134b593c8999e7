import type { Identifier } from "./identifier";
import type { CalendarDate, Money } from "./money";

/** Where a series was found: by Plaid's add-on, or by our own detector. */
export const RECURRING_SOURCES = ["plaid", "detected"] as const;
export type RecurringSource = (typeof RECURRING_SOURCES)[number];

export const CADENCES = [
  "weekly",
  "fortnightly",
  "twice_monthly",
  "monthly",
  "quarterly",
  "yearly",
  "irregular",
] as const;
export type Cadence = (typeof CADENCES)[number];

/** `early`: seen too seldom to be sure. `ended`: the next one did not come. */
export const RECURRING_STATUSES = ["active", "early", "ended"] as const;
export type RecurringStatus = (typeof RECURRING_STATUSES)[number];

/** A payment or an income that comes back, as the person sees it. */
export type RecurringView = {
  id: Identifier;
  accountId: Identifier;
  source: RecurringSource;
  name: string;
  /** Id of a category of ../domain/categories.ts. */
  category: string;
  cadence: Cadence;
  status: RecurringStatus;
  /** Positive is money in. */
  average: Money;
  last: Money;
  isVariable: boolean;
  firstDate: CalendarDate;
  lastDate: CalendarDate;
  /** When the next one is expected; null when the series has ended or nobody can tell. */
  nextDate: CalendarDate | null;
  /** The expected day has passed, and it has not been seen yet. */
  isOverdue: boolean;
  /** Rows of it, oldest first. */
  transactionIds: Identifier[];
};
