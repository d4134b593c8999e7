import { type FlowSummary, summariseFlow } from "./flow-summary";
import type { FlowSum, Grouping } from "./flow-sums";

/**
 * THE definition of spending; pages, tools, charts and digests use it and nothing else computes it.
 * Only rows whose flow is `spending` count (./classify-flow.ts says which). Own transfers and card payments never do.
 * A refund is such a row with money coming in, so it lowers the total and its category. Pending purchases count, once.
 * Currencies are never added to each other.
 */
export const SPENDING_DEFINITION = "spending.v1";

/** The same rows, but only purchases of some amount. Refunds have no part in "purchases over 50". */
export const PURCHASES_DEFINITION = "purchases.v1";

export type SpendingGrouping = Grouping;

/** Positive is money spent; negative when refunds were more. */
export const summariseSpending = (sums: readonly FlowSum[], groupBy: Grouping = "none"): FlowSummary =>
  summariseFlow(sums, "spending", groupBy);
