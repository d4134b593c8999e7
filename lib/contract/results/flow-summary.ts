import { z } from "zod";
import { CurrencyCode, Money, Percent, Period } from "../money";
import { Evidence, TransactionRow } from "./evidence";

/** What is left out although it lies in the period. */
const Exclusions = z.object({ categories: z.array(z.string()), merchants: z.array(z.string()) });

export const Filters = z.object({
  categories: z.array(z.string()),
  merchants: z.array(z.string()),
  accounts: z.array(z.string()),
  exclude: Exclusions.optional(),
  /** What each counted row amounts to, in whole units, both ends included. */
  minAmount: z.number().optional(),
  maxAmount: z.number().optional(),
});

const Group = z.object({
  key: z.string(),
  label: z.string(),
  amount: Money,
  rowCount: z.int(),
  /** Of the total in its currency; null where that is not above zero. */
  share: Percent.nullish(),
  /** Over the whole months of `averagedOver`. */
  averagePerMonth: Money.optional(),
});

const Statistics = z.object({
  currency: CurrencyCode,
  /** Purchases, or payments received; refunds and pay that was taken back are apart. */
  count: z.int(),
  /** Of one of them, what was taken back not counted; null when there is none. */
  average: Money.nullable(),
  reversalCount: z.int(),
  reversed: Money,
  averagePerDay: Money.nullable(),
  averagePerMonth: Money.nullable(),
  largest: TransactionRow.nullable(),
  smallest: TransactionRow.nullable(),
});

/** What results about spending and about income have in common. */
export const FlowSummary = Evidence.extend({
  period: Period,
  groupBy: z.enum(["none", "category", "merchant", "account", "month", "week", "day"]),
  filters: Filters,
  /** One per currency, largest first. What was taken back (refunds, pay) is already taken off. */
  totals: z.array(Money),
  groups: z.array(Group),
  /** How many groups there are, before any cut of what is listed; `totals` cover all of them. */
  groupCount: z.int().optional(),
  /** One per currency, in the order of `totals`. */
  statistics: z.array(Statistics).optional(),
  /** What averages are of: the days with data, and the whole calendar months among them. */
  averagedOver: z.object({ days: z.int(), months: z.int(), monthsPeriod: Period.nullable() }).optional(),
});
export type FlowSummary = z.infer<typeof FlowSummary>;
