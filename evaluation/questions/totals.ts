import { questionsOf } from "../question";
import { asksSpent } from "./expect";

/** Everything that was spent in a period. */
export const TOTALS = questionsOf("total", [
  asksSpent("How much did I spend last month?", "lastMonth"),
  asksSpent("what did i spend in total in september", "2026-09"),
  asksSpent("Total spending this year so far?", "thisYear"),
  asksSpent("How much money went out on spending in 2025?", "lastYear"),
  asksSpent("How much have I spent this month?", "thisMonth"),
  asksSpent("What were my total expenses in Q3 2026?", "lastQuarter"),
  asksSpent("how much did i spend yesterday", "yesterday"),
  asksSpent("How much did I spend last week?", "lastWeek"),
  asksSpent("Spending over the last 90 days please", "last90"),
  asksSpent("What did I spend in the past 30 days?", "last30"),
  asksSpent("total spent in february 2024", "2024-02"),
  asksSpent("How much did I spend between March 5 and March 12, 2026?", {
    start: "2026-03-05",
    end: "2026-03-12",
  }),
  asksSpent("how mcuh did I spend in august", "2026-08"),
  asksSpent("my spending in december", "2025-12"),
  asksSpent("How much did I spend on March 8, 2026?", { start: "2026-03-08", end: "2026-03-08" }),
  asksSpent("How much did I spend today?", "today"),
]);

/** Of one category or a group of them. */
export const CATEGORY_TOTALS = questionsOf("category", [
  asksSpent("How much did I spend on groceries last month?", "lastMonth", { categories: ["groceries"] }),
  asksSpent("grocery spending in may", "2026-05", { categories: ["groceries"] }),
  asksSpent(
    "What did I spend on food shopping in Q2?",
    { start: "2026-04-01", end: "2026-06-30" },
    { categories: ["groceries"] },
  ),
  asksSpent("how much on restaurants in september", "2026-09", { categories: ["restaurants"] }),
  asksSpent("How much did I spend on restaraunts in october?", "2026-10", { categories: ["restaurants"] }),
  asksSpent("What did coffee cost me this year?", "thisYear", { categories: ["coffee"] }),
  asksSpent("coffee last month", "lastMonth", { categories: ["coffee"] }),
  asksSpent("How much did I spend on gas in October?", "2026-10", { categories: ["fuel"] }),
  asksSpent("fuel costs last year?", "lastYear", { categories: ["fuel"] }),
  asksSpent("How much rent did I pay in 2025?", "lastYear", { categories: ["rent"] }),
  asksSpent("How much did I pay for electricity and other utilities in the last quarter?", "lastQuarter", {
    categories: ["utilities"],
  }),
  asksSpent(
    "What have I spent on clothes since June?",
    { start: "2026-06-01", end: "2026-11-24" },
    { categories: ["clothing"] },
  ),
  asksSpent("How much did I spend on clothing in October 2026?", "2026-10", { categories: ["clothing"] }),
  asksSpent("What did I spend on electronics in August?", "2026-08", { categories: ["electronics"] }),
  asksSpent("electronics spending in july", "2026-07", { categories: ["electronics"] }),
  asksSpent("How much did I spend on flights this year?", "thisYear", { categories: ["flights"] }),
  asksSpent("hotel costs this year", "thisYear", { categories: ["lodging"] }),
  asksSpent("How much did the dentist and other medical care cost me last year?", "lastYear", {
    categories: ["medical"],
  }),
  asksSpent("What did I pay in bank fees this year?", "thisYear", { categories: ["bank_fees"] }),
  asksSpent("How much interest was I charged this year?", "thisYear", { categories: ["interest_charges"] }),
  asksSpent("How much did I spend on parking in the last 90 days?", "last90", {
    categories: ["parking_and_tolls"],
  }),
  asksSpent("taxis and ride shares in september?", "2026-09", { categories: ["taxi_and_rideshare"] }),
  asksSpent("What did I spend on public transit in 2025?", "lastYear", { categories: ["public_transit"] }),
  asksSpent("How much went to insurance last year?", "lastYear", { categories: ["insurance"] }),
  asksSpent("phone and internet bills in october", "2026-10", { categories: ["internet_and_phone"] }),
  asksSpent("How much did I give to charity in 2025?", "lastYear", { categories: ["donations"] }),
  asksSpent("How much did I spend on eating out last month?", "lastMonth", {
    categories: ["restaurants", "coffee", "alcohol"],
  }),
  asksSpent("pharmacy spending, last 90 days", "last90", { categories: ["pharmacy"] }),
  asksSpent("How much did I spend on my pets this year?", "thisYear", { categories: ["pets"] }),
  asksSpent("what did i spend on haircuts in 2025", "lastYear", { categories: ["personal_care"] }),
  asksSpent("How much have I paid towards my student loans this year?", "thisYear", {
    categories: ["student_loan"],
  }),
  asksSpent("How much did I spend on groceries in February 2024?", "2024-02", { categories: ["groceries"] }),
  asksSpent("How much uncategorized spending did I have last year?", "lastYear", {
    categories: ["uncategorized"],
  }),
  asksSpent("How much did I spend on the gym in 2025?", "lastYear", { categories: ["fitness"] }),
  asksSpent("spend on alchohol in december 2025", "2025-12", { categories: ["alcohol"] }),
  asksSpent("How much did I send to people in September, net of what came back?", "2026-09", {
    categories: ["person_to_person"],
  }),
]);
