import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "./calendar";
import { byGroup, GROUPINGS, sumFlows, withoutSums } from "./flow-sums";
import { outside } from "./known-days";
import { isWithin } from "./period";
import { FLOWS, type Transaction } from "./transaction";

const aDay = fc.integer({ min: 0, max: 120 }).map((day) => addDays("2025-11-20", day));
const aPeriod = fc.tuple(aDay, aDay).map(([a, b]) => (a < b ? { start: a, end: b } : { start: b, end: a }));
const someRows = fc.array(
  fc.record({
    id: fc.uuid(),
    date: aDay,
    amountMinor: fc.integer({ min: -3, max: 3 }),
    currency: fc.constantFrom("USD", "EUR"),
    flow: fc.constantFrom(...FLOWS),
    category: fc.constantFrom("groceries", "fuel"),
    merchant: fc.constantFrom("A", "B"),
    accountId: fc.constantFrom("1", "2"),
    accountName: fc.constant("Checking"),
    accountType: fc.constant("depository" as const),
    description: fc.constant(""),
    pending: fc.boolean(),
  }),
  { maxLength: 40 },
);

it("the sums of a period less those of the days outside a part of it are the sums of the part", () => {
  fc.assert(
    fc.property(someRows, aPeriod, aPeriod, fc.constantFrom(...GROUPINGS), (rows, whole, other, groupBy) => {
      const part = {
        start: other.start > whole.start ? other.start : whole.start,
        end: other.end < whole.end ? other.end : whole.end,
      };
      fc.pre(part.start <= part.end);
      const sumsOf = (period: typeof part) =>
        sumFlows(
          rows.filter((row: Transaction) => isWithin(row.date, period)),
          groupBy,
        );
      const left = withoutSums(sumsOf(whole), outside(whole, part).flatMap(sumsOf));
      expect(left.sort(byGroup)).toEqual(sumsOf(part));
    }),
  );
});
