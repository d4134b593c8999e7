import fc from "fast-check";
import { expect, it } from "vitest";
import { retryDelay } from "./retry-delay";

it("grows from seconds to an hour, and never beyond", () => {
  expect([1, 2, 3, 4].map(retryDelay)).toEqual([5_000, 10_000, 20_000, 40_000]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (attempts) => {
      expect(retryDelay(attempts + 1)).toBeGreaterThanOrEqual(retryDelay(attempts));
      expect(retryDelay(attempts)).toBeLessThanOrEqual(3_600_000);
    }),
  );
});
