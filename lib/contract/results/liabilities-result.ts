import { z } from "zod";
import { CalendarDate, Money, Percent } from "../money";
import { Evidence } from "./evidence";

export const LiabilitiesResult = Evidence.extend({
  kind: z.literal("liabilities"),
  filters: z.object({ accounts: z.array(z.string()) }),
  /** The largest debt first. Null is what the bank does not say. */
  liabilities: z.array(
    z.object({
      accountId: z.string(),
      name: z.string(),
      institution: z.string(),
      mask: z.string().nullable(),
      type: z.enum(["credit", "loan"]),
      subtype: z.string().nullable(),
      /** Positive is owed; negative was paid too much. */
      owed: Money.nullable(),
      /** What a year costs: of a card the rate of purchases. */
      yearlyRate: Percent.nullable(),
      /** About what the next month costs at that rate, if nothing is paid. */
      monthlyInterest: Money.nullable(),
      minimumPayment: Money.nullable(),
      dueDate: CalendarDate.nullable(),
      /** Negative: the date is past. */
      dueInDays: z.int().nullable(),
      isOverdue: z.boolean().nullable(),
      statementBalance: Money.nullable(),
      statementDate: CalendarDate.nullable(),
      lastPayment: Money.nullable(),
      lastPaymentDate: CalendarDate.nullable(),
      maturityDate: CalendarDate.nullable(),
      /** Of cards. */
      limit: Money.nullable(),
      available: Money.nullable(),
      /** What is owed as part of the limit. */
      utilisation: Percent.nullable(),
    }),
  ),
  /** One per currency. What was paid too much on one debt does not lower the others. */
  totals: z.array(
    z.object({
      owed: Money,
      minimumPayments: Money,
      monthlyInterest: Money,
      /** All cards whose limit is known, taken together; null when there is none. */
      cards: z.object({ owed: Money, limit: Money, utilisation: Percent, cardCount: z.int() }).nullable(),
    }),
  ),
  /** Names of debts that are overdue. */
  overdue: z.array(z.string()),
});
export type LiabilitiesResult = z.infer<typeof LiabilitiesResult>;
