import { type FlowSummary, summariseFlow } from "./flow-summary";
import type { FlowSum, Grouping } from "./flow-sums";

/**
 * THE definition of income. Only rows whose flow is `income` count (./classify-flow.ts says which): pay, interest,
 * dividends, benefits and the like. Money is not income because it comes in: refunds, transfers from own accounts, money
 * from friends and borrowed money are not. Pay that is taken back lowers it. Currencies are never added to each other.
 */
export const INCOME_DEFINITION = "income.v1";

/** The category of pay from work: what "paycheck" means. */
export const PAY_CATEGORY = "salary";

/** Positive is money received. */
export const summariseIncome = (sums: readonly FlowSum[], groupBy: Grouping = "none"): FlowSummary =>
  summariseFlow(sums, "income", groupBy);
