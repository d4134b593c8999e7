/** What each definition means, in words for people: shown beside every number that was made by it. */
const WORDS: Record<string, string> = {
  "spending.v1":
    "Spending leaves out card payments and transfers between your own accounts, and takes refunds off.",
  "spending_pace.v1":
    "Spending since the first of the month, beside the average of the same days of up to three whole months before.",
  "purchases.v1":
    "Single purchases of such an amount; refunds, card payments and transfers are not among them.",
  "income.v1":
    "Income is pay, interest, dividends, benefits and the like; refunds, transfers, money from friends and loans are not.",
  "balances.v1": "Balances as your banks state them; what you owe counts as negative.",
  "transactions.v1": "Transactions as your bank has them, transfers and card payments included.",
  "recurring.v1":
    "What comes back, each once: its usual amount times how often it comes in a year, a month being a twelfth of that. What has ended costs nothing, and income is not taken off. Transfers between your own accounts and card payments are neither. Rent, loans, utilities, insurance and what varies are bills; other fixed prices are subscriptions.",
  "upcoming.v1":
    "Regular payments by their rhythm and usual amount, and due dates that your banks state with the least that must be paid, each once. What is pending or was paid since the statement is not due.",
  "cash_flow.v1":
    "Income less spending, each by its own rule; the savings rate is what is left of income. Averages are over whole months.",
  "forecast.v1":
    "From the balance of now: pending rows, regular payments and income, card payments, and other spending as in the last weeks. Transfers between your own accounts are not foreseen.",
  "budgets.v1":
    "What is left of a monthly budget: its amount less the spending of its category in that month. What was left over before is not carried on.",
  "goals.v1":
    "What is saved is the balance of the goal's account, or what you said. The pace is what the account gained in the last 90 days.",
  "proposal.v1": "A change that is made only when you click. Its effect is on this month's totals so far.",
  "comparison.v1":
    "Both periods by the same rule; a percentage is of the earlier amount. While a period is not over, the same days of the other are taken.",
  "holdings.v1":
    "Values as your banks state them; a gain is value less cost, only where the bank states the cost.",
  "liabilities.v1":
    "What is owed and on which terms, as your banks state them; utilisation is what is owed on cards as part of their limits.",
  "debt_payoff.v1":
    "Each month a twelfth of the yearly rate is added, minimums are paid, and the rest of the budget goes to one debt after the other. Rates and minimums stay, nothing new is borrowed.",
  "net_worth.v1":
    "What you own less what you owe at the end of each day, by your banks' balances and the transactions between them.",
  "transaction.v1": "A transaction as your bank has it, with what you have said of it.",
  "freshness.v1": "How far the data of each bank reaches, and when it was last read.",
  "anomaly.v1":
    "Judged against the year before: purchases three times what is usual at a merchant or four times in a category, large ones at a new merchant, the same charge twice within two days, prices of series that rose, and categories half as much again above their usual month.",
  "calculation.v1":
    "Worked out from other numbers of the same answer, exactly, and rounded once at the end. Currencies are never mixed.",
  "names.v1": "What a name can mean: the very name, what holds its words, then what looks like it.",
};

/** The rule behind a number in plain words, or its id where it is not known (an answer of a newer version). */
export const describeDefinition = (definition: string): string => WORDS[definition] ?? definition;
