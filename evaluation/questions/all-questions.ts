import { ASIDE } from "../aside";
import type { Question } from "../question";
import { CHAINS } from "./chains";
import { ACCOUNT_SCOPED, DELTAS, EUROS, EXCLUSIONS, SINCE_PAYDAY, YEARS } from "./comparisons";
import { AMBIGUOUS, INJECTION, NONE, OUT_OF_RANGE, REFUSALS, SEVERAL } from "./edges";
import { BALANCES, CASH_FLOW, INCOME, NET_WORTH, SAVINGS_RATE, UTILISATION } from "./flows";
import { LISTS } from "./lists";
import { COUNTS, MERCHANTS } from "./merchants";
import { MONEY_OTHERWISE } from "./money-otherwise";
import { AFFORDABILITY, BUDGET, PAY_OFF, SUBSCRIPTIONS, UPCOMING } from "./planning";
import { AVERAGES, EXTREMES, SERIES, SHARES, TOPS } from "./reckonings";
import { CATEGORY_TOTALS, TOTALS } from "./totals";
import { WORDINGS } from "./wordings";

export const ALL_QUESTIONS: readonly Question[] = [
  ...TOTALS,
  ...CATEGORY_TOTALS,
  ...MERCHANTS,
  ...COUNTS,
  ...AVERAGES,
  ...EXTREMES,
  ...TOPS,
  ...SHARES,
  ...SERIES,
  ...DELTAS,
  ...YEARS,
  ...EXCLUSIONS,
  ...ACCOUNT_SCOPED,
  ...SINCE_PAYDAY,
  ...EUROS,
  ...INCOME,
  ...CASH_FLOW,
  ...SAVINGS_RATE,
  ...BALANCES,
  ...NET_WORTH,
  ...UTILISATION,
  ...UPCOMING,
  ...SUBSCRIPTIONS,
  ...PAY_OFF,
  ...AFFORDABILITY,
  ...BUDGET,
  ...NONE,
  ...OUT_OF_RANGE,
  ...AMBIGUOUS,
  ...REFUSALS,
  ...INJECTION,
  ...SEVERAL,
  ...LISTS,
  ...CHAINS,
  ...WORDINGS,
  ...MONEY_OTHERWISE,
  ...ASIDE,
];
