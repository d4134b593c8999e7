import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "../errors";
import { sumDecimals, toDecimalText } from "./decimal";

describe("a decimal number as text", () => {
  it.each([
    [0, "0"],
    [-0, "0"],
    [12, "12"],
    [0.01, "0.01"],
    [-13.5, "-13.5"],
    [1e-7, "0.0000001"],
    [1.5e-10, "0.00000000015"],
    [1.25e21, "1250000000000000000000"],
    [40573.42095, "40573.42095"],
  ])("%d is %s", (value, text) => {
    expect(toDecimalText(value)).toBe(text);
  });

  it("reads back as the same number, whatever it is, and has no exponent", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = toDecimalText(value);
        expect(Number(text) + 0).toBe(value + 0);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      }),
    );
  });

  it("refuses what is no number", () => {
    expect(() => toDecimalText(Number.NaN)).toThrow(AppError);
    expect(() => toDecimalText(Number.POSITIVE_INFINITY)).toThrow(AppError);
  });
});

it("sums without rounding", () => {
  expect(sumDecimals([0.1, 0.2])).toBe("0.3");
  expect(sumDecimals([1e-7, 1e7])).toBe("10000000.0000001");
  expect(sumDecimals([5, -5])).toBe("0");
  expect(sumDecimals([])).toBe("0");
});
