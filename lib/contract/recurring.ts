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
