import fc from "fast-check";
import { expect, it } from "vitest";
import { readAmount } from "../../lib/domain/import/read-amount";
import { plainAmount } from "./plain-amount";

it("writes amounts that are read as the same amount, in every currency", () => {
  const amount = fc.record({
    amountMinor: fc.integer({ min: 0, max: 1e12 }),
    currency: fc.constantFrom("USD", "JPY", "KWD"),
  });
  fc.assert(
    fc.property(amount, (one) => {
      expect(readAmount(plainAmount(one), ".", one.currency)).toEqual({
        kind: "amount",
        minor: one.amountMinor,
      });
    }),
  );
});

it("leaves out decimals that say nothing", () => {
  const written = [120_000, 1_250, 5].map((amountMinor) => plainAmount({ amountMinor, currency: "USD" }));
  expect(written).toEqual(["1200", "12.50", "0.05"]);
});
