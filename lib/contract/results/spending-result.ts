import { z } from "zod";
import { FlowSummary } from "./flow-summary";

/** Positive is money spent, refunds already taken off. */
export const SpendingResult = FlowSummary.extend({ kind: z.literal("spending") });
export type SpendingResult = z.infer<typeof SpendingResult>;
