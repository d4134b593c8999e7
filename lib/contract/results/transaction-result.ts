import { z } from "zod";
import { CalendarDate, Money } from "../money";
import { Evidence, TransactionRow } from "./evidence";

export const TransactionResult = Evidence.extend({
  kind: z.literal("transaction"),
  /** Mostly one; several where what was asked for fits several. */
  transactions: z.array(
    TransactionRow.extend({
      description: z.string(),
      /** The whole amount that the bank tells, of a row that the person has split; absent for one in one piece. */
      partOf: Money.optional(),
      /** What it means for totals, and that in a sentence. */
      flow: z.enum(["spending", "income", "transfer", "card_payment"]),
      meaning: z.string(),
      postedDate: CalendarDate,
      institution: z.string(),
      accountMask: z.string().nullable(),
      source: z.enum(["plaid", "file"]),
      bankCategory: z.object({ primary: z.string().nullable(), detailed: z.string().nullable() }),
      isCategoryChosen: z.boolean(),
      note: z.string().nullable(),
      tags: z.array(z.string()),
    }),
  ),
});
export type TransactionResult = z.infer<typeof TransactionResult>;
