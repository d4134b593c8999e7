import type { RefusalReason } from "../answers/fixed";

/** The kinds of question that there are. */
export type TopicName =
  | "accounts"
  | "anomalies"
  | "arithmetic"
  | "budgets"
  | "cash_flow"
  | "debt_payoff"
  | "forecast"
  | "freshness"
  | "goals"
  | "holdings"
  | "income"
  | "liabilities"
  | "lone_name"
  | "net_worth"
  | "proposals"
  | "recurring"
  | "rows"
  | "spending"
  | "transaction"
  | "upcoming"
  | "why";

/** What a whole question may turn out to be: of a topic, to be refused, or not to be understood. */
export type Label = TopicName | "unclear" | RefusalReason;
