import { accounts } from "./accounts";
import { anomalies } from "./anomalies";
import { arithmetic } from "./arithmetic";
import { budgets } from "./budgets";
import { cashFlow } from "./cash-flow";
import { debtPayoff } from "./debt-payoff";
import { rows, spending } from "./flows";
import { forecast } from "./forecast";
import { freshness } from "./freshness";
import { goals } from "./goals";
import { holdings } from "./holdings";
import { income } from "./income";
import { liabilities } from "./liabilities";
import { loneName } from "./lone-name";
import { netWorth } from "./net-worth";
import { proposals } from "./proposals";
import { recurring } from "./recurring";
import type { Topic } from "./topic";
import { transaction } from "./transaction";
import { upcoming } from "./upcoming";
import { why } from "./why";

/** Questions with words of their own. The first that reads one has it, so the narrower come first. */
export const TOPICS: readonly Topic[] = [
  proposals,
  arithmetic,
  why,
  anomalies,
  freshness,
  budgets,
  goals,
  cashFlow,
  debtPayoff,
  forecast,
  liabilities,
  recurring,
  upcoming,
  netWorth,
  holdings,
  accounts,
  transaction,
];

/** Questions that would take almost anything: only what is no follow-up and of no other topic. */
export const LATE_TOPICS: readonly Topic[] = [income, rows, spending, loneName];
