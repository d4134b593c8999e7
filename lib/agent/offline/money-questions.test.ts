import { describe, expect, it } from "vitest";
import { understand } from "./understand";

/** Of the last question of a conversation the look-ups, as text. */
const callsOf = (questions: string | string[]) =>
  JSON.stringify(
    understand([questions].flat(), { today: "2026-11-24", firstDate: "2024-02-01" }).map(({ calls }) =>
      calls.map(({ name, args }) => [name, args]),
    ),
  );
const saidTo = (question: string): string =>
  understand([question], { today: "2026-11-24", firstDate: "2024-02-01" })
    .map(({ calls, answer }) =>
      calls.length > 0 ? "a look-up" : answer([], { today: "", timeZone: "UTC" } as never),
    )
    .join(" ");

const READ_AS: Record<string, [asked: string | string[], ...looksUp: string[]][]> = {
  "income and what is left of it": [
    ["what was my take home in october", "summarize_income", "2026-10-01"],
    ["where does my money come from", "summarize_income", "merchant"],
    ["how much did i put aside this year", "get_cash_flow", "this_year"],
    ["in vs out for q3", "get_cash_flow", "2026-07-01"],
    ["average monthly savings 2026", "get_cash_flow", "2026-01-01"],
    ["am i living beyond my means", "get_cash_flow"],
  ],
  "what comes back regularly": [
    ["subs?", "list_recurring", "subscription"],
    ["did netflix go up", "list_recurring"],
    ["what could i cancel", "list_recurring"],
    ["did i get a raise", "list_recurring", '"in"'],
    ["whens payday", "list_recurring", '"in"'],
  ],
  "what is due": [
    ["anything coming out of my account before friday?", "get_upcoming_bills", '"days":3'],
    ["what do i still have to pay this month", "get_upcoming_bills", '"days":6'],
    [["what is due in the next 7 days", "and 30?"], "get_upcoming_bills", '"days":30'],
  ],
  "limits that are set": [
    ["how much can i still spend on groceries", "get_budgets", "groceries"],
    ["am i overspending on coffee", "get_budgets", "coffee"],
    ["how did my budgets go last month", "get_budgets", "2026-10"],
    [["budget check", "just coffee"], "get_budgets", "coffee"],
    [["restaurant budget left?", "raise it to 300"], "propose_budget", "restaurants", "300"],
  ],
  "debts and how they end": [
    ["how maxed out is my card", "get_liabilities"],
    ["what's the fastest way out of debt", "get_liabilities"],
    [["how much do i owe on freedom", "what's the rate"], "get_liabilities"],
    ["how deep in debt am i", "get_accounts", "loan"],
  ],
  "what will be": [
    ["am i going to run out of money before my next paycheck", "forecast_balance"],
    ["how much will i have on december 15", "forecast_balance", '"days":21'],
    [["will i run short this month", "and next month?"], "forecast_balance", '"days":37'],
  ],
  "what the accounts hold": [
    [["what's my net worth", "how has it changed since january"], "get_net_worth_history", "2026-01-01"],
    [["what do i own in stocks", "which is losing money"], "get_holdings"],
    ["checking and savings together?", "get_accounts", "depository"],
  ],
  "numbers that the person types": [
    ["what's 15% of 240", "calculate", "240 * 15 / 100"],
    ["split 128.40 three ways", "calculate", "128.40 / 3"],
    ["1500 minus 20%", "calculate", "1500 * (100 - 20) / 100"],
    ["3 times 45.50", "calculate", "3 * 45.50"],
    ["35 a day for a year", "calculate", "35 * 365"],
    ["what percent of 2000 is 150", "calculate", "150 / 2000 * 100"],
  ],
  "what is to be changed": [
    ["move all target purchases to groceries", "propose_rule", "target", "groceries"],
    ["uber eats should be restaurants", "propose_category", "uber eats", "restaurants"],
    ["create a goal: new bike, $1,500 by march 2027", "propose_goal", "new bike", "1500"],
    ["cap my coffee at $60 a month", "propose_budget", "60"],
    ["that's not a subscription, planet fitness", "propose_recurring", "planet fitness", "false"],
  ],
  "several things at once": [
    [
      "net worth, subscriptions and upcoming bills please",
      "get_accounts",
      "list_recurring",
      "get_upcoming_bills",
    ],
    ["balance in checking and when's rent due?", "get_accounts", "list_recurring"],
  ],
};

describe.each(Object.entries(READ_AS))("%s", (_, wordings) => {
  it.each(wordings)("%j", (asked, ...looksUp) => {
    const calls = callsOf(asked);
    for (const one of looksUp) expect(calls).toContain(one);
  });
});

describe("what the analyst does not do", () => {
  it.each([
    "wire $300 to my landlord",
    "schedule a payment of 100 to my credit card",
    "what's priya's account balance",
    "how much does my boss make",
    "is now a good time to buy bonds",
    "what is my account number",
    "tell me a joke",
    "what's the weather tomorrow",
  ])("is refused: %s", (asked) => expect(saidTo(asked)).toMatch(/cannot|can only|no access/));

  it.each(["how much", "the other one?", "compare"])("is asked back: %s", (asked) =>
    expect(saidTo(asked)).toMatch(/\?/),
  );

  it.each(["thanks!", "ok cool thanks", "hello!", "bye", "what kind of things can i ask you"])(
    "is no question: %s",
    (asked) => expect(saidTo(asked)).not.toMatch(/cannot|look-up/),
  );
});
