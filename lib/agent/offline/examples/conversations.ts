/** What leans on what was asked before it, and what the look-ups for the last of it must hold. */
export type Conversation = { asks: readonly string[]; looksUp: readonly string[] };

const after =
  (first: string, ...between: string[]) =>
  (last: string, ...looksUp: string[]): Conversation => ({ asks: [first, ...between, last], looksUp });

const afterGroceries = after("How much did I spend on groceries in October?");
const afterTotal = after("What did I spend last month?");
const afterStarbucks = after("starbucks this year");
const afterIncome = after("How much did I earn in September?");
const afterChecking = after("What's my checking balance?");
const afterCard = after("What's my sapphire card balance?");
const afterSubscriptions = after("What subscriptions do I have?");
const afterAfford = after("Can I afford a $900 laptop?");

export const CONVERSATIONS: readonly Conversation[] = [
  afterGroceries("and the month before?", "groceries", "2026-09-01"),
  afterGroceries("what about restaurants", "restaurants", "2026-10-01"),
  afterGroceries("and this month so far", "groceries", "this_month"),
  afterGroceries("how about in 2025", "groceries", "2025-01-01"),
  afterGroceries("just trader joe's", "trader joe's", "groceries", "2026-10-01"),
  afterGroceries("show me the transactions", "search_transactions", "groceries", "2026-10-01"),
  afterGroceries("how many times is that", "search_transactions", "groceries", "2026-10-01"),
  afterGroceries("compared to september?", "groceries", "2026-10-01", "2026-09-01"),
  afterGroceries("which shop got the most", "groceries", "merchant", "2026-10-01"),
  afterGroceries("on which card", "groceries", "account", "2026-10-01"),
  afterGroceries("what share of my total spending was that", "groceries", "2026-10-01"),
  afterGroceries("is that more than usual", "groceries"),
  afterGroceries("the biggest one?", "groceries", "largest", "2026-10-01"),
  afterGroceries("only on the freedom card", "groceries", "freedom", "2026-10-01"),
  afterGroceries("why so much", "compare_periods", "groceries", "2026-10-01"),
  afterTotal("break that down", "category", "last_month"),
  afterTotal("minus rent", "exclude", "rent", "last_month"),
  afterTotal("how much of it was food", "last_month"),
  afterTotal("and how much did i make", "summarize_income", "last_month"),
  afterTotal("so what was left", "get_cash_flow", "last_month"),
  afterTotal("the month before that?", "2026-09-01"),
  afterTotal("by merchant please", "merchant", "last_month"),
  afterTotal("and on the sapphire?", "sapphire", "last_month"),
  afterTotal("largest purchase in there", "largest", "last_month"),
  afterTotal("what's my savings balance", "get_accounts"),
  afterTotal("any upcoming bills?", "get_upcoming_bills"),
  afterStarbucks("and last year", "starbucks", "last_year"),
  afterStarbucks("average per visit?", "starbucks", "this_year"),
  afterStarbucks("when was the last time", "starbucks", "search_transactions"),
  afterStarbucks("peet's?", "peet", "this_year"),
  afterStarbucks("by month", "starbucks", "month", "this_year"),
  afterIncome("and spending?", "2026-09-01"),
  afterIncome("in october?", "summarize_income", "2026-10-01"),
  afterIncome("how does that compare to last year", "summarize_income", "2026-09-01"),
  afterIncome("what did I save", "get_cash_flow", "2026-09-01"),
  afterChecking("and savings?", "get_accounts"),
  afterChecking("what about a month ago", "get_net_worth_history"),
  afterChecking("will it last until payday", "forecast_balance"),
  afterCard("when is it due", "get_liabilities"),
  afterCard("what's the interest rate on it", "get_liabilities"),
  afterCard("and the limit?", "get_liabilities"),
  afterCard("how long would it take to pay it off at 300 a month", "get_liabilities"),
  afterSubscriptions("which is the most expensive", "list_recurring"),
  afterSubscriptions("did any go up", "list_recurring"),
  afterSubscriptions("how much a year is that", "list_recurring"),
  afterAfford("what about 2000", "forecast_balance"),
  afterAfford("and after rent?", "forecast_balance"),
  after("uber this year", "and lyft?")("both together?", "uber", "lyft", "this_year"),
  after("groceries in august", "september?")("october too", "groceries", "2026-10-01"),
  after("coffee last month", "and in september")(
    "what's the difference",
    "coffee",
    "last_month",
    "2026-09-01",
  ),
];
