import { z } from "zod";
import { Money, Percent, Period } from "../money";
import { Evidence } from "./evidence";

const BudgetProgress = z.object({
  category: z.string(),
  label: z.string(),
  budgeted: Money,
  /** Negative when refunds were more. */
  spent: Money,
  /** Negative when more was spent than budgeted. */
  left: Money,
  used: Percent.nullable(),
  /** What would be spent by now at an even pace; null where the month has not begun. */
  evenPace: Money.nullable(),
  /** What the month comes to at the pace so far; null unless it is under way. */
  projected: Money.nullable(),
  /** What each day that is left may take, today included; null unless the month is under way and something is left. */
  leftPerDay: Money.nullable(),
  /** `ahead`: more is spent than an even pace; `over`: more than the budget. */
  status: z.enum(["within", "ahead", "over"]),
  rowCount: z.int(),
});

export const BudgetsResult = Evidence.extend({
  kind: z.literal("budgets"),
  /** A calendar month, to its end. */
  period: Period,
  /** Days that are left of it, today included. */
  daysLeft: z.int(),
  budgets: z.array(BudgetProgress),
  /** Of all budgets listed, one per currency. */
  totals: z.array(BudgetProgress.pick({ budgeted: true, spent: true, left: true, used: true })),
});
export type BudgetsResult = z.infer<typeof BudgetsResult>;
