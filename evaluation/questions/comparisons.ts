import { moneyText } from "../oracle/money-text";
import { type Scope, spent } from "../oracle/sums";
import { questionsOf } from "../question";
import { asksSpent, daysOf, deltaExpectation, shareOf, turn, type When } from "./expect";

const delta = (ask: string, earlier: When, later: When, scope: Scope = {}) =>
  turn(ask, deltaExpectation(earlier, later, scope));

const change = (ask: string, earlier: When, later: When, scope: Scope = {}) => {
  const before = spent({ ...scope, range: daysOf(earlier) });
  const after = spent({ ...scope, range: daysOf(later) });
  return turn(ask, { any: [{ percents: [Math.abs(shareOf(after - before, before))] }] });
};

/** Which of two, with both amounts. */
const both = (ask: string, when: When, first: Scope, second: Scope) => {
  const range = daysOf(when);
  return turn(ask, {
    any: [{ money: [first, second].map((scope) => moneyText(spent({ ...scope, range }))) }],
  });
};

export const DELTAS = questionsOf("delta", [
  delta("How much more or less did I spend in October than in September?", "2026-09", "2026-10"),
  delta("Compare my grocery spending in August and September", "2026-08", "2026-09", {
    categories: ["groceries"],
  }),
  delta("Did I spend more on coffee in October than in September, and by how much?", "2026-09", "2026-10", {
    categories: ["coffee"],
  }),
  delta(
    "difference in restaurant spending between Q2 and Q3 2026",
    { start: "2026-04-01", end: "2026-06-30" },
    "lastQuarter",
    { categories: ["restaurants"] },
  ),
  // One of the two is not over: whole against part, or the same days of both.
  turn("How does this quarter's fuel spending compare with last quarter's?", {
    any: [
      ...deltaExpectation("lastQuarter", "thisQuarter", { categories: ["fuel"] }).any,
      ...deltaExpectation({ start: "2026-07-01", end: "2026-08-24" }, "thisQuarter", {
        categories: ["fuel"],
      }).any,
    ],
  }),
  delta("last week vs the week before", { start: "2026-11-09", end: "2026-11-15" }, "lastWeek"),
  delta("Was October 2026 more expensive than October 2025?", "2025-10", "2026-10"),
  delta("How much did my rent change between January 2026 and February 2026?", "2026-01", "2026-02", {
    categories: ["rent"],
  }),
  delta("Amazon in 2025 compared to 2024?", { start: "2024-02-01", end: "2024-12-31" }, "lastYear", {
    merchants: ["Amazon"],
  }),
  delta("uber september vs october", "2026-09", "2026-10", { merchants: ["Uber"] }),
  change("By what percentage did my spending change from September to October?", "2026-09", "2026-10"),
  change(
    "how many percent more or less did I spend on restaurants in Q3 than in Q2 2026",
    { start: "2026-04-01", end: "2026-06-30" },
    "lastQuarter",
    { categories: ["restaurants"] },
  ),
  both(
    "Did I spend more on groceries or restaurants last month?",
    "lastMonth",
    { categories: ["groceries"] },
    { categories: ["restaurants"] },
  ),
  both("Uber vs Lyft this year", "thisYear", { merchants: ["Uber"] }, { merchants: ["Lyft"] }),
  both(
    "Starbucks or Blue Bottle Coffee, where did I leave more in 2025?",
    "lastYear",
    { merchants: ["Starbucks"] },
    { merchants: ["Blue Bottle Coffee"] },
  ),
]);

export const YEARS = questionsOf("year-to-date", [
  delta("How does my spending this year compare to the same time last year?", "lastYearToDate", "thisYear"),
  delta("groceries ytd vs last ytd", "lastYearToDate", "thisYear", { categories: ["groceries"] }),
  delta(
    "Am I spending more on restaurants this year to date than last year to date?",
    "lastYearToDate",
    "thisYear",
    { categories: ["restaurants"] },
  ),
  delta("year to date fuel compared with the same period of 2025", "lastYearToDate", "thisYear", {
    categories: ["fuel"],
  }),
  asksSpent("How much have I spent year to date?", "thisYear"),
  asksSpent("ytd coffee", "thisYear", { categories: ["coffee"] }),
]);

