import fc from "fast-check";
import { expect, it } from "vitest";
import { anomalyHistory, findAnomalies } from "./anomalies";
import { addDays } from "./calendar";
import { median } from "./median";
import type { Transaction } from "./transaction";
import "../../tests/support/property-seed";

const period = { start: "2026-10-15", end: "2026-11-24" };

const row = fc
  .record({
    day: fc.nat({ max: 600 }),
    amountMinor: fc.integer({ min: -50_000, max: 20_000 }),
    merchant: fc.constantFrom("One", "Two", "Three"),
    category: fc.constantFrom("groceries", "restaurants"),
    currency: fc.constantFrom("USD", "EUR"),
    flow: fc.constantFrom("spending", "transfer", "card_payment", "income"),
    pending: fc.boolean(),
  })
  .map(
    ({ day, ...more }): Omit<Transaction, "id"> => ({
      accountId: "a",
      accountName: "Account",
      accountType: "depository",
      date: addDays("2026-11-24", -day),
      description: "",
      ...more,
    }),
  );
const rows = fc
  .array(row, { maxLength: 200 })
  .map((all) => all.map((one, index): Transaction => ({ ...one, id: `row-${index}` })));

const find = (all: readonly Transaction[]) =>
  findAnomalies({ rows: all, recurring: [], seriesRows: new Map(), firstDate: "2025-01-01" }, period);

it("names only spending, of the months of the period, above what is usual, whatever the order of the rows", () => {
  fc.assert(
    fc.property(rows, (all) => {
      const found = find(all);
      expect(find(all.toReversed())).toEqual(found);
      expect(find(all.filter(({ flow }) => flow === "spending"))).toEqual(found);
      const byId = new Map(all.map((one) => [one.id, one]));
      for (const { amountMinor, usualMinor, transactionIds, currency, date } of found) {
        expect(amountMinor).toBeGreaterThan(usualMinor ?? 0);
        expect(date >= "2026-10-01" && date <= period.end).toBe(true);
        expect(transactionIds.length).toBeGreaterThan(0);
        for (const id of transactionIds) expect(byId.get(id)).toMatchObject({ currency, flow: "spending" });
      }
    }),
  );
});

it("judges by the year before, from the first of a month", () => {
  expect(anomalyHistory(period)).toEqual({ start: "2025-10-01", end: "2026-11-24" });
});

it("takes the middle, or the mean of two in the middle", () => {
  expect([median([]), median([3]), median([9, 1, 5]), median([1, 2]), median([4, 1, 9, 8])]).toEqual([
    0, 3, 5, 2, 6,
  ]);
});
