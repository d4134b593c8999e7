import { Decimal128, Long } from "bson";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalKey, longKey } from "./bson-key";

describe("keys of exact numbers", () => {
  it("sort longs as numbers", () => {
    const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    fc.assert(
      fc.property(long, long, (left, right) => {
        const [a, b] = [longKey(Long.fromBigInt(left)).key, longKey(Long.fromBigInt(right)).key];
        expect(a < b).toBe(left < right);
        expect(a === b).toBe(left === right);
      }),
    );
  });

  it("sort decimals as numbers, and know equal ones in any spelling", () => {
    const decimal = fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: -5, max: 5 }));
    fc.assert(
      fc.property(decimal, decimal, ([m1, e1], [m2, e2]) => {
        const a = decimalKey(Decimal128.fromString(`${m1}E${e1}`)).key;
        const b = decimalKey(Decimal128.fromString(`${m2}E${e2}`)).key;
        const [left, right] = [BigInt(m1) * 10n ** BigInt(e1 + 5), BigInt(m2) * 10n ** BigInt(e2 + 5)];
        expect(a < b).toBe(left < right);
        expect(a === b).toBe(left === right);
      }),
    );
  });

  it("put NaN and the infinities at the ends", () => {
    const texts = ["NaN", "-Infinity", "-1E+6000", "-0.1", "0", "1E-6000", "5", "Infinity"];
    const keys = texts.map((text) => decimalKey(Decimal128.fromString(text)).key);
    expect([...keys].sort()).toEqual(keys);
  });
});
