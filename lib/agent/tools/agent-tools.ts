import { comparePeriodsTool } from "./compare-periods";
import { forecastBalanceTool } from "./forecast-balance";
import { getAccountsTool } from "./get-accounts";
import { getBudgetsTool } from "./get-budgets";
import { getCashFlowTool } from "./get-cash-flow";
import { getGoalsTool } from "./get-goals";
import { getHoldingsTool } from "./get-holdings";
import { getLiabilitiesTool } from "./get-liabilities";
import { getUpcomingBillsTool } from "./get-upcoming-bills";
import { listRecurringTool } from "./list-recurring";
import { planDebtPayoffTool } from "./plan-debt-payoff";
import { searchTransactionsTool } from "./search-transactions";
import { summarizeIncomeTool } from "./summarize-income";
import { summarizeSpendingTool } from "./summarize-spending";

/** The tools, made once per process. Their order is part of the prompt: keep it, and add at the end. */
export const agentTools = () => [
  getAccountsTool(),
  searchTransactionsTool(),
  summarizeSpendingTool(),
  listRecurringTool(),
  summarizeIncomeTool(),
  getUpcomingBillsTool(),
  getCashFlowTool(),
  forecastBalanceTool(),
  getBudgetsTool(),
  getGoalsTool(),
  comparePeriodsTool(),
  getHoldingsTool(),
  getLiabilitiesTool(),
  planDebtPayoffTool(),
];
