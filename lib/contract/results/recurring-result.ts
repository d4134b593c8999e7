import { z } from "zod";
import { CalendarDate, Money } from "../money";
import { CADENCES, RECURRING_STATUSES } from "../recurring";
import { Evidence } from "./evidence";

const RecurringSeries = z.object({
  id: z.string(),
  name: z.string(),
  direction: z.enum(["in", "out"]),
  kind: z.enum(["income", "subscription", "bill"]),
  category: z.string(),
  account: z.string(),
  cadence: z.enum(CADENCES),
  /** `early`: seen too seldom to be sure. `ended`: the next one did not come; it is in no total. */
  status: z.enum(RECURRING_STATUSES),
  /** Positive whichever way it goes, as are all amounts here. What is usual: the last, or the average where it varies. */
  amount: Money,
  isVariable: z.boolean(),
  firstDate: CalendarDate,
  lastDate: CalendarDate,
  lastAmount: Money,
  /** Null when it has ended or nobody can tell. */
  nextDate: CalendarDate.nullable(),
  /** The expected day has passed, and it has not been seen yet. */
  isOverdue: z.boolean(),
  /** Null when nobody can tell how often it comes, or it has ended. */
  perMonth: Money.nullable(),
  perYear: Money.nullable(),
  /** Oldest first. */
  priceChanges: z.array(
    z.object({
      date: CalendarDate,
      from: Money,
      to: Money,
      /** Positive: it got dearer, or pays more. */
      difference: Money,
    }),
  ),
  /** Rows of it that are known. */
  seen: z.int(),
});
export type RecurringSeries = z.infer<typeof RecurringSeries>;

export const RecurringResult = Evidence.extend({
  kind: z.literal("recurring"),
  filters: z.object({
    direction: z.enum(["in", "out", "both"]),
    kinds: z.array(z.string()),
    names: z.array(z.string()),
    accounts: z.array(z.string()),
  }),
  /** What goes on, by what is due next; then what has ended, the latest first. */
  series: z.array(RecurringSeries),
  /** All that match, before any cut of what is listed; `totals` cover all that go on. */
  seriesCount: z.int(),
  endedCount: z.int(),
  /** One per direction and currency, of what goes on. What comes in is not taken off what goes out. */
  totals: z.array(
    z.object({
      direction: z.enum(["in", "out"]),
      perMonth: Money,
      perYear: Money,
      seriesCount: z.int(),
    }),
  ),
});
export type RecurringResult = z.infer<typeof RecurringResult>;
