import { describe, expect, it } from "vitest";
import { type Case, describeAnswers } from "../../../tests/support/analyst-cases";
import { askOffline } from "../../../tests/support/ask-offline";
import { householdWithTraps } from "../../../tests/support/household-with-traps";

/** Totals that an answer gives that leaves the condition out: of October, its groceries, restaurants and coffee. */
const TOO_WIDE = [
  "$2,726.97",
  "$174.50",
  "$82.00",
  "$12.00",
  "$2,286.76",
  "$85.50**",
  "$4,903.21",
  "$15,710.45",
];

const AMOUNTS: Case[] = [
  {
    ask: "How much did I spend on groceries over $50 last month?",
    says: ["**$185.50**", "single purchases of over 50", "2 transactions", "refunds are not taken off"],
    calls: ["summarize_spending"],
  },
  { ask: "How much did I spend on purchases under $20 last month?", says: ["**$56.98**", "under 20"] },
  { ask: "How much did I spend in purchases of at most $20 last month?", says: ["**$76.98**"] },
  { ask: "how much did i spend on purchases of $20 or less in october", says: ["**$76.98**"] },
  { ask: "How much did I spend on things over $2k last month?", says: ["**$2,100.00**", "over 2,000"] },
  { ask: "How much did I spend on restaurants over $31 last month?", says: ["**$0.00**"] },
  { ask: "How much did I spend on restaurants of at least $31 last month?", says: ["**$62.00**"] },
  { ask: "How much did I spend on purchases of no more than $6 in October?", says: ["**$5.75**"] },
  { ask: "How much did I spend on purchases between $20 and $50 in October?", says: ["**$130.00**"] },
  { ask: "Show my purchases over $220 last month", says: ["Oakwood"], never: ["IGNORE"] },
  { ask: "How many purchases over $50 did I make last month?", says: ["**5 purchases**"] },
  {
    ask: "How much did I spend on purchases over $50 last month by category?",
    says: ["| Groceries | $185.50 | 2 |", "| Rent | $2,100.00 | 1 |"],
  },
  {
    ask: ["How much did I spend on groceries over $50 last month?", "and in May?"],
    says: ["**$100.00**", "over 50"],
  },
  {
    ask: ["How much did I spend on groceries last month?", "only over $50"],
    says: ["of over 50", "-$100.00", "-$85.50"],
    never: ["-$14.50"],
  },
  {
    ask: ["How much did I spend on groceries over $50 last month?", "show me the transactions"],
    says: ["Trader Joe's", "-$85.50"],
    never: ["-$14.50", "$25.50"],
  },
  // About the total, not about single purchases.
  { ask: "Did I spend more than $150 on groceries last month?", says: ["**$174.50**"] },
];

const PERIODS: Case[] = [
  { ask: "Groceries in the first week of October", says: ["**$100.00**", "Oct 1 to Oct 7, 2026"] },
  { ask: "groceries in the second week of october", says: ["**$100.00**", "Oct 8 to Oct 14, 2026"] },
  { ask: "restaurants in the last week of October", says: ["**$20.00**", "Oct 25 to Oct 31, 2026"] },
  { ask: "groceries in the first week of last month", says: ["**$100.00**", "Oct 1 to Oct 7, 2026"] },
  { ask: "groceries in the first half of October", says: ["**$200.00**", "Oct 1 to Oct 15, 2026"] },
  { ask: "groceries in the second half of October", says: ["**-$25.50**", "Oct 16 to Oct 31, 2026"] },
  { ask: "groceries in the first half of 2026", says: ["**$201.22**", "Jan 1 to Jun 30, 2026"] },
  { ask: "groceries in the first 10 days of October", says: ["**$100.00**", "Oct 1 to Oct 10, 2026"] },
  {
    ask: "How much did I spend on groceries until October 10?",
    says: ["Dec 2, 2024 to Oct 10, 2026", "**$607.82**"],
  },
  { ask: "groceries this year until October 10", says: ["**$501.32**", "Jan 1 to Oct 10, 2026"] },
  { ask: "groceries this year up to October 1", says: ["Jan 1 to Oct 1, 2026", "**$501.32**"] },
  { ask: "groceries this year before October 1", says: ["**$401.32**", "Jan 1 to Sep 30, 2026"] },
  { ask: "groceries before September", says: ["Dec 2, 2024 to Aug 31, 2026"], never: ["$200.10"] },
  { ask: "groceries after September", says: ["**$260.00**", "Oct 1 to Nov 24, 2026"] },
  { ask: "groceries after October 12", says: ["**$60.00**", "Oct 13 to Nov 24, 2026"] },
  { ask: "groceries from October 12 onwards", says: ["**$160.00**", "Oct 12 to Nov 24, 2026"] },
  { ask: "coffee after October 2 and before October 9", says: ["**$5.75**", "Oct 3 to Oct 8, 2026"] },
  { ask: "restaurants in the week of October 5", says: ["**$31.00**", "Oct 5 to Oct 11, 2026"] },
  { ask: "How much did I spend on groceries by October 10 this year?", says: ["Jan 1 to Oct 10, 2026"] },
];

