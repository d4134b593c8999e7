import { z } from "zod";
import { CalendarDate, CurrencyCode, Money, Percent, Period } from "../money";
import { Evidence } from "./evidence";

const Point = z.object({ date: CalendarDate, amount: Money });

export const NetWorthResult = Evidence.extend({
  kind: z.literal("net_worth"),
  period: Period,
  interval: z.enum(["day", "week", "month"]),
  filters: z.object({ accounts: z.array(z.string()) }),
  currencies: z.array(
    z.object({
      currency: CurrencyCode,
      /** At the end of the first day and of the last day of the period. */
      first: Point,
      last: Point,
      /** From the first to the last. */
      change: Money,
      /** Of the first; null where that is not above zero. */
      percent: Percent.nullable(),
      highest: Point,
      lowest: Point,
      /** The first day and then the last day of each interval, in the order of time. */
      points: z.array(Point),
    }),
  ),
  /** Before it, some account is taken to have held what it held when it was first known. */
  knownFrom: CalendarDate.nullable(),
});
export type NetWorthResult = z.infer<typeof NetWorthResult>;
