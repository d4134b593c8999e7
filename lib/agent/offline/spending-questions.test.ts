import { type Case, describeAnswers } from "../../../tests/support/analyst-cases";

const OCTOBER = "Oct 1 to Oct 31, 2026";
/** October's groceries without the refund, and with only one of the twins. */
const WRONG_GROCERIES = ["$200.00", "$160.00", "$225.50"];
/** October with the card payment, with the transfer, with cash, without refunds. */
const WRONG_OCTOBER = ["$3,366.97", "$3,226.97", "$2,806.97", "$2,752.47", "$3,946.97"];

const SPENDING: Case[] = [
  {
    ask: "How much did I spend on groceries last month?",
    says: ["**$174.50**", OCTOBER, "4 transactions", "Refunds are taken off", "as of Nov 24, 2026"],
    never: WRONG_GROCERIES,
    calls: ["summarize_spending"],
  },
  { ask: "how much have i spent on groceries in October", says: ["**$174.50**"], never: WRONG_GROCERIES },
  { ask: "What did I spend on food shopping last month?", says: ["**$174.50**"] },
  { ask: "grocery spending in october 2026", says: ["**$174.50**", OCTOBER] },
  { ask: "groceries last month", says: ["**$174.50**"] },
  { ask: "My supermarket bill for last month?", says: ["**$174.50**"] },
  { ask: "How much did I spend on grocerys last month?", says: ["**$174.50**"] },
  {
    ask: "how much did i spend on restaraunts last month",
    says: ["**$82.00**", "restaurants"],
    never: ["$51.00"],
  },
  {
    ask: "How much did I spend last month?",
    says: ["**$2,726.97**", "Card payments and transfers"],
    never: WRONG_OCTOBER,
  },
  { ask: "what did i spend in total in october", says: ["**$2,726.97**"], never: WRONG_OCTOBER },
  { ask: "How much did I spend this month?", says: ["**$2,286.76**", "Nov 1 to Nov 24, 2026"] },
  { ask: "How much did I spend on groceries this month?", says: ["**$85.50**"], never: ["**$52.40**"] },
  { ask: "How much did I spend on groceries?", says: ["**$85.50**", "You named no period"] },
  { ask: "Groceries in May?", says: ["**$123.45**", "May 1 to May 31, 2026"], never: ["$201.22", "$100.00"] },
  { ask: "What did I spend on groceries in Q2?", says: ["**$201.22**", "Apr 1 to Jun 30, 2026"] },
  { ask: "How much did groceries cost me since September?", says: ["**$460.10**", "Sep 1 to Nov 24, 2026"] },
  {
    ask: "How much did I spend on groceries in the last 90 days?",
    says: ["**$460.10**", "Aug 27 to Nov 24, 2026"],
  },
  { ask: "Spending on groceries this year", says: ["**$661.32**", "Jan 1 to Nov 24, 2026"] },
  { ask: "How much did I spend on groceries last year?", says: ["**$61.50**", "Jan 1 to Dec 31, 2025"] },
  { ask: "How much did I spend on groceries in December 2024?", says: ["**$45.00**"] },
  { ask: "How much did I spend yesterday?", says: ["**$4.95**", "on Nov 23, 2026"] },
  { ask: "what did i spend today", says: ["**$33.10**", "on Nov 24, 2026"] },
  { ask: "How much did I spend on coffee in March 2026?", says: ["**$18.25**", "Mar 1 to Mar 31, 2026"] },
  { ask: "How much on gas in October?", says: ["**$48.00**", "fuel"] },
  { ask: "how much did I spend on eating out in October?", says: ["**$94.00**", "$82.00", "$12.00"] },
  { ask: "How much rent did I pay last month?", says: ["**$2,100.00**"], never: ["$4,200.00"] },
  { ask: "How much did I spend from October 1 to October 12?", says: ["Oct 1 to Oct 12, 2026", "$2,450.99"] },
  {
    ask: "How much did I spend between September and October on groceries?",
    says: ["**$374.60**", "Sep 1 to Oct 31, 2026"],
  },
  {
    ask: "How much did I spend at Starbucks in October?",
    says: ["**$12.00**", "at Starbucks"],
    never: ["$16.95"],
  },
  { ask: "What did I spend at Amazon last month?", says: ["**$59.99**"], never: ["$74.98"] },
  { ask: "How much did I spend at amazn last month?", says: ["**$59.99**", "I read “amazn” as Amazon"] },
  { ask: "Amazon spending this month", says: ["**$69.01**"], never: ["**$129.00**"] },
  { ask: "How much did I spend on Netflix last month?", says: ["**$15.49**"] },
  { ask: "How much did I spend at Trader Joes in October?", says: ["**$100.00**", "Trader Joe's"] },
  { ask: "coffee at starbucks in october", says: ["**$12.00**", "coffee shops at Starbucks"] },
  {
    ask: "How much did I spend at Blue Bottle Coffee this year?",
    says: ["**$18.25**", "Blue Bottle Coffee"],
    never: ["$35.20"],
  },
  { ask: "groceries with my checking account last month", says: ["**$14.50**", "Everyday Checking"] },
  { ask: "How much did I spend on flights last month?", says: ["**$0.00**", "no matching transactions"] },
  {
    ask: "How much did I spend on groceries in 2019?",
    says: ["only begin on Dec 2, 2024"],
    never: ["$0.00"],
  },
  { ask: "How's my spending this month?", says: ["**$2,286.76**"] },
  { ask: "Did I pay rent this month?", says: ["**$2,100.00**"] },
  { ask: "How much did I spend last weekend?", says: ["**$0.00**", "Nov 21 to Nov 22, 2026"] },
  {
    ask: "what did i spend on trader joe's and safeway in october",
    says: ["**$174.50**", "| Trader Joe's | $100.00 | 1 |"],
  },
];

