import { moneyText } from "../oracle/money-text";
import { spent } from "../oracle/sums";
import { questionsOf } from "../question";
import { asksCount, asksSpent, daysOf, spentExpectation, turn, type When } from "./expect";

/** "Amazon" may take in the rows where the bank gave no name; with Prime only when that is said. */
function amazon(ask: string, when: When) {
  const range = daysOf(when);
  const narrow = spentExpectation(when, { merchants: ["Amazon"] });
  const nameless = { range, merchants: ["Amazon", "AMZN MKTP US*RT4Z81"] };
  const withPrime = { range, merchants: ["Amazon", "Amazon Prime"] };
  const all = { range, merchants: ["Amazon", "AMZN MKTP US*RT4Z81", "Amazon Prime"] };
  return turn(ask, {
    ...narrow,
    never: [],
    any: [
      ...narrow.any,
      { money: [moneyText(spent(nameless))], words: ["AMZN"] },
      { money: [moneyText(spent(withPrime))], words: ["Prime"] },
      { money: [moneyText(spent(all))], words: ["Prime"] },
    ],
  });
}

/** At one shop, however it is spelt. */
export const MERCHANTS = questionsOf("merchant", [
  asksSpent("How much did I spend at Starbucks in October?", "2026-10", { merchants: ["Starbucks"] }),
  asksSpent("starbucks total this year", "thisYear", { merchants: ["Starbucks"] }),
  asksSpent("What did I spend at Trader Joes last month?", "lastMonth", { merchants: ["Trader Joe's"] }),
  asksSpent("how much at safeway in october", "2026-10", { merchants: ["Safeway"] }),
  asksSpent("How much did I spend at Target in October?", "2026-10", { merchants: ["Target"] }),
  asksSpent("uber last quarter?", "lastQuarter", { merchants: ["Uber"] }),
  asksSpent("How much have I given Netflix this year?", "thisYear", { merchants: ["Netflix"] }),
  asksSpent("what did spotify cost me in 2025", "lastYear", { merchants: ["Spotify"] }),
  asksSpent("How much did I spend at Chipotle in the last 30 days?", "last30", { merchants: ["Chipotle"] }),
  asksSpent("How much did I pay Geico last year?", "lastYear", { merchants: ["Geico"] }),
  asksSpent(
    "Whole foods spending since september",
    { start: "2026-09-01", end: "2026-11-24" },
    { merchants: ["Whole Foods"] },
  ),
  asksSpent("How much did I spend at Blue Bottle Coffee in 2025?", "lastYear", {
    merchants: ["Blue Bottle Coffee"],
  }),
  asksSpent("What did I spend at Uniqlo this month?", "thisMonth", { merchants: ["Uniqlo"] }),
  asksSpent("How much did I spend at the Apple Store in 2026?", "thisYear", { merchants: ["Apple Store"] }),
  asksSpent("How much did I spend at Marriott this year?", "thisYear", { merchants: ["Marriott"] }),
  asksSpent("what have i paid caltrain this year", "thisYear", { merchants: ["Caltrain"] }),
  asksSpent("Best buy purchases total in 2025", "lastYear", { merchants: ["Best Buy"] }),
  asksSpent("How much did I spend at Monoprix this year?", "thisYear", { merchants: ["Monoprix"] }),
  asksSpent("how much did olive garden cost me this month", "thisMonth", { merchants: ["Olive Garden"] }),
  asksSpent("PG&E payments in 2025, total", "lastYear", { merchants: ["PG&E"] }),
  amazon("How much did I spend at Amazon last month?", "lastMonth"),
  amazon("amazn this year", "thisYear"),
  amazon("What did I spend on Amazon in July 2026?", "2026-07"),
]);

/** How often. */
export const COUNTS = questionsOf("count", [
  asksCount("How many times did I go to Starbucks in October?", "2026-10", { merchants: ["Starbucks"] }),
  asksCount("how many coffee purchases did i make last month", "lastMonth", { categories: ["coffee"] }),
  asksCount("How often did I take an Uber in September?", "2026-09", { merchants: ["Uber"] }),
  asksCount("How many times did I fill up on gas this year?", "thisYear", { categories: ["fuel"] }),
  asksCount("How many restaurant transactions were there in August?", "2026-08", {
    categories: ["restaurants"],
  }),
  asksCount("number of purchases at Trader Joe's in Q3", "lastQuarter", { merchants: ["Trader Joe's"] }),
  asksCount("How many purchases over $100 did I make in October?", "2026-10", { least: 10_001 }),
  asksCount("How many times did I shop at CVS in 2025?", "lastYear", { merchants: ["CVS"] }),
  asksCount("how often did I eat at Shake Shack in october", "2026-10", { merchants: ["Shake Shack"] }),
  asksCount("How many Netflix charges have there been this year?", "thisYear", { merchants: ["Netflix"] }),
  asksCount("how many parking payments in the last 90 days", "last90", { categories: ["parking_and_tolls"] }),
  asksCount(
    "How many times did I buy coffee on September 14, 2026?",
    { start: "2026-09-14", end: "2026-09-14" },
    { categories: ["coffee"] },
  ),
  asksCount("How many haircuts did I pay for this year?", "thisYear", { categories: ["personal_care"] }),
  asksCount("How many grocery purchases between $50 and $100 last month?", "lastMonth", {
    categories: ["groceries"],
    least: 5_000,
    most: 10_000,
  }),
]);
