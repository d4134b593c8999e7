import { describe, expect, it } from "vitest";
import { withoutPoliteness } from "./politeness";

describe("what is said around a question", () => {
  it.each([
    ["hi, how much did i make in may? thanks!", "how much did i make in may"],
    ["good morning! could you tell me my checking balance please", "my checking balance"],
    ["i was wondering if i can afford a bike", "i can afford a bike"],
    ["can you please show me my budgets", "show me my budgets"],
    ["ok so what do i owe, purser", "what do i owe"],
  ])("of %j leaves %j", (said, asked) => {
    const left = withoutPoliteness(said);
    expect(left.replace(/[?!]+$/, "")).toBe(asked);
  });

  it.each([
    "hi",
    "thanks!",
    "ok thanks",
    "hello there",
    "tell me about the ikea purchase",
    "so far this year",
  ])("leaves %j whole", (said) => expect(withoutPoliteness(said)).toBe(said));
});