const SIDES: Case[] = [
  {
    ask: "Did I spend more on groceries than on restaurants in October?",
    says: ["| Groceries | $174.50 | 4 |", "| Restaurants | $82.00 | 3 |"],
  },
  {
    ask: "How much did I spend on groceries excluding Safeway last month?",
    says: ["**$100.00**", "without Safeway"],
    never: ["Rent"],
  },
  {
    ask: "How much did I spend on everything but rent last month?",
    says: ["**$626.97**", "without rent"],
  },
  {
    ask: "How many purchases did I make in October except groceries?",
    says: ["without groceries", "11 transactions"],
  },
  { ask: "last month's groceries", says: ["**$174.50**"] },
  {
    ask: "What percentage of my spending last month was groceries?",
    says: ["**6.4%**", "$174.50"],
  },
  { ask: "How much did I spend at Starbucks over the last month?", says: ["**$12.00**"] },
  { ask: "How much did i spned on groceries last month?", says: ["**$174.50**"] },
];

describeAnswers("what a single purchase amounts to", AMOUNTS);
describeAnswers("parts of months and open periods", PERIODS);
describeAnswers("comparisons and exclusions", SIDES);

/** Nothing of this can be worked out offline: a plain "cannot", or a question back. */
const CANNOT = [
  "How much did I spend on groceries on weekdays last month?",
  "groceries on mondays in October",
  "How much did I spend on coffee in the mornings last month?",
  "How much did I spend at Starbucks before noon last month?",
  "coffee after 6pm in October",
  "How much did I spend in the evenings in October?",
  "How much did I spend on weekends in October?",
  "groceries on the first weekend of October",
  "How much did I spend at the beginning of October?",
  "How much did I spend in late October?",
  "How much did I spend in the first few days of October?",
  "How much did I spend more than usual in October?",
  "Did I spend more than usual on groceries last month?",
  "Did I spend less on groceries in October?",
  "How much less did I spend on restaurants in October?",
  "Which days did I spend over $50 in October?",
  "How much did I not spend on groceries last month?",
  "How much did I spend last month not on groceries?",
  "How much did I spend on groceries in Paris last month?",
  "How much did I spend on groceries with friends last month?",
  "How much did I spend online last month?",
  "How much did I spend on half of my groceries last month?",
  "How much did I spend twice last month?",
  "What was the first thing at Starbucks and how much did I spend in October per item?",
  "How much money do I have excluding savings?",
  "How much did I spend on groceries 50 last month?",
  "How much did I spend exactly $31 on restaurants last month?",
  "How much did I spend on restaurants when I was travelling in October?",
  "How much did I spend last month if you leave my rent?",
  "How much did I spend on groceries last month including tax?",
  "How much would groceries over 10% be in October?",
  "What is left in my budgets except groceries?",
  "Which bills over $100 are due this week?",
  "What is my net worth excluding the brokerage?",
  "How far are my savings goals, apart from the holiday?",
];

describe("a condition that the offline analyst cannot meet", () => {
  it.each(CANNOT)("gets a plain word instead of another total: %s", async (question) => {
    const answer = await askOffline(householdWithTraps(), question);
    for (const total of TOO_WIDE) expect(answer.text).not.toContain(total);
    expect(answer.text).toMatch(
      /I cannot|I do not|did not understand|only know balances|have no merchant|no account called/,
    );
  });
});
