import { z } from "zod";
import { CurrencyCode, Money, Percent, Period } from "../money";
import { Evidence } from "./evidence";

const CashFlow = z.object({
  income: Money,
  spending: Money,
  /** Income less spending. */
  net: Money,
  /** What is left of income; null without income. */
  savingsRate: Percent.nullable(),
});

export const CashFlowResult = Evidence.extend({
  kind: z.literal("cash_flow"),
  period: Period,
  filters: z.object({ accounts: z.array(z.string()) }),
  currencies: z.array(
    CashFlow.extend({
      currency: CurrencyCode,
      /** In the order of time. A month that is not whole has days that are not asked for, not known or not over. */
      months: z.array(
        CashFlow.extend({
          month: z.string(),
          label: z.string(),
          period: Period,
          isWhole: z.boolean(),
          rowCount: z.int(),
        }),
      ),
      /** Over the whole months alone; null when there are none. */
      averagePerMonth: CashFlow.nullable(),
      wholeMonths: z.int(),
    }),
  ),
});
export type CashFlowResult = z.infer<typeof CashFlowResult>;
