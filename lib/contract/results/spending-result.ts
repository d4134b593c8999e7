import { z } from "zod";
import { Money, Period } from "../money";
import { Evidence } from "./evidence";

export const SpendingResult = Evidence.extend({
  kind: z.literal("spending"),
  period: Period,
  groupBy: z.enum(["none", "category", "merchant", "month"]),
  filters: z.object({
    categories: z.array(z.string()),
    merchants: z.array(z.string()),
    accounts: z.array(z.string()),
    /** What each counted purchase amounts to, in whole units, both ends included. */
    minAmount: z.number().optional(),
    maxAmount: z.number().optional(),
  }),
  /** One per currency, largest first. Positive is money spent, refunds already taken off. */
  totals: z.array(Money),
  groups: z.array(z.object({ key: z.string(), label: z.string(), amount: Money, rowCount: z.int() })),
  /** How many groups there are, before any cut of what is listed; `totals` cover all of them. */
  groupCount: z.int().optional(),
});
export type SpendingResult = z.infer<typeof SpendingResult>;
