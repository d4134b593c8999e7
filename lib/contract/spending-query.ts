import { z } from "zod";
import { RELATIVE_PERIODS } from "../domain/compared-periods";
import { CalendarDate, type Period } from "./money";

/** The periods that the page offers; "custom" has its days in `from` and `to`. */
export const SPENDING_PERIODS = [
  "this_month",
  "last_month",
  "last_30_days",
  "last_90_days",
  "this_quarter",
  "last_quarter",
  "this_year",
  "last_12_months",
  "last_year",
  "all_time",
  "custom",
] as const;

export const SPENDING_GROUPINGS = ["category", "merchant", "account"] as const;

type Shown = {
  period: (typeof SPENDING_PERIODS)[number];
  /** Those of "custom"; null for a period with a name. */
  days: Period | null;
  by: (typeof SPENDING_GROUPINGS)[number];
  against: (typeof RELATIVE_PERIODS)[number];
};

/** What the page of spending shows, as its address says. What somebody typed wrong is as if it was left out. */
export const SpendingQuery = z
  .object({
    period: z.enum(SPENDING_PERIODS).catch("this_month"),
    from: CalendarDate.optional().catch(undefined),
    to: CalendarDate.optional().catch(undefined),
    by: z.enum(SPENDING_GROUPINGS).catch("category"),
    against: z.enum(RELATIVE_PERIODS).catch("previous_period"),
  })
  .transform(({ from, to, ...query }): Shown => {
    if (query.period !== "custom") return { ...query, days: null };
    if (!from || !to) return { ...query, period: "this_month", days: null };
    return { ...query, days: from <= to ? { start: from, end: to } : { start: to, end: from } };
  });
export type SpendingQuery = z.infer<typeof SpendingQuery>;
