import type { ToolResult } from "../../../lib/contract/tool-result";
import { viewAccounts } from "./accounts";
import { viewAnomalies } from "./anomalies";
import { viewBudgets } from "./budgets";
import { viewCalculation } from "./calculation";
import { viewCashFlow } from "./cash-flow";
import { viewChart } from "./chart";
import { viewComparison } from "./comparison";
import { viewDebtPayoff } from "./debt-payoff";
import { viewIncome, viewSpending } from "./flow";
import { viewForecast } from "./forecast";
import { viewFreshness } from "./freshness";
import { viewGoals } from "./goals";
import { viewHoldings } from "./holdings";
import { viewLiabilities } from "./liabilities";
import { viewNames } from "./names";
import { viewNetWorth } from "./net-worth";
import { viewProposal } from "./proposal";
import { viewRecurring } from "./recurring";
import { viewTransaction } from "./transaction";
import { viewTransactions } from "./transactions";
import { viewUpcoming } from "./upcoming";
import type { ResultView } from "./view";

type ResultOf<Kind> = Extract<ToolResult, { kind: Kind }>;

/** A kind of result without a view does not compile. */
const VIEWS: { [Kind in ToolResult["kind"]]: (result: ResultOf<Kind>) => ResultView } = {
  accounts: viewAccounts,
  net_worth: viewNetWorth,
  transactions: viewTransactions,
  transaction: viewTransaction,
  spending: viewSpending,
  income: viewIncome,
  cash_flow: viewCashFlow,
  comparison: viewComparison,
  recurring: viewRecurring,
  upcoming: viewUpcoming,
  forecast: viewForecast,
  budgets: viewBudgets,
  goals: viewGoals,
  holdings: viewHoldings,
  liabilities: viewLiabilities,
  debt_payoff: viewDebtPayoff,
  anomalies: viewAnomalies,
  freshness: viewFreshness,
  names: viewNames,
  calculation: viewCalculation,
  chart: viewChart,
  proposal: viewProposal,
};

/** A result as people see it. Tables without a row are left out. */
export function viewResult(result: ToolResult): ResultView {
  // TypeScript cannot know that the view found by its kind is the one for this result.
  const view = (VIEWS[result.kind] as (result: ToolResult) => ResultView)(result);
  return { ...view, tables: view.tables.filter(({ rows }) => rows.length > 0) };
}
