import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSplitOf, remainderOf } from "./split";

const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 2, maxLength: 10 });
const sumOf = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);

describe("a split", () => {
  it("is of the sum of its parts, money in as money out, and leaves nothing over", () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(1, -1), (sizes, sign) => {
        const parts = sizes.map((size) => size * sign);
        expect(isSplitOf(sumOf(parts), parts)).toBe(true);
        expect(remainderOf(sumOf(parts), parts)).toBe(0);
      }),
    );
  });

  it("is of no other amount", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: -5_000, max: 5_000 }), (parts, change) => {
        fc.pre(change !== 0);
        expect(isSplitOf(sumOf(parts) + change, parts)).toBe(false);
        expect(remainderOf(sumOf(parts) + change, parts)).toBe(change);
      }),
    );
  });

  it("has no part of nothing, and none that goes the other way", () => {
    expect(isSplitOf(-1_000, [-1_000, 0])).toBe(false);
    expect(isSplitOf(-1_000, [-1_500, 500])).toBe(false);
    expect(isSplitOf(1_000, [1_500, -500])).toBe(false);
  });
});
