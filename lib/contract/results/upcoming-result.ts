import { z } from "zod";
import { CalendarDate, Money, Period } from "../money";
import { Evidence } from "./evidence";

const UpcomingPayment = z.object({
  name: z.string(),
  /** When it is expected or due; before today for what is late. */
  date: CalendarDate,
  /** Negative: so many days late. */
  daysAway: z.int(),
  /** Positive whichever way it goes. Of a card, the minimum payment. */
  amount: Money,
  /** The amount varies: it is an average. */
  isEstimate: z.boolean(),
  isOverdue: z.boolean(),
  account: z.string(),
  /** From a rhythm of past payments, or as the bank states it. */
  source: z.enum(["recurring", "statement"]),
  /** Of a card: what paying in full would take. */
  statementBalance: Money.nullable(),
});

export const UpcomingResult = Evidence.extend({
  kind: z.literal("upcoming"),
  period: Period,
  filters: z.object({ accounts: z.array(z.string()) }),
  /** By date, what is late first. */
  bills: z.array(UpcomingPayment),
  /** All there are, before any cut of what is listed; totals cover all. */
  billCount: z.int(),
  /** One per currency: all bills of the period, what is late included. */
  totals: z.array(Money),
  overdueTotals: z.array(Money),
  income: z.array(UpcomingPayment),
  incomeTotals: z.array(Money),
  /** The next income, and what must be paid before that day. Null when none is expected in the period. */
  untilNextIncome: z
    .object({ name: z.string(), date: CalendarDate, amount: Money, billTotals: z.array(Money) })
    .nullable(),
});
export type UpcomingResult = z.infer<typeof UpcomingResult>;
