import { questionsOf } from "../question";
import { asksCount, asksIncome, asksSpent, deltaExpectation, turn } from "./expect";

const of = (...categories: string[]) => ({ categories });

/** Each turn hangs on those before it (as in ConvFinQA). */
export const CHAINS = questionsOf("chain", [
  [
    asksSpent("How much did I spend on groceries in October?", "2026-10", of("groceries")),
    asksSpent("and in September?", "2026-09", of("groceries")),
    turn("what's the difference between the two?", deltaExpectation("2026-09", "2026-10", of("groceries"))),
    asksSpent("only at Trader Joe's", "2026-09", { ...of("groceries"), merchants: ["Trader Joe's"] }),
  ],
  [
    asksSpent("What did I spend on restaurants last month?", "lastMonth", of("restaurants")),
    asksSpent("and on coffee?", "lastMonth", of("coffee")),
    asksSpent("what about this month?", "thisMonth", of("coffee")),
    asksCount("how many purchases is that?", "thisMonth", of("coffee")),
  ],
  [
    asksSpent("Total spending in Q3", "lastQuarter"),
    asksSpent("without rent", "lastQuarter", { notCategories: ["rent"] }),
    asksSpent("and in Q2?", { start: "2026-04-01", end: "2026-06-30" }, { notCategories: ["rent"] }),
  ],
  [
    asksSpent("how much did i spend at starbucks this year", "thisYear", { merchants: ["Starbucks"] }),
    asksSpent("last year?", "lastYear", { merchants: ["Starbucks"] }),
    asksSpent("and Blue Bottle Coffee?", "lastYear", { merchants: ["Blue Bottle Coffee"] }),
    asksSpent("just in december", "2025-12", { merchants: ["Blue Bottle Coffee"] }),
  ],
  [
    asksIncome("How much did I earn in September?", "2026-09"),
    asksSpent("and how much did I spend?", "2026-09"),
    asksSpent("of that, how much was rent?", "2026-09", of("rent")),
    asksSpent("and in January?", "2026-01", of("rent")),
  ],
  [
    asksSpent("fuel in august", "2026-08", of("fuel")),
    asksSpent("september", "2026-09", of("fuel")),
    asksSpent("october", "2026-10", of("fuel")),
    asksSpent("and the three of them together?", { start: "2026-08-01", end: "2026-10-31" }, of("fuel")),
  ],
  [
    asksSpent("Sapphire Card spending last month", "lastMonth", { accounts: ["sapphire"] }),
    asksSpent("and the Freedom Card?", "lastMonth", { accounts: ["freedom"] }),
    asksSpent("only groceries", "lastMonth", { accounts: ["freedom"], categories: ["groceries"] }),
  ],
  [
    asksSpent("How much did I spend last week?", "lastWeek"),
    asksSpent("and the week before that?", { start: "2026-11-09", end: "2026-11-15" }),
    asksSpent("how much of that was groceries?", { start: "2026-11-09", end: "2026-11-15" }, of("groceries")),
  ],
  [
    asksSpent("uber this year?", "thisYear", { merchants: ["Uber"] }),
    asksSpent("lyft?", "thisYear", { merchants: ["Lyft"] }),
    asksSpent("both in 2025?", "lastYear", { merchants: ["Uber", "Lyft"] }),
    asksCount("how many rides was that", "lastYear", { merchants: ["Uber", "Lyft"] }),
  ],
  [
    asksSpent("clothes in october", "2026-10", of("clothing")),
    asksSpent("and november so far?", "thisMonth", of("clothing")),
    asksSpent("this year?", "thisYear", of("clothing")),
  ],
  [
    asksSpent("What did I spend since my last paycheck?", "sincePayday"),
    asksSpent("only restaurants please", "sincePayday", of("restaurants")),
    asksSpent("and groceries?", "sincePayday", of("groceries")),
    asksSpent("and groceries in all of october?", "2026-10", of("groceries")),
  ],
  [
    asksSpent("hotels this year", "thisYear", of("lodging")),
    asksSpent("flights?", "thisYear", of("flights")),
    asksSpent("same for 2025", "lastYear", of("flights")),
  ],
  [
    asksSpent("How much went to Netflix in 2025?", "lastYear", { merchants: ["Netflix"] }),
    asksSpent("and so far in 2026?", "thisYear", { merchants: ["Netflix"] }),
    asksSpent("Spotify in the same time?", "thisYear", { merchants: ["Spotify"] }),
  ],
]);
