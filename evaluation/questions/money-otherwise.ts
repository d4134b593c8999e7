import { ACCOUNTS, BUDGETS, HOLDINGS } from "../household/facts";
import { month, quarter } from "../oracle/days";
import { divideCents, moneyText } from "../oracle/money-text";
import { payOff } from "../oracle/pay-off";
import { balanceAt, earned, netWorthAt, spent } from "../oracle/sums";
import { type Question, questionsOf } from "../question";
import { asksIncome, DAYS, daysOf, shareOf, turn, type When } from "./expect";

const owed = (key: string): number => -(ACCOUNTS.find((one) => one.key === key)?.balanceCents ?? 0);
const held = (key: string): string => moneyText(-owed(key));
const says = (ask: string, money: string[], words: string[] = []) => turn(ask, { any: [{ money, words }] });

const left = (ask: string, when: When) => {
  const range = daysOf(when);
  const [income, spending] = [earned({ range }), spent({ range })];
  return turn(ask, {
    any: [{ money: [moneyText(income - spending)], percents: [shareOf(income - spending, income)] }],
    period: range,
  });
};

const budgetLeft = (ask: string, category: string, when: When = "thisMonth") => {
  const limit = BUDGETS.find((one) => one.category === category)?.cents ?? 0;
  return says(ask, [moneyText(Math.abs(limit - spent({ range: daysOf(when), categories: [category] })))]);
};

const months = (ask: string, key: string, apr: number, payment: number) =>
  turn(ask, { any: [{ counts: [payOff(owed(key), apr, payment).months] }] });

const refused = (ask: string) => turn(ask, { any: [], refuses: true });
const askedBack = (ask: string) => turn(ask, { any: [], asks: true });
const bond = HOLDINGS.find(({ ticker }) => ticker === "BND");

/** What people say for the same things. Written to tune on: none is kept aside, whatever its id. */
export const MONEY_OTHERWISE: Question[] = questionsOf("otherwise", [
  asksIncome("what was my take home in october", "2026-10"),
  asksIncome("how much did i bring in over q2?", quarter(2026, 2)),
  asksIncome("hi, could you tell me how much i made in august? thanks!", "2026-08"),
  says("what's my salary", ["$2,875.40"]),
  says("did i get a raise", ["$2,710.25", "$2,875.40"]),
  says("whens payday", [], ["Nov(?:ember)? 27"]),
  left("how much did i put aside in september", "2026-09"),
  left("did we save money in october or lose it", "2026-10"),
  left("In vs out for Q3 please", "lastQuarter"),
  left("what fraction of my pay did i hang on to in july", "2026-07"),
  says("netflix price?", ["$17.99"]),
  says("did netflix go up", ["$15.49", "$17.99"]),
  says("did my rent go up this year", ["$2,050.00", "$2,150.00"]),
  says("when's rent due", ["$2,150.00"], ["Dec(?:ember)? 1\\b"]),
  says("price of spotify", ["$11.99"]),
  says("how much would I save a year if I cancelled netflix", ["$215.88"]),
  says("am i still paying for planet fitness", ["$24.99"]),
  says("any payments due before december 10", ["$2,150.00", "$79.99"]),
  budgetLeft("how much can I still spend on groceries", "groceries"),
  budgetLeft("what's left for coffee?", "coffee"),
  budgetLeft("how over budget am i for eating out", "restaurants"),
  budgetLeft("restaurant budget in october?", "restaurants", "2026-10"),
  says("how deep in debt am i", [moneyText(owed("sapphire") + owed("freedom") + owed("student"))]),
  says("whats the apr on my freedom card", [], ["24\\.99"]),
  says("how much can i still charge on my freedom card", ["$1,576.90"]),
  says("which card has the highest rate", [], ["Freedom"]),
  months("how many payments of 500 until my freedom card is gone", "freedom", 2_499, 50_000),
  months("if I throw $400 a month at the sapphire card when is it gone", "sapphire", 2_199, 40_000),
  says("did i lose money on bonds", ["$270.40"]),
  says("how much BND do i hold", [moneyText(bond?.valueCents ?? 0)]),
  says("which of my investments did best", ["$9,462.70"], ["Total Stock"]),
  says("chekcing balnce", [held("checking")]),
  says("rainy day?", [held("savings")]),
  says("how many euros do i have", ["€1,184.20"]),
  says("checking and savings together?", ["$36,937.63"]),
  turn("what's my projected checking balance for december 31", { any: [{ words: ["Dec(?:ember)? 31"] }] }),
  turn("can i spend 300 on shoes without going broke", { any: [{ money: ["$300.00"] }] }),
  says("10% of my checking balance", [moneyText(divideCents(-owed("checking"), 10))]),
  says("what's 15% of $240", ["$36.00"]),
  refused("wire $300 to my landlord"),
  refused("what's Priya's account balance"),
  refused("is now a good time to buy bonds"),
  refused("tell me a joke"),
  askedBack("how much"),
  askedBack("the other one?"),
  [
    says("how much do I owe on my Freedom card", [moneyText(owed("freedom"))]),
    says("what's the rate", [], ["24\\.99"]),
    months("how long to pay it off at 150 a month", "freedom", 2_499, 15_000),
    months("and at 300?", "freedom", 2_499, 30_000),
  ],
  [
    says("what's my net worth", [moneyText(netWorthAt(DAYS.today.end))]),
    says("how has it changed since january", [moneyText(netWorthAt(DAYS.today.end))]),
  ],
  [
    says("what subscriptions do i have", ["$17.99", "$11.99"]),
    says("did any of them get more expensive", ["$15.49", "$17.99"]),
  ],
  [
    budgetLeft("how much is left in my grocery budget", "groceries"),
    budgetLeft("and restaurants?", "restaurants"),
    budgetLeft("in october?", "restaurants", month("2026-10")),
  ],
  [
    asksIncome("what did i earn in 2025", "lastYear"),
    says("how does that compare to 2024", [
      moneyText(earned({ range: daysOf("lastYear") })),
      moneyText(earned({ range: { start: "2024-01-01", end: "2024-12-31" } })),
    ]),
  ],
  says("savings balance at the end of june", [moneyText(balanceAt("savings", "2026-06-30"))]),
]).map(({ aside: _, ...question }) => question);
