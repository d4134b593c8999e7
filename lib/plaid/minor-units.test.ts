import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toMinorUnits } from "./minor-units";

describe("toMinorUnits", () => {
  it.each([
    [8.2, 2, 820],
    [1.1, 2, 110],
    [19.99, 2, 1999],
    [4.35, 2, 435],
    [1.005, 2, 101],
    [-1.005, 2, -101],
    [1234567.89, 2, 123456789],
    [500, 0, 500],
    [1.234, 3, 1234],
    [0, 2, 0],
    [-0, 2, 0],
    [0.0000001, 2, 0],
    [-0.001, 2, 0],
    [1e21, -10, 1e11],
  ])("%d with %d digits is %d", (amount, exponent, expected) => {
    expect(Object.is(toMinorUnits(amount, exponent), expected)).toBe(true);
  });

  it("gives back every whole number of cents that was written as a decimal", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }),
        fc.constantFrom(0, 2, 3),
        (minor, exponent) => {
          expect(toMinorUnits(minor / 10 ** exponent, exponent)).toBe(minor === 0 ? 0 : minor);
        },
      ),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e300])("refuses %d", (amount) => {
    expect(() => toMinorUnits(amount, 2)).toThrow("cannot be stored");
  });
});
