import { ANOMALY_CASES } from "./anomaly-cases";
import { CALCULATION_CASES } from "./calculation-cases";
import { CHART_CASES } from "./chart-cases";
import { DEBT_CASES } from "./debt-cases";
import { FLOW_CASES, STATISTIC_CASES } from "./flow-cases";
import { FORECAST_CASES } from "./forecast-cases";
import { FRESHNESS_CASES } from "./freshness-cases";
import { GOAL_CASES } from "./goal-cases";
import { NAME_CASES } from "./name-cases";
import { NET_WORTH_CASES } from "./net-worth-cases";
import { PLANNING_CASES } from "./planning-cases";
import { PROPOSAL_CASES } from "./proposal-cases";
import { RECURRING_CASES } from "./recurring-cases";
import { ROW_CASES } from "./row-cases";
import { SPENDING_CASES } from "./spending-cases";
import type { ToolCase } from "./tool-case";
import { TRANSACTION_CASES } from "./transaction-cases";

export const TOOL_CASES: readonly ToolCase[] = [
  ...SPENDING_CASES,
  ...ROW_CASES,
  ...FLOW_CASES,
  ...STATISTIC_CASES,
  ...PLANNING_CASES,
  ...DEBT_CASES,
  ...RECURRING_CASES,
  ...NET_WORTH_CASES,
  ...FORECAST_CASES,
  ...ANOMALY_CASES,
  ...GOAL_CASES,
  ...CALCULATION_CASES,
  ...CHART_CASES,
  ...NAME_CASES,
  ...TRANSACTION_CASES,
  ...FRESHNESS_CASES,
  ...PROPOSAL_CASES,
];
