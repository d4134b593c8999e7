import { describe, expect, it } from "vitest";
import { understand } from "./understand";

const TODAY = "2026-11-24";

/** Of the last question the look-ups, as text. */
const callsOf = (...questions: string[]) =>
  JSON.stringify(
    understand(questions, { today: TODAY, firstDate: "2024-12-02" }).map(({ calls }) =>
      calls.map(({ name, args }) => [name, args]),
    ),
  );

const BILLS = '"categories":["rent","mortgage","utilities","internet_and_phone","insurance"]';
const AFFORD = "Can I afford a $900 laptop this month?";
const GROCERIES = "How much did I spend on groceries last month?";

type Wording = { ask: string | string[]; looksUp: string[]; never?: string[] };

const WORDINGS: Record<string, Wording[]> = {
  "bills are not all spending": [
    { ask: "How much on bills?", looksUp: [BILLS] },
    { ask: "How much did I spend on bills last month?", looksUp: [BILLS, "last_month"] },
    { ask: "What did my bills come to in October?", looksUp: [BILLS, "2026-10-01"] },
    { ask: "Total bills in September", looksUp: [BILLS] },
    {
      ask: "How much did I pay in phone bills last month?",
      looksUp: ["internet_and_phone"],
      never: ["rent"],
    },
    { ask: "Which bills are due this week?", looksUp: ["get_upcoming_bills"] },
    { ask: "list my recurring bills", looksUp: ["list_recurring"] },
  ],
  "income against spending": [
    { ask: "what share of my pay did I keep in October?", looksUp: ["get_cash_flow", "2026-10-01"] },
    { ask: "Did I come out ahead in September?", looksUp: ["get_cash_flow", "2026-09-01"] },
    { ask: "What came in and what went out last month?", looksUp: ["get_cash_flow", "last_month"] },
    {
      ask: "money in vs money out last month",
      looksUp: ["get_cash_flow", "last_month"],
      never: ["this_month"],
    },
    {
      ask: "Did my savings rate improve compared to last year?",
      looksUp: ["get_cash_flow", "this_year", "last_year"],
    },
    { ask: "How much do I save per month on average?", looksUp: ["get_cash_flow", "last_12_months"] },
  ],
  "what something costs against what is expected": [
    { ask: "Could I buy a 3k sofa before my next paycheck?", looksUp: ["forecast_balance"] },
    { ask: "Is there room for a $200 concert ticket before payday?", looksUp: ["forecast_balance"] },
    { ask: "Would a $1,500 vacation next month be ok?", looksUp: ["forecast_balance"] },
    { ask: [AFFORD, "what about $4000"], looksUp: ["forecast_balance"] },
    { ask: [AFFORD, "and if it costs $2,500?"], looksUp: ["forecast_balance"] },
  ],
  "which of two was more": [
    {
      ask: "Did I spend more on groceries than on restaurants last month?",
      looksUp: ["groceries", "restaurants"],
      never: ["this_month"],
    },
    { ask: "Is my spending higher than last month?", looksUp: ["this_month", "last_month"] },
    { ask: [GROCERIES, "and restaurants?", "which was more?"], looksUp: ["groceries", "restaurants"] },
    { ask: [GROCERIES, "and in May?", "which was higher?"], looksUp: ["last_month", "2026-05-01"] },
    { ask: "Which month was higher, September or October?", looksUp: ["2026-09-01", "2026-10-01"] },
  ],
  "days ahead and amounts that look like years": [
    { ask: "Set a goal of $3000 for a trip by June", looksUp: ['"targetDate":"2027-06-30"'] },
    { ask: "Set a goal of $3000 for a trip by December 2027", looksUp: ['"targetDate":"2027-12-31"'] },
    { ask: "I want to save $2000 by next summer", looksUp: ['"target":2000,"targetDate":"2027-08-31"'] },
    { ask: "Show transactions over $2000 this year", looksUp: ["2000.01", "this_year"], never: ["2000-01"] },
  ],
  "what people say for spending": [
    { ask: "What's the damage on takeout this month?", looksUp: ["summarize_spending"], never: ["damage"] },
    { ask: "how much money have i dropped on coffee this year", looksUp: ["summarize_spending", "coffee"] },
    {
      ask: "how much did i shell out for rent in 2025",
      looksUp: ['"categories":["rent"]'],
      never: ["shell"],
    },
    { ask: "How much cash have I burned on Uber this year?", looksUp: ['"merchants":["uber"]'] },
    { ask: "Tally up my grocery spending for Q3", looksUp: ['"categories":["groceries"]'], never: ["tally"] },
    { ask: "What's the most I've spent at Amazon in one go?", looksUp: ["search_transactions", "largest"] },
    { ask: "Did I spend less on groceries this month than last?", looksUp: ["this_month", "last_month"] },
    { ask: "How much did I earn and spend last month?", looksUp: ["get_cash_flow", "last_month"] },
    { ask: "Has my paycheck come in yet?", looksUp: ["income"], never: ["merchants"] },
  ],
  "what a condition or a follow-up keeps": [
    { ask: ["uber this year", "how many rides"], looksUp: ["search_transactions", "uber", "this_year"] },
    {
      ask: ["What did I spend last month?", "except rent", "and except groceries too"],
      looksUp: ['["rent","groceries"]'],
    },
    {
      ask: ["What did I spend on my sapphire in October?", "and the freedom?"],
      looksUp: ['"accounts":["freedom"]'],
      never: ["merchants"],
    },
    {
      ask: ["How much did I earn last month?", "how much of that did I save"],
      looksUp: ["get_cash_flow", "last_month"],
    },
    {
      ask: "total income this year, excluding interest",
      looksUp: ["summarize_income", '"exclude":{"categories":["interest_and_dividends"]}'],
    },
    { ask: "my 3 biggest categories in Q3", looksUp: ['"limit":3'], never: ["merchants"] },
    {
      ask: "top 3 merchants and top 3 categories last month",
      looksUp: ['"groupBy":"merchant"', '"groupBy":"category"'],
    },
    { ask: "ytd spending vs last year ytd", looksUp: ["this_year", "last_year_to_date"] },
    {
      ask: "which categories grew since last month",
      looksUp: ["compare_periods", '"period":"this_month","against":"last_month"'],
    },
  ],
  "money of other times and of none": [
    { ask: "How much richer am I than last year?", looksUp: ['"start":"2025-11-24","end":"2026-11-24"'] },
    { ask: ["net worth", "a year ago?"], looksUp: ['"start":"2025-11-24","end":"2025-11-24"'] },
    { ask: "When was my net worth highest?", looksUp: ["all_time"] },
    { ask: "How much will bills be in December?", looksUp: ["get_upcoming_bills"], never: ["2025"] },
    { ask: "did I get a tax refund this year", looksUp: ['"flow":"income"', "tax_refund"] },
    { ask: "spending on boats this year", looksUp: ["boats"], never: ["clothing"] },
    { ask: "if I buy a $700 phone tomorrow, will I still make rent?", looksUp: ['"days":31'] },
  ],
  "what is asked beside it is of now": [
    {
      ask: "How much did I spend last month, and what is my checking balance?",
      looksUp: ["summarize_spending", "get_accounts"],
    },
  ],
};

describe.each(Object.entries(WORDINGS))("%s", (_, wordings) => {
  it.each(wordings)("$ask", ({ ask, looksUp, never = [] }) => {
    const calls = callsOf(...[ask].flat());
    for (const part of looksUp) expect(calls).toContain(part);
    for (const part of never) expect(calls).not.toContain(part);
  });
});

it("a day of the week is no day: it asks back", () => {
  expect(callsOf("On which day of the week do I spend the most?")).toBe("[[]]");
});
