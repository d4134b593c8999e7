import { z } from "zod";
import { CalendarDate, Money, Period } from "../money";
import { Evidence } from "./evidence";

const Point = z.object({ date: CalendarDate, balance: Money });

const CurrencyForecast = z.object({
  currency: z.string(),
  accounts: z.array(z.string()),
  /** What is on the accounts now. */
  start: Money,
  /** At the end of the last day. */
  end: Money,
  endLow: Money,
  endHigh: Money,
  /** End less start. */
  change: Money,
  /** The first day on which least is left. */
  lowest: Point,
  /** The same if the dearer half of the last weeks comes again. */
  lowestLow: Point,
  /** The first day that ends below zero; null when none does. */
  runsOutOn: CalendarDate.nullable(),
  runsOutOnLow: CalendarDate.nullable(),
  /** Null when no income is expected in the period. `lowestBefore` is of the days before it comes. */
  nextIncome: z
    .object({
      name: z.string(),
      date: CalendarDate,
      amount: Money,
      lowestBefore: Point,
      lowestBeforeLow: Point,
      /** False when even the expected balance falls below zero before it comes. */
      isEnoughBefore: z.boolean(),
    })
    .nullable(),
  /** What is scheduled: pending, regular and card payments. Both positive. */
  scheduledIn: Money,
  scheduledOut: Money,
  /** Besides what is scheduled. Null when there is not a week of data to tell it by. */
  usualSpending: z.object({ perDay: Money, perWeek: Money, total: Money, weeks: z.int() }).nullable(),
  /** By date; positive comes in. */
  events: z.array(
    z.object({
      date: CalendarDate,
      name: z.string(),
      amount: Money,
      source: z.enum(["pending", "recurring", "statement", "card_payment"]),
      isOverdue: z.boolean(),
    }),
  ),
  eventCount: z.int(),
  /** Today, every seventh day from then, and the last. */
  points: z.array(z.object({ date: CalendarDate, low: Money, expected: Money, high: Money })),
});
export type CurrencyForecast = z.infer<typeof CurrencyForecast>;

export const ForecastResult = Evidence.extend({
  kind: z.literal("forecast"),
  /** Today to the last day. */
  period: Period,
  filters: z.object({ accounts: z.array(z.string()) }),
  forecasts: z.array(CurrencyForecast),
  /** What the forecast takes for granted, one plain sentence each. */
  assumptions: z.array(z.string()),
});
export type ForecastResult = z.infer<typeof ForecastResult>;
