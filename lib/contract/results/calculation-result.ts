import { z } from "zod";
import { Money, Percent } from "../money";
import { Evidence } from "./evidence";

/** What was worked out from other results of the same answer. Exactly one of `amount`, `percent` and `number` is there. */
export const CalculationResult = Evidence.extend({
  kind: z.literal("calculation"),
  title: z.string(),
  /** As it was given: operators, references to results, and literals. */
  expression: z.string(),
  /** What the expression was made of, in its order. */
  operands: z.array(z.object({ source: z.string(), formatted: z.string() })),
  unit: z.enum(["money", "percent", "number"]),
  amount: Money.optional(),
  percent: Percent.optional(),
  number: z.object({ value: z.number(), formatted: z.string() }).optional(),
  /** In words: to what it was rounded, or that it is exact. */
  rounding: z.string(),
});
export type CalculationResult = z.infer<typeof CalculationResult>;
