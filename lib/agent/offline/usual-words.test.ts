import { describe, expect, it } from "vitest";
import { toPlainText } from "./read-text";

describe("what people say for spending", () => {
  it.each([
    ["What's the damage this month?", "how much did i spend this month?"],
    ["how much have I burned through this year", "how much have i spent this year"],
    ["How much did I shell out in May?", "how much did i spend in may?"],
    ["How much have we sunk into the gym?", "how much have we spent on the gym?"],
    ["what did october set me back", "what did october cost me"],
    ["how much money left my pockets in May", "how much money spent in may"],
  ])("%s", (said, meant) => expect(toPlainText(said)).toBe(meant));

  it.each(["has my spending dropped?", "money in vs money out", "how much did i send to priya"])(
    "%s stays as it is",
    (said) => expect(toPlainText(said)).toBe(said),
  );
});

describe("ways of asking", () => {
  it.each([
    ["how frequently did I go to Target", "how often did i go to target"],
    ["when was the last time I went to IKEA", "when did i last went to ikea"],
    ["how big a slice of spending is rent", "what share of spending is rent"],
    ["october spending, rent excluded", "october spending, excluding rent "],
    ["what's the most I've paid for a haircut", "what was my largest haircut"],
  ])("%s", (said, meant) => expect(toPlainText(said)).toBe(meant));
});
