/** One way in which people's questions call a tool. */
export type Call = { tool: string; asked: string; args: Record<string, unknown> };

const of = (tool: string, calls: Record<string, Record<string, unknown>>): Call[] =>
  Object.entries(calls).map(([asked, args]) => ({ tool, asked, args }));

/** All read tools, with what is usually asked of them and with the most that can be. */
export const CALLS: readonly Call[] = [
  ...of("get_accounts", { all: {} }),
  ...of("search_transactions", {
    "last month": { period: "last_month" },
    "a merchant": { merchants: ["Merchant 11"] },
    "part of a text": { text: "merchant 399" },
    "largest of all time": { sort: "largest", flow: "spending" },
  }),
  ...of("summarize_spending", {
    "last month": { period: "last_month" },
    "a category, last month": { period: "last_month", categories: ["groceries"] },
    "a merchant, all time": { period: "all_time", merchants: ["Merchant 11"] },
    "by category, this year": { period: "this_year", groupBy: "category" },
    "by month, all time": { period: "all_time", groupBy: "month" },
    "by merchant, all time": { period: "all_time", groupBy: "merchant" },
    "all time": { period: "all_time" },
    "purchases over 50, last month": { period: "last_month", minAmount: 50 },
  }),
  ...of("summarize_income", {
    "last month": { period: "last_month" },
    "by month, all time": { period: "all_time", groupBy: "month" },
  }),
  ...of("get_cash_flow", { "this year": { period: "this_year" }, "all time": { period: "all_time" } }),
  ...of("compare_periods", {
    "this month": { period: "this_month" },
    "last year": { period: "last_year", against: "previous_period" },
  }),
  ...of("list_recurring", { "what goes out": {} }),
  ...of("get_upcoming_bills", { "30 days": {} }),
  ...of("forecast_balance", { "35 days": {} }),
  ...of("get_budgets", { "this month": {} }),
  ...of("get_goals", { all: {} }),
  ...of("get_holdings", { all: {} }),
  ...of("get_liabilities", { all: {} }),
  ...of("plan_debt_payoff", { avalanche: { extraPerMonth: 100 } }),
  ...of("get_net_worth_history", {
    "this year": { period: "this_year" },
    "all time": { period: "all_time" },
  }),
  ...of("get_transaction", { "at a merchant": { merchant: "Merchant 11" } }),
  ...of("get_data_freshness", { all: {} }),
  ...of("find_anomalies", { "30 days": {} }),
  ...of("resolve_name", { "a misspelled merchant": { phrase: "Merchnt 11" } }),
];
