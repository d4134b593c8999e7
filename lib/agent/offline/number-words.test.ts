import { describe, expect, it } from "vitest";
import { inDigits } from "./number-words";

describe("numbers in words", () => {
  it.each([
    ["over fifty bucks", "over 50 bucks"],
    ["more than a hundred dollars", "more than 100 dollars"],
    ["under five dollars", "under 5 dollars"],
    ["the last twenty-four months", "the last 24 months"],
    ["above two thousand", "above 2000"],
  ])("%s", (said, digits) => expect(inDigits(said)).toBe(digits));

  it("leaves small ones that are not of money", () => {
    expect(inDigits("which one was the largest of the two")).toBe("which one was the largest of the two");
  });
});
