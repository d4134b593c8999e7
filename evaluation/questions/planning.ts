import { BUDGETS } from "../household/facts";
import { moneyText } from "../oracle/money-text";
import { payOff } from "../oracle/pay-off";
import { spent } from "../oracle/sums";
import { questionsOf } from "../question";
import { DAYS, turn } from "./expect";

/** What is due, by the rhythm of the planted bills. */
export const UPCOMING = questionsOf("upcoming", [
  turn("When is my next rent due and how much is it?", {
    any: [{ money: ["$2,150.00"], words: ["Dec(?:ember)? 1\\b"] }],
  }),
  turn("what bills are coming up in the next two weeks", {
    any: [{ money: ["$2,150.00", "$11.99"], words: ["Oakwood", "Spotify"] }],
  }),
  turn("When will Netflix charge me next?", { any: [{ money: ["$17.99"], words: ["Dec(?:ember)? 15\\b"] }] }),
  turn("when do i get paid next", { any: [{ words: ["Nov(?:ember)? 27"] }] }),
  turn("Which bills are due before my next paycheck?", {
    any: [{ words: ["no bills|none|nothing|Planet Fitness|no (?:expected|upcoming)"] }],
  }),
  turn("How much is my next insurance payment?", { any: [{ money: ["$118.40"] }] }),
]);

const STREAMING = [1_799, 1_199];
/** Whether a gym, a yearly fee or a phone is a subscription is a matter of words: what is listed must add up. */
const MONTHLY_SUBSCRIPTIONS = [
  STREAMING,
  [...STREAMING, 2_499],
  [...STREAMING, 1_158],
  [...STREAMING, 2_499, 1_158],
  [...STREAMING, 2_499, 7_999, 6_500],
  [...STREAMING, 2_499, 7_999, 6_500, 1_158],
].map((parts) => parts.reduce((sum, part) => sum + part, 0));

export const SUBSCRIPTIONS = questionsOf("subscription", [
  turn("What subscriptions do I have?", {
    any: [{ money: ["$17.99", "$11.99"], words: ["Netflix", "Spotify"] }],
  }),
  turn("How much do my subscriptions cost per month?", {
    any: MONTHLY_SUBSCRIPTIONS.map((cents) => ({ money: [moneyText(cents)] })),
  }),
  turn("total subscription cost per year", {
    any: MONTHLY_SUBSCRIPTIONS.flatMap((cents) => [
      { money: [moneyText(cents * 12)] },
      { money: [moneyText((cents - 1_158) * 12 + 13_900)] },
    ]),
  }),
  turn("Has any subscription become more expensive?", {
    any: [{ money: ["$15.49", "$17.99"], words: ["Netflix"] }],
  }),
  turn("When did Netflix raise its price?", { any: [{ money: ["$17.99"], words: ["Mar(?:ch)?"] }] }),
  turn("how much is amazon prime a year and when does it renew", {
    any: [{ money: ["$139.00"], words: ["Jul(?:y)?"] }],
  }),
  turn("What does the gym cost me each month?", { any: [{ money: ["$24.99"] }] }),
  turn("list my recurring bills", {
    any: [{ money: ["$2,150.00", "$79.99"], words: ["Oakwood", "Comcast"] }],
  }),
]);

const paidOff = (ask: string, balance: number, apr: number, payment: number) =>
  turn(ask, { any: [{ counts: [payOff(balance, apr, payment).months] }] });

export const PAY_OFF = questionsOf("pay-off", [
  paidOff(
    "If I pay $200 a month on my Freedom Card, how many months until it's paid off?",
    242_310,
    2_499,
    20_000,
  ),
  paidOff("how long to pay off the sapphire card at $300 per month", 187_654, 2_199, 30_000),
  paidOff("How many months until my student loan is gone at $280 a month?", 1_412_077, 525, 28_000),
  paidOff("freedom card payoff with 500 a month?", 242_310, 2_499, 50_000),
  turn("Which of my debts should be paid first by the avalanche method?", { any: [{ words: ["Freedom"] }] }),
  turn("and by snowball, which debt of mine comes first?", { any: [{ words: ["Sapphire"] }] }),
]);

export const AFFORDABILITY = questionsOf("affordability", [
  turn("Can I afford a $900 laptop this month?", { any: [{ money: ["$900.00"] }, { money: ["$5,312.45"] }] }),
  turn("could I spend 7000 dollars from checking today", { any: [{ money: ["$5,312.45"] }] }),
  turn("Do I have enough in checking for next month's rent?", {
    any: [{ money: ["$5,312.45", "$2,150.00"] }],
  }),
  turn("Will my checking account stay above zero until my next paycheck?", {
    any: [{ words: ["Nov(?:ember)? 27"] }],
  }),
]);

const budget = (ask: string, category: string) => {
  const limit = BUDGETS.find((one) => one.category === category)?.cents ?? 0;
  const left = limit - spent({ range: DAYS.thisMonth, categories: [category] });
  return turn(ask, { any: [{ money: [moneyText(Math.abs(left))] }] });
};

export const BUDGET = questionsOf("budget", [
  budget("How much of my grocery budget is left this month?", "groceries"),
  budget("restaurant budget left?", "restaurants"),
  budget("Am I over my coffee budget?", "coffee"),
  budget("what's left in the shopping budget for november", "general_shopping"),
  turn("What budgets do I have?", { any: [{ money: BUDGETS.map(({ cents }) => moneyText(cents)) }] }),
]);
