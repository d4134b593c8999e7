import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMoney, minorUnitExponent, sumByCurrency, toMoney } from "./money";

describe("an amount as text", () => {
  it.each([
    [123_456, "USD", "$1,234.56"],
    [-5, "USD", "-$0.05"],
    [0, "USD", "$0.00"],
    [1_234, "JPY", "¥1,234"],
    [1_234, "KWD", "KWD 1.234"],
    [-99_950, "EUR", "-€999.50"],
    [150, "XXX", "1.50"],
  ])("shows %d minor units of %s as %s", (amountMinor, currency, text) => {
    expect(formatMoney(amountMinor, currency).replaceAll("\u00a0", " ")).toBe(text);
  });

  it("keeps every digit, also where a division would round", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom("USD", "JPY", "KWD"), (amountMinor, currency) => {
        const digits = formatMoney(amountMinor, currency).replaceAll(/\D/g, "");
        return BigInt(digits) === BigInt(Math.abs(amountMinor));
      }),
    );
  });

  it("has no minus zero", () => {
    expect(toMoney(-0, "USD")).toEqual({ amountMinor: 0, currency: "USD", formatted: "$0.00" });
  });

  it("knows how many digits a currency has", () => {
    expect([minorUnitExponent("USD"), minorUnitExponent("JPY"), minorUnitExponent("KWD")]).toEqual([2, 0, 3]);
  });
});

describe("sums", () => {
  it("never add currencies to each other and come largest first", () => {
    const amounts = [
      { amountMinor: 5, currency: "USD" },
      { amountMinor: 7, currency: "EUR" },
      { amountMinor: 1, currency: "USD" },
    ];
    expect(sumByCurrency(amounts)).toEqual([
      { amountMinor: 7, currency: "EUR" },
      { amountMinor: 6, currency: "USD" },
    ]);
  });
});
