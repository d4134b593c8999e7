import fc from "fast-check";
import { expect, it } from "vitest";
import { percentOf, roundedQuotient } from "./ratio";

it("rounds halves away from zero, both ways alike", () => {
  expect([5, -5, 4, -4, 0, 7].map((amount) => roundedQuotient(amount, 2))).toEqual([3, -3, 2, -2, 0, 4]);
  expect(() => roundedQuotient(1, 0)).toThrow(RangeError);
});

it("never strays more than half a minor unit from the exact quotient", () => {
  const amount = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 4_000 }), (dividend, divisor) => {
      const twiceOff = 2 * Math.abs(roundedQuotient(dividend, divisor) * divisor - dividend);
      expect(twiceOff).toBeLessThanOrEqual(divisor);
    }),
  );
});

it("says a percentage in basis points and in words with one decimal, rounded once", () => {
  expect(percentOf(1, 3)).toEqual({ basisPoints: 3_333, formatted: "33.3%" });
  expect(percentOf(12_345, 100_000)).toEqual({ basisPoints: 1_235, formatted: "12.3%" });
  expect(percentOf(-1, 2)).toEqual({ basisPoints: -5_000, formatted: "-50%" });
  expect(percentOf(25, 10)).toEqual({ basisPoints: 25_000, formatted: "250%" });
  expect(percentOf(0, 10)).toEqual({ basisPoints: 0, formatted: "0%" });
});

it("has no percentage of nothing or of less than nothing", () => {
  expect([percentOf(5, 0), percentOf(5, -1)]).toEqual([null, null]);
});
