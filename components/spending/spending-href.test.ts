import fc from "fast-check";
import { expect, it } from "vitest";
import { SPENDING_GROUPINGS, SPENDING_PERIODS, SpendingQuery } from "../../lib/contract/spending-query";
import { RELATIVE_PERIODS } from "../../lib/domain/compared-periods";
import { spendingHref } from "./spending-href";

it("writes addresses that are read as the same query", () => {
  const query = fc
    .record({
      period: fc.constantFrom(...SPENDING_PERIODS),
      by: fc.constantFrom(...SPENDING_GROUPINGS),
      against: fc.constantFrom(...RELATIVE_PERIODS),
    })
    .map((one) => ({
      ...one,
      days: one.period === "custom" ? { start: "2026-01-05", end: "2026-02-10" } : null,
    }));
  fc.assert(
    fc.property(query, (one) => {
      const { searchParams } = new URL(spendingHref(one), "http://here.invalid");
      expect(SpendingQuery.parse(Object.fromEntries(searchParams))).toEqual(one);
    }),
  );
});

it("is short where nothing is chosen", () => {
  expect(spendingHref(SpendingQuery.parse({}))).toBe("/spending");
});