export const EXCLUSIONS = questionsOf("exclusion", [
  asksSpent("How much did I spend last month excluding rent?", "lastMonth", { notCategories: ["rent"] }),
  asksSpent("total spending in september without groceries", "2026-09", { notCategories: ["groceries"] }),
  asksSpent("What did I spend this year apart from rent and the student loan?", "thisYear", {
    notCategories: ["rent", "student_loan"],
  }),
  asksSpent("How much did I spend on restaurants in September not counting Chez Panisse?", "2026-09", {
    categories: ["restaurants"],
    notMerchants: ["Chez Panisse"],
  }),
  asksSpent("groceries in october except trader joe's", "2026-10", {
    categories: ["groceries"],
    notMerchants: ["Trader Joe's"],
  }),
  asksSpent("coffee last month, but not starbucks", "lastMonth", {
    categories: ["coffee"],
    notMerchants: ["Starbucks"],
  }),
  asksSpent("How much did I spend in August other than travel and rent?", "2026-08", {
    notCategories: ["rent", "flights", "lodging"],
  }),
  asksSpent("Everything I spent in 2025 minus rent", "lastYear", { notCategories: ["rent"] }),
  asksSpent("ride shares this year excluding Lyft", "thisYear", {
    categories: ["taxi_and_rideshare"],
    notMerchants: ["Lyft"],
  }),
  asksSpent("What did I spend last week ignoring restaurants?", "lastWeek", {
    notCategories: ["restaurants"],
  }),
]);

export const ACCOUNT_SCOPED = questionsOf("account-scope", [
  asksSpent("How much did I spend on my Sapphire Card last month?", "lastMonth", { accounts: ["sapphire"] }),
  asksSpent("freedom card spending in september", "2026-09", { accounts: ["freedom"] }),
  asksSpent("What did I spend from Everyday Checking in October?", "2026-10", { accounts: ["checking"] }),
  asksSpent("groceries with the sapphire card this year", "thisYear", {
    accounts: ["sapphire"],
    categories: ["groceries"],
  }),
  asksSpent("How much did I spend with the card ending in 2204 in Q3?", "lastQuarter", {
    accounts: ["freedom"],
  }),
  asksSpent("coffee on my freedom card last month", "lastMonth", {
    accounts: ["freedom"],
    categories: ["coffee"],
  }),
  asksSpent("What did I spend with both credit cards in October?", "2026-10", {
    accounts: ["sapphire", "freedom"],
  }),
  asksSpent("How much did I spend using account 1001 in August?", "2026-08", { accounts: ["checking"] }),
  asksSpent("restaurants from checking in 2025", "lastYear", {
    accounts: ["checking"],
    categories: ["restaurants"],
  }),
  asksSpent("Amazon on the Freedom Card in 2025?", "lastYear", {
    accounts: ["freedom"],
    merchants: ["Amazon"],
  }),
]);

export const SINCE_PAYDAY = questionsOf("since-payday", [
  asksSpent("How much have I spent since my last paycheck?", "sincePayday"),
  asksSpent("groceries since payday", "sincePayday", { categories: ["groceries"] }),
  asksSpent("what did i spend on restaurants since i got paid", "sincePayday", {
    categories: ["restaurants"],
  }),
  asksSpent("coffee since my last pay?", "sincePayday", { categories: ["coffee"] }),
  asksSpent("How much went on my Sapphire card since I was last paid?", "sincePayday", {
    accounts: ["sapphire"],
  }),
]);

export const EUROS = questionsOf("currency", [
  asksSpent("How much did I spend in euros this year?", "thisYear", { currency: "EUR" }),
  asksSpent("What did I spend from Compte Courant in 2025?", "lastYear", { accounts: ["euro"] }),
  asksSpent("How much did I spend on groceries and restaurants together this year?", "thisYear", {
    categories: ["groceries", "restaurants"],
  }),
  asksSpent("Café de Flore total in 2025", "lastYear", { merchants: ["Café de Flore"] }),
  asksSpent("bistro lyon this year", "thisYear", { merchants: ["Bistro Lyon"] }),
  asksSpent("How much did I spend in September in every currency?", "2026-09"),
]);
