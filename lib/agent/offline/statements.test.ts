import { describe, expect, it } from "vitest";
import { withoutStatement } from "./statements";

describe("what is told before a question", () => {
  it.each([
    [
      "i'm trying to cut down on coffee. how much did i spend on it in october?",
      "how much did i spend on coffee in october?",
    ],
    ["i think i'm overspending on takeout, how much was it last month?", "how much was takeout last month?"],
    ["my wife says we eat out too much. what did i spend on food?", "what did i spend on food?"],
  ])("%s", (told, asked) => {
    expect(withoutStatement(told)).toBe(asked);
  });

  it.each([
    ["i was in paris last week. how much did i spend?"],
    ["i'm thinking of something under $50, what did i spend?"],
    ["how much did i spend on coffee, and is that a lot?"],
    ["i think so"],
  ])("stays when it may narrow the question, or is the question itself: %s", (text) => {
    expect(withoutStatement(text)).toBe(text);
  });
});
