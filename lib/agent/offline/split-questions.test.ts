import { describe, expect, it } from "vitest";
import { SAMPLE_RESULTS } from "../../../tests/support/sample-results";
import { suggestFollowUps } from "../../domain/follow-ups";
import type { Reading } from "./topics/topic";
import { understand } from "./understand";

const CALENDAR = { today: "2026-11-24", firstDate: "2024-12-02" };

const toolsOf = (readings: readonly Reading[]) =>
  readings.map(({ calls }) => calls.map(({ name }) => name).join(" "));

describe("a clause about what stands before it", () => {
  it.each([
    "What subscriptions do I pay for, and what do they cost per year?",
    "Which subscriptions do I have and how much do they cost me per month?",
    "What subscriptions do I have, and when do they renew?",
    "List my subscriptions and how much they cost a year",
    "Which subscriptions do I pay for, and how much are they together?",
    "What am I subscribed to and what is it costing me each month?",
  ])("is the same question: %s", (question) => {
    expect(toolsOf(understand([question], CALENDAR))).toEqual(["list_recurring"]);
  });

  it.each([
    ["What do I owe, and at which rates?", ["get_liabilities"]],
    [
      "How much did I spend on groceries in May, and how much on restaurants?",
      ["summarize_spending", "summarize_spending"],
    ],
    ["What's my net worth, and how much did I spend last month?", ["get_accounts", "summarize_spending"]],
    [
      "Which bills are due this week and what is my checking balance?",
      ["get_upcoming_bills", "get_accounts"],
    ],
    ["How much did I earn last month and how much of it did I save?", ["summarize_income", "get_cash_flow"]],
  ])("is told from another question: %s", (question, tools) => {
    expect(toolsOf(understand([question], CALENDAR))).toEqual(tools);
  });
});

describe("what is suggested after an answer", () => {
  const results = Object.values(SAMPLE_RESULTS);
  const spendings = [
    { ...SAMPLE_RESULTS.spending, dataFrom: "2024-12-02" },
    { ...SAMPLE_RESULTS.spending, period: { start: "2026-10-01", end: "2026-10-30" } },
    { ...SAMPLE_RESULTS.spending, period: { start: "2026-10-05", end: "2026-10-05" } },
    { ...SAMPLE_RESULTS.spending, period: { start: "2025-11-25", end: "2026-11-24" } },
    { ...SAMPLE_RESULTS.spending, rowCount: 0 },
  ];
  const accounts = ["credit", "loan", "investment"].map((type) => ({
    ...SAMPLE_RESULTS.accounts,
    accounts: SAMPLE_RESULTS.accounts.accounts.map((account) => ({ ...account, type })),
  }));
  const suggested = [
    ...new Set([...results, ...spendings, ...accounts].flatMap((result) => suggestFollowUps([result]))),
  ];

  it("is of many kinds", () => expect(suggested.length).toBeGreaterThan(14));

  it.each(suggested)("is understood, alone and after any other question: %s", (question) => {
    for (const before of [[], ["How much did I spend on groceries in May?"], ["What's in my savings?"]]) {
      const readings = understand([...before, question], CALENDAR);
      expect(readings.map(({ calls }) => calls.length > 0)).toEqual(readings.map(() => true));
      expect(JSON.stringify(readings.map(({ calls }) => calls))).not.toMatch(/groceries|savings/);
    }
  });
});
