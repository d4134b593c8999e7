import { expect, it } from "vitest";
import { SpendingQuery } from "./spending-query";

const usual = { period: "this_month", by: "category", against: "previous_period", days: null };

it("shows this month by category when the address says nothing, or nonsense", () => {
  expect(SpendingQuery.parse({})).toEqual(usual);
  expect(SpendingQuery.parse({ period: ["a", "b"], by: "colour", against: "5", from: "x" })).toEqual(usual);
});

it("takes days only where both are dates, in either order", () => {
  const days = { period: "custom", from: "2026-02-10", to: "2026-01-05" };
  expect(SpendingQuery.parse(days).days).toEqual({ start: "2026-01-05", end: "2026-02-10" });
  expect(SpendingQuery.parse({ ...days, to: "2026-02-31" })).toEqual(usual);
  expect(SpendingQuery.parse({ ...days, period: "last_year" })).toEqual({ ...usual, period: "last_year" });
});
