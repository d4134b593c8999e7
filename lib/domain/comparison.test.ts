import fc from "fast-check";
import { expect, it } from "vitest";
import { COMPARED_METRICS, changesOf } from "./comparison";
import { GROUPINGS, sumFlows } from "./flow-sums";
import { FLOWS, type Transaction } from "./transaction";

const anyRows = fc.array(
  fc.record<Transaction>({
    id: fc.uuid(),
    accountId: fc.constantFrom("a", "b"),
    accountName: fc.constant("A"),
    accountType: fc.constant("depository"),
    date: fc.constantFrom("2026-09-30", "2026-10-01", "2026-10-31"),
    amountMinor: fc.integer({ min: -50_000, max: 50_000 }),
    currency: fc.constantFrom("USD", "EUR"),
    merchant: fc.constantFrom("One", "Two"),
    description: fc.constant(""),
    category: fc.constantFrom("groceries", "coffee", "salary"),
    flow: fc.constantFrom(...FLOWS),
    pending: fc.boolean(),
  }),
  { maxLength: 25 },
);

it("changes of groups add up to the change of the total, for every metric, grouping and currency", () => {
  fc.assert(
    fc.property(
      anyRows,
      anyRows,
      fc.constantFrom(...COMPARED_METRICS),
      fc.constantFrom(...GROUPINGS),
      (now, before, metric, groupBy) => {
        const changes = (grouping: typeof groupBy) =>
          changesOf(sumFlows(now, grouping), sumFlows(before, grouping), metric);
        for (const total of changes("none")) {
          const parts = changes(groupBy).filter(({ currency }) => currency === total.currency);
          const sum = (side: "nowMinor" | "beforeMinor" | "deltaMinor") =>
            parts.reduce((all, part) => all + part[side], 0);
          expect([sum("nowMinor"), sum("beforeMinor"), sum("deltaMinor")]).toEqual([
            total.nowMinor,
            total.beforeMinor,
            total.deltaMinor,
          ]);
        }
      },
    ),
  );
});

it("turning the two round turns every change round", () => {
  fc.assert(
    fc.property(anyRows, anyRows, fc.constantFrom(...COMPARED_METRICS), (now, before, metric) => {
      const [a, b] = [sumFlows(now, "category"), sumFlows(before, "category")];
      const deltas = changesOf(b, a, metric).map(({ key, currency, deltaMinor }) => [
        key,
        currency,
        0 - deltaMinor,
      ]);
      expect(
        changesOf(a, b, metric).map(({ key, currency, deltaMinor }) => [key, currency, deltaMinor]),
      ).toEqual(deltas);
    }),
  );
});
