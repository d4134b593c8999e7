import { z } from "zod";

export const FAULT_KINDS = [
  "rate_limit",
  "institution_down",
  "institution_not_responding",
  "internal_error",
  "planned_maintenance",
  "product_not_ready",
  /** Answers late. */
  "slow",
  /** The connection breaks before anything was done. */
  "cut",
  /** The connection breaks in the middle of the answer: what was asked for is done. */
  "cut_body",
  /** Only while pages are read. */
  "mutation",
  /** Any other error of Plaid's: `error_type`, `error_code`, `status`. */
  "error",
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export const Fault = z.object({
  kind: z.enum(FAULT_KINDS),
  /** Null: every item. */
  itemId: z.string().nullable(),
  /** Null: every path. */
  path: z.string().nullable(),
  /** How often it strikes; null: until it is cleared. */
  times: z.int().min(1).nullable(),
  /** Strikes only each n-th matching request. */
  every: z.int().min(1),
  milliseconds: z.int().min(0),
  error: z.object({ type: z.string(), code: z.string(), status: z.int() }).nullable(),
});
export type Fault = z.infer<typeof Fault>;
