import { z } from "zod";
import { CalendarDate, Money, Percent } from "../money";
import { Evidence } from "./evidence";

export const HoldingsResult = Evidence.extend({
  kind: z.literal("holdings"),
  filters: z.object({ accounts: z.array(z.string()) }),
  /** The most valuable first. */
  holdings: z.array(
    z.object({
      name: z.string(),
      ticker: z.string().nullable(),
      kind: z.string().nullable(),
      account: z.string(),
      /** Decimal numbers as text. */
      quantity: z.string(),
      price: z.string(),
      value: Money,
      /** Null where the bank does not say what it cost. */
      costBasis: Money.nullable(),
      gain: Money.nullable(),
      gainPercent: Percent.nullable(),
      /** Of all that is held in its currency. */
      share: Percent.nullable(),
      priceDate: CalendarDate.nullable(),
    }),
  ),
  holdingCount: z.int(),
  /** One per currency. */
  totals: z.array(
    z.object({
      value: Money,
      /** Of the holdings whose cost is known, as many as `costKnownOf`; null when none is. */
      costBasis: Money.nullable(),
      gain: Money.nullable(),
      gainPercent: Percent.nullable(),
      holdingCount: z.int(),
      costKnownOf: z.int(),
    }),
  ),
});
export type HoldingsResult = z.infer<typeof HoldingsResult>;
