import { z } from "zod";
import { CalendarDate, Money, Percent, Period } from "../money";
import { Evidence } from "./evidence";

export const AnomaliesResult = Evidence.extend({
  kind: z.literal("anomalies"),
  period: Period,
  filters: z.object({ kinds: z.array(z.string()), accounts: z.array(z.string()) }),
  /** Newest first, then the largest. */
  anomalies: z.array(
    z.object({
      kind: z.enum([
        "large_for_merchant",
        "large_for_category",
        "new_merchant",
        "duplicate_charge",
        "price_rise",
        "category_spike",
      ]),
      /** Of a category that is high, the first of its month. */
      date: CalendarDate,
      /** A merchant, or a category. */
      name: z.string(),
      category: z.string(),
      account: z.string().nullable(),
      amount: Money,
      usual: Money.nullable(),
      /** Amount less usual. */
      difference: Money.nullable(),
      differencePercent: Percent.nullable(),
      /** Why it is listed, in words. */
      reason: z.string(),
      transactionIds: z.array(z.string()),
    }),
  ),
  /** All there are, before any cut of what is listed. */
  anomalyCount: z.int(),
});
export type AnomaliesResult = z.infer<typeof AnomaliesResult>;
