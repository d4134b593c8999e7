import { z } from "zod";
import { Money, Percent, Period } from "../money";
import { Evidence } from "./evidence";
import { Filters } from "./flow-summary";

const Change = z.object({
  now: Money,
  before: Money,
  /** Now less before: positive is more than before. */
  change: Money,
  /** Of the earlier amount; null where that is not above zero. */
  percent: Percent.nullable(),
  direction: z.enum(["up", "down", "same"]),
});

export const ComparisonResult = Evidence.extend({
  kind: z.literal("comparison"),
  metric: z.enum(["spending", "income", "net"]),
  /** "Now" is this one, "before" is `against`. */
  period: Period,
  against: Period,
  /** One of the two is not over, so both were cut to the same days. */
  isSameDays: z.boolean(),
  groupBy: z.enum(["none", "category", "merchant", "account"]),
  filters: Filters,
  /** One per currency. */
  totals: z.array(Change),
  /** The largest changes first, up or down. */
  groups: z.array(Change.extend({ key: z.string(), label: z.string() })),
  groupCount: z.int(),
});
export type ComparisonResult = z.infer<typeof ComparisonResult>;