const GROUPS: Case[] = [
  {
    ask: "Show my spending by category last month",
    says: ["| Rent | $2,100.00 | 1 |", "| Groceries | $174.50 | 4 |", "**$2,726.97**"],
    never: ["Salary", "Savings", "Card payments |"],
  },
  { ask: "Break down my spending in October", says: ["| Groceries | $174.50 | 4 |"] },
  { ask: "Where did my money go last month?", says: ["| Rent | $2,100.00 | 1 |"] },
  { ask: "What did I spend the most on last month?", says: ["| Rent | $2,100.00 | 1 |"] },
  {
    ask: "top 3 merchants last month",
    says: ["The 3 largest of 11", "Oakwood Apartments", "Trader Joe's"],
    never: ["Starbucks"],
  },
  {
    ask: "Groceries per month this year",
    says: ["| May 2026 | $123.45 | 2 |", "| October 2026 | $174.50 | 4 |"],
  },
  {
    ask: "monthly spending since september",
    says: ["| September 2026 | $297.60 | 4 |", "| October 2026 | $2,726.97 | 15 |"],
  },
  {
    ask: "Spending by merchant on groceries in October",
    says: ["| Trader Joe's | $100.00 | 1 |", "| Safeway | $74.50 | 3 |"],
  },
  {
    ask: "How much did I spend on groceries and restaurants last month?",
    says: ["**$256.50**", "| Groceries | $174.50 | 4 |", "| Restaurants | $82.00 | 3 |"],
  },
  {
    ask: "What's my average monthly grocery spend this year?",
    says: ["per month, over 10 whole months", "**$57.58**"],
  },
  {
    ask: "How much did I spend last month excluding rent?",
    says: ["**$626.97**", "without rent"],
    never: ["$2,726.97"],
  },
];

const COMPARISONS: Case[] = [
  {
    ask: "Compare groceries in September and October",
    says: ["More in September 2026: **$200.10**, against **$174.50** in October 2026", "**$25.60**"],
    calls: ["summarize_spending", "summarize_spending", "calculate", "calculate"],
  },
  {
    ask: "groceries this month vs last month",
    says: ["More in October 2026: **$174.50**", "**$85.50**", "Nov 1 to Nov 24, 2026"],
  },
  {
    ask: "Did I spend more on restaurants in October than in September?",
    says: ["October 2026: **$82.00**", "**$55.50** in September 2026"],
  },
  {
    ask: "groceries vs restaurants in October",
    says: ["| Groceries | $174.50 | 4 |", "| Restaurants | $82.00 | 3 |"],
  },
  { ask: "Is my rent higher than last month?", says: ["The same: **$2,100.00**"] },
  { ask: "How much did I spend this week compared to last week?", says: ["**$38.05**", "**$27.30**"] },
];

describeAnswers("spending totals", SPENDING);
describeAnswers("groups", GROUPS);
describeAnswers("comparisons", COMPARISONS);
