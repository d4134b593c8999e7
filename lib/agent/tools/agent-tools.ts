import { calculateTool } from "./calculate";
import { comparePeriodsTool } from "./compare-periods";
import { findAnomaliesTool } from "./find-anomalies";
import { forecastBalanceTool } from "./forecast-balance";
import { getAccountsTool } from "./get-accounts";
import { getBudgetsTool } from "./get-budgets";
import { getCashFlowTool } from "./get-cash-flow";
import { getDataFreshnessTool } from "./get-data-freshness";
import { getGoalsTool } from "./get-goals";
import { getHoldingsTool } from "./get-holdings";
import { getLiabilitiesTool } from "./get-liabilities";
import { getNetWorthHistoryTool } from "./get-net-worth-history";
import { getTransactionTool } from "./get-transaction";
import { getUpcomingBillsTool } from "./get-upcoming-bills";
import { listRecurringTool } from "./list-recurring";
import { makeChartTool } from "./make-chart";
import { planDebtPayoffTool } from "./plan-debt-payoff";
import { proposeBudgetTool } from "./propose-budget";
import { proposeCategoryTool } from "./propose-category";
import { proposeGoalTool } from "./propose-goal";
import { proposeNoteTool } from "./propose-note";
import { proposeRecurringTool } from "./propose-recurring";
import { proposeRuleTool } from "./propose-rule";
import { rememberTool } from "./remember";
import { resolveNameTool } from "./resolve-name";
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
  getNetWorthHistoryTool(),
  getTransactionTool(),
  getDataFreshnessTool(),
  proposeCategoryTool(),
  proposeRuleTool(),
  proposeBudgetTool(),
  proposeGoalTool(),
  proposeNoteTool(),
  proposeRecurringTool(),
  findAnomaliesTool(),
  resolveNameTool(),
  calculateTool(),
  makeChartTool(),
  rememberTool(),
];
