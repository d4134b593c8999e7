import { z } from "zod";
import { CalendarDate, Money, Percent } from "../money";
import { Evidence } from "./evidence";

const PayoffTotals = z.object({
  /** Monthly payments until nothing is owed. */
  months: z.int(),
  payoffDate: CalendarDate,
  interest: Money,
  /** What was owed and its interest. */
  paid: Money,
});

export const DebtPayoffResult = Evidence.extend({
  kind: z.literal("debt_payoff"),
  filters: z.object({ accounts: z.array(z.string()) }),
  strategy: z.enum(["avalanche", "snowball"]),
  extraPerMonth: Money,
  /** All minimums and the extra. */
  budgetPerMonth: Money,
  owed: Money,
  /** In the order in which the extra goes to them. */
  debts: z.array(
    z.object({
      name: z.string(),
      owed: Money,
      yearlyRate: Percent,
      minimumPayment: Money,
      monthlyInterest: Money,
      /** False: with the minimum alone it would never be paid off. */
      minimumCoversInterest: z.boolean(),
      /** Null when the budget never pays them all off. */
      plan: PayoffTotals.nullable(),
    }),
  ),
  /** Null when the budget does not cover the interest, or takes more than fifty years. */
  plan: PayoffTotals.nullable(),
  /** The same budget with the other strategy. */
  otherStrategy: PayoffTotals.nullable(),
  /** Minimums alone, each freed one going on to the next debt. */
  withoutExtra: PayoffTotals.nullable(),
  /** What the extra saves; null when there is nothing to compare with. */
  saved: z.object({ months: z.int(), interest: Money }).nullable(),
  /** What this strategy costs in interest beyond the other; negative is what it saves. */
  interestBeyondOther: Money.nullable(),
  /** Debts that could not be planned, and why. */
  leftOut: z.array(z.object({ name: z.string(), reason: z.string() })),
  assumptions: z.array(z.string()),
});
export type DebtPayoffResult = z.infer<typeof DebtPayoffResult>;
