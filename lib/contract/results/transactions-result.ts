import { z } from "zod";
import { Money, Period } from "../money";
import { Evidence, TransactionRow } from "./evidence";

export const TransactionsResult = Evidence.extend({
  kind: z.literal("transactions"),
  period: Period.nullable(),
  transactions: z.array(TransactionRow),
  /** True when more rows match than are listed; `totals` and `rowCount` still cover all of them. */
  truncated: z.boolean(),
  totals: z.array(z.object({ moneyIn: Money, moneyOut: Money })),
});
export type TransactionsResult = z.infer<typeof TransactionsResult>;
