import { z } from "zod";
import { FlowSummary } from "./flow-summary";

/** Positive is money received. */
export const IncomeResult = FlowSummary.extend({ kind: z.literal("income") });
export type IncomeResult = z.infer<typeof IncomeResult>;
