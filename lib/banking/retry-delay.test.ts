import fc from "fast-check";
import { expect, it } from "vitest";
import { pollDelay, retryDelay, spreadDelay } from "./retry-delay";

const HOUR_MS = 3_600_000;

it("grows from seconds to an hour, and never beyond", () => {
  expect([1, 2, 3, 4].map((attempts) => retryDelay(attempts))).toEqual([5_000, 10_000, 20_000, 40_000]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (attempts) => {
      expect(retryDelay(attempts + 1)).toBeGreaterThanOrEqual(retryDelay(attempts));
      expect(retryDelay(attempts)).toBeLessThanOrEqual(HOUR_MS);
    }),
  );
});

it("waits hours for a bank that is away", () => {
  expect([1, 2, 3, 4, 5].map((attempts) => retryDelay(attempts, "hours") / HOUR_MS)).toEqual([1, 2, 4, 6, 6]);
});

it("spreads banks, each always in the same way, and never waits longer for it", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 1, max: 40 }), (id, attempts) => {
      const delay = spreadDelay(id, attempts);
      expect(delay).toBe(spreadDelay(id, attempts));
      expect(delay).toBeLessThanOrEqual(retryDelay(attempts));
      expect(delay).toBeGreaterThanOrEqual(retryDelay(attempts) * 0.8 - 1);
      expect(Math.abs(pollDelay(id) - 6 * HOUR_MS)).toBeLessThanOrEqual(HOUR_MS / 2);
    }),
  );
  const ids = Array.from({ length: 50 }, (_, index) => `bank-${index}`);
  expect(new Set(ids.map((id) => spreadDelay(id, 3))).size).toBeGreaterThan(40);
});
