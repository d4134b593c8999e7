import type { Label } from "../topics/topic-name";
import type { Example } from "./example";
import { CASH_FLOW, INCOME, WHY } from "./flows";
import { ANOMALIES, ARITHMETIC, PROPOSALS, RECURRING, TRANSACTION } from "./looking-closer";
import { BUDGETS, DEBT_PAYOFF, FORECAST, GOALS, UPCOMING } from "./planning";
import { REFUSED, UNCLEAR } from "./refused";
import { ROWS } from "./rows";
import { SPENDING } from "./spending";
import { ACCOUNTS, FRESHNESS, HOLDINGS, LIABILITIES, NET_WORTH } from "./standing";

/** What many people would ask, by what it is about. */
export const EXAMPLES: readonly { label: Label; examples: readonly Example[] }[] = [
  { label: "spending", examples: SPENDING },
  { label: "rows", examples: ROWS },
  { label: "income", examples: INCOME },
  { label: "cash_flow", examples: CASH_FLOW },
  { label: "why", examples: WHY },
  { label: "accounts", examples: ACCOUNTS },
  { label: "net_worth", examples: NET_WORTH },
  { label: "holdings", examples: HOLDINGS },
  { label: "liabilities", examples: LIABILITIES },
  { label: "freshness", examples: FRESHNESS },
  { label: "forecast", examples: FORECAST },
  { label: "upcoming", examples: UPCOMING },
  { label: "budgets", examples: BUDGETS },
  { label: "goals", examples: GOALS },
  { label: "debt_payoff", examples: DEBT_PAYOFF },
  { label: "recurring", examples: RECURRING },
  { label: "anomalies", examples: ANOMALIES },
  { label: "transaction", examples: TRANSACTION },
  { label: "proposals", examples: PROPOSALS },
  { label: "arithmetic", examples: ARITHMETIC },
  ...REFUSED,
  { label: "unclear", examples: UNCLEAR },
];
