import postgres from "postgres";
import { ChatPage } from "./pages/chat-page";
import { LandingPage } from "./pages/landing-page";
import { servicesOf } from "./support/application";
import { monthsAgo } from "./support/calendar";
import { expect, test } from "./support/test";

const DEMO = "demo@purser.example";

/**
 * Sums written in SQL over what the bank sent (its own categories and merchants), sharing nothing with the application:
 * not its categories, not its idea of what is spending.
 */
const QUESTIONS = [
  {
    question: () => "How much did I spend on groceries last month?",
    period: () => monthsAgo(1),
    condition: "t.plaid_category_detailed = 'FOOD_AND_DRINK_GROCERIES'",
  },
  {
    question: () => "What did I spend on coffee last month?",
    period: () => monthsAgo(1),
    condition: "t.plaid_category_detailed = 'FOOD_AND_DRINK_COFFEE'",
  },
  {
    question: () => `How much went to fuel in ${monthsAgo(3).name}?`,
    period: () => monthsAgo(3),
    condition: "t.plaid_category_detailed = 'TRANSPORTATION_GAS'",
  },
  {
    question: () => `How much rent did I pay in ${monthsAgo(2).name}?`,
    period: () => monthsAgo(2),
    condition: "t.plaid_category_detailed = 'RENT_AND_UTILITIES_RENT'",
  },
  {
    question: () => "How much did I spend in total last month?",
    period: () => monthsAgo(1),
    condition: `a.type <> 'loan'
      and coalesce(t.plaid_category_primary, '') not in ('INCOME', 'LOAN_DISBURSEMENTS')
      and coalesce(t.plaid_category_detailed, '') <> 'LOAN_PAYMENTS_CREDIT_CARD_PAYMENT'
      and (coalesce(t.plaid_category_primary, '') not like 'TRANSFER%' or t.plaid_category_detailed like '%FROM_APPS')
      and not (a.type = 'credit' and t.amount_minor > 0 and t.plaid_category_primary in ('TRANSFER_IN', 'LOAN_PAYMENTS'))`,
  },
];

for (const { question, period, condition } of QUESTIONS) {
  test(`an independent SQL query confirms to the cent: ${question()}`, async ({ page, application }) => {
    const { databaseUrl } = await servicesOf(application);
    const client = postgres(databaseUrl, { max: 1 });
    const { start, end } = period();
    const [row] = await client.unsafe<{ spent: string; rows: string }[]>(
      `select -sum(t.amount_minor) as spent, count(*) as rows
         from transactions t join accounts a on a.id = t.account_id join users u on u.id = t.user_id
        where u.email = $1 and t.date between $2 and $3 and ${condition}`,
      [DEMO, start, end],
    );
    await client.end();
    expect(Number(row?.rows), "the household has such rows").toBeGreaterThan(0);
    const expected = (Number(row?.spent) / 100).toLocaleString("en-US", {
      style: "currency",
      currency: "USD",
    });

    const landing = new LandingPage(page);
    await landing.open();
    await landing.exploreDemo();
    const chat = new ChatPage(page);
    await chat.ask(question());
    expect(await chat.answerText()).toContain(expected);
  });
}
