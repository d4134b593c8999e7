import { z } from "zod";
import { AccountsResult } from "./results/accounts-result";
import { AnomaliesResult } from "./results/anomalies-result";
import { BudgetsResult } from "./results/budgets-result";
import { CalculationResult } from "./results/calculation-result";
import { CashFlowResult } from "./results/cash-flow-result";
import { ChartResult } from "./results/chart-result";
import { ComparisonResult } from "./results/comparison-result";
import { DebtPayoffResult } from "./results/debt-payoff-result";
import { ForecastResult } from "./results/forecast-result";
import { FreshnessResult } from "./results/freshness-result";
import { GoalsResult } from "./results/goals-result";
import { HoldingsResult } from "./results/holdings-result";
import { IncomeResult } from "./results/income-result";
import { LiabilitiesResult } from "./results/liabilities-result";
import { NamesResult } from "./results/names-result";
import { NetWorthResult } from "./results/net-worth-result";
import { ProposalResult } from "./results/proposal-result";
import { RecurringResult } from "./results/recurring-result";
import { SpendingResult } from "./results/spending-result";
import { TransactionResult } from "./results/transaction-result";
import { TransactionsResult } from "./results/transactions-result";
import { UpcomingResult } from "./results/upcoming-result";

/** What the tools of the agent return, by `kind`: one file each in ./results. */
export const ToolResult = z.discriminatedUnion("kind", [
  AccountsResult,
  TransactionsResult,
  SpendingResult,
  RecurringResult,
  IncomeResult,
  UpcomingResult,
  CashFlowResult,
  ForecastResult,
  BudgetsResult,
  GoalsResult,
  ProposalResult,
  ComparisonResult,
  HoldingsResult,
  LiabilitiesResult,
  DebtPayoffResult,
  NetWorthResult,
  TransactionResult,
  FreshnessResult,
  AnomaliesResult,
  CalculationResult,
  ChartResult,
  NamesResult,
]);
export type ToolResult = z.infer<typeof ToolResult>;
