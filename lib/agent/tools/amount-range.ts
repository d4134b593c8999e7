import { z } from "zod";
import type { TransactionFilter } from "../../domain/ledger";

/** The part of a tool's input that says what a single row must amount to. */
export const AmountRangeInput = {
  minAmount: z
    .number()
    .min(0)
    .nullish()
    .describe("Only single rows of at least this much, in whole units (12.5 for $12.50)."),
  maxAmount: z.number().min(0).nullish().describe("Only single rows of at most this much, in whole units."),
};
type AmountRange = { minAmount?: number | null | undefined; maxAmount?: number | null | undefined };

/** The range as a filter of a ledger. */
export const amountFilter = ({
  minAmount,
  maxAmount,
}: AmountRange): Pick<TransactionFilter, "minUnits" | "maxUnits"> => ({
  minUnits: minAmount ?? undefined,
  maxUnits: maxAmount ?? undefined,
});
