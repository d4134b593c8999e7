import { describe, expect, it } from "vitest";
import { spelledRight } from "./spelling";

const SLIPS: [string, string][] = [
  ["chekcing balnce", "checking balance"],
  ["upcomming bils", "upcoming bills"],
  ["my net wroth", "my net worth"],
  ["subscritpions", "subscriptions"],
  ["how much did i spned", "how much did i spend"],
  ["last paychek", "last paycheck"],
  ["total incom and earnigns", "total income and earnings"],
  ["budgt left", "budget left"],
];

describe("the spelling of words that a question turns on", () => {
  it.each(SLIPS)("reads %j as %j", (typed, meant) => expect(spelledRight(typed)).toBe(meant));

  it.each(["paid acct bal", "200/mo", "whats my nw"])("knows what %j is short for", (typed) =>
    expect(spelledRight(typed)).toMatch(/account balance|200 a month|what's my net worth/),
  );

  it.each([
    "chase discover marcus",
    "quicken charter",
    "an investor invested",
    "budge the mouth",
    "starbucks",
  ])("leaves the words of %j, which are no slips", (typed) => expect(spelledRight(typed)).toBe(typed));
});
