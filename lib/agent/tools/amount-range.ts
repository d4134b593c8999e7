import { z } from "zod";
import { minorUnitExponent } from "../../domain/money";
import type { Transaction } from "../../domain/transaction";

/** The part of a tool's input that says what a single row must amount to. */
export const AmountRangeInput = {
  minAmount: z
    .number()
    .min(0)
    .nullish()
    .describe("Only single rows of at least this much, in whole units (12.5 for $12.50)."),
  maxAmount: z.number().min(0).nullish().describe("Only single rows of at most this much, in whole units."),
};
export type AmountRange = { minAmount?: number | null | undefined; maxAmount?: number | null | undefined };

/** Whether the row's amount, in or out, lies in the range. */
export function isInRange(row: Transaction, { minAmount, maxAmount }: AmountRange): boolean {
  const units = Math.abs(row.amountMinor) / 10 ** minorUnitExponent(row.currency);
  return units >= (minAmount ?? 0) && units <= (maxAmount ?? Number.POSITIVE_INFINITY);
}
