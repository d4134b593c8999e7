import { expect, it } from "vitest";
import { type Case, describeAnswers } from "../../../tests/support/analyst-cases";
import { SAMPLE_RESULTS } from "../../../tests/support/sample-results";
import { understand } from "./understand";

const GROCERIES = "How much did I spend on groceries last month?";

const chartAfter = (tool: string) => [tool, "make_chart"];

const DRAWN: Case[] = [
  {
    ask: [
      "How much did I spend on groceries last month compared to the month before?",
      "Show a chart of my spending by category this year",
    ],
    says: ["Rent", "Groceries"],
    calls: chartAfter("summarize_spending"),
  },
  { ask: "Chart my spending by month this year", says: ["October"], calls: chartAfter("summarize_spending") },
  {
    ask: "Draw a bar chart of my top merchants this year",
    says: ["Oakwood"],
    calls: chartAfter("summarize_spending"),
  },
  {
    ask: "Show my spending last month as a pie chart",
    says: ["Rent"],
    calls: chartAfter("summarize_spending"),
  },
  {
    ask: "Plot my groceries over time this year",
    says: ["$661.32"],
    calls: chartAfter("summarize_spending"),
  },
  { ask: "Graph my income by month this year", says: ["October"], calls: chartAfter("summarize_income") },
  { ask: "Draw my cash flow by month this year", says: ["earned"], calls: chartAfter("get_cash_flow") },
  { ask: "Chart my balance for the next 30 days", says: ["lowest"], calls: chartAfter("forecast_balance") },
  { ask: "Show a chart of my balance forecast", says: ["lowest"], calls: chartAfter("forecast_balance") },
  { ask: [GROCERIES, "show that as a chart"], says: ["groceries"], calls: chartAfter("summarize_spending") },
  {
    ask: ["How much did I spend last month by category?", "as a chart"],
    says: ["Rent"],
    calls: chartAfter("summarize_spending"),
  },
  {
    ask: ["How much did I spend by month this year?", "draw it"],
    says: ["October"],
    calls: chartAfter("summarize_spending"),
  },
];

describeAnswers("with a chart", DRAWN);

it.each([
  "Show a graph of my net worth this year",
  "Show a chart of my net worth",
  "Plot my net worth over time",
])("the offline analyst draws how net worth went: %s", (question) => {
  const [reading] = understand([question], { today: "2026-11-24", firstDate: "2024-12-02" });
  expect(reading?.further([{ ...SAMPLE_RESULTS.net_worth, ref: "r1" }])).toMatchObject([
    { name: "make_chart", args: { type: "line", series: "r1.currencies[0].points" } },
  ]);
});
