import { describe, expect, it } from "vitest";
import { understand } from "./understand";

const CALENDAR = { today: "2026-11-24", firstDate: "2024-12-02" };
const GROCERIES = "How much did I spend on groceries last month compared to the month before?";

const callsAfter = (question: string, before = GROCERIES) =>
  JSON.stringify(understand([before, question], CALENDAR).map(({ calls }) => calls));

/** Each has a verb, an object and a time or grouping of its own. */
const COMPLETE = [
  "Show a chart of my spending by category this year",
  "Show my spending by category in May",
  "show me my top merchants this year",
  "List my transactions over $500 in October",
  "List my purchases this month",
  "Show my largest purchases last year",
  "compare my spending this month with last month",
  "Give me a breakdown of my spending this month",
  "In May, how much did I spend?",
  "For this year, show my spending by merchant",
  "All my spending in May",
  "Where did my money go in May, by category?",
  "On what do I spend the most?",
  "What did I spend in May?",
  "now show my spending by category this year",
  "and show me a chart of my spending by month this year",
  "Show my spending by category",
  "How much have I spent this year?",
  "Plot my expenses by month for 2026",
  "What were my biggest expenses in May?",
  "By category, what did I spend last quarter?",
];

const LEANING = [
  "and in May?",
  "what about this year?",
  "in May?",
  "only over $50",
  "show that as a chart",
  "show those",
  "list them",
  "show the transactions",
  "by merchant",
  "break it down by merchant",
  "by month this year",
  "and how much did I spend in May?",
  "draw a chart",
  "as a chart",
  "show it by month",
  "and the year before?",
  "how about Q2?",
  "which ones?",
];

describe("a question after one about groceries", () => {
  it.each(COMPLETE)("stands by itself when it is complete: %s", (question) => {
    const calls = callsAfter(question);
    expect(calls).toContain("period");
    expect(calls).not.toContain("groceries");
  });

  it.each(LEANING)("is about groceries when it leans on the one before: %s", (question) => {
    expect(callsAfter(question)).toContain("groceries");
  });

  it.each(["only restaurants", "what about restaurants", "and restaurants?", "restaurants?"])(
    "changes what it names and keeps the time: %s",
    (question) => {
      const calls = callsAfter(question, "How much did I spend on groceries last month?");
      expect(calls).toContain('"period":"last_month","categories":["restaurants"]');
      expect(calls).not.toContain("groceries");
    },
  );

  it("keeps the time that was talked of when it names none", () => {
    const calls = callsAfter("Show my spending by category", "How much did I spend on groceries last month?");
    expect(calls).toContain('"period":"last_month","groupBy":"category"');
  });
});
