import { z } from "zod";
import { CalendarDate, Money } from "../money";

/** A transaction as results list it. */
export const TransactionRow = z.object({
  id: z.string(),
  date: z.string(),
  merchant: z.string(),
  category: z.string(),
  account: z.string(),
  /** Positive is money in, negative is money out. */
  amount: Money,
  pending: z.boolean(),
});
export type TransactionRow = z.infer<typeof TransactionRow>;

/**
 * What every tool of the agent returns, so that any number in an answer can be traced to its rows
 * (../../../docs/architecture.md, "Answers"). Errors come back as data: see ./failure.ts.
 */
export const Evidence = z.object({
  /** What later calls of the same answer name it by, "r1" being the first. Given when it is handed to the model. */
  ref: z.string().optional(),
  /** Which definition computed it, for example "spending.v1": see ../../domain/definitions.ts. */
  definition: z.string(),
  /** ISO 8601 UTC: how fresh the bank data behind it is; null when nothing was ever synced. */
  asOf: z.iso.datetime().nullable(),
  /** Rows behind the result, before any cut of what is listed. */
  rowCount: z.int().min(0),
  /** The first date of which there is any transaction: an empty result before it means "not known", not "nothing". */
  dataFrom: CalendarDate.nullish(),
  /** What must be said with it: banks whose data is old or not all there, one plain sentence each. None: left out. */
  caveats: z.array(z.string()).optional(),
  /** The rows behind the numbers, at most 50: `rowCount` says how many there are. Models do not get them. */
  rows: z.array(TransactionRow).optional(),
});
export type Evidence = z.infer<typeof Evidence>;
