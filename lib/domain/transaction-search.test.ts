import fc from "fast-check";
import { expect, it } from "vitest";
import type { TransactionSearch } from "../contract/transactions";
import { NAMED_PERIODS } from "./period";
import { FLOWS } from "./transaction";
import {
  EVERY_TRANSACTION,
  filterOfSearch,
  readSearch,
  transactionsHref,
  writeSearch,
} from "./transaction-search";

const read = (query: string) => readSearch(new URLSearchParams(query));
const words = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== "");
const several = <Value>(value: fc.Arbitrary<Value>) => fc.uniqueArray(value, { maxLength: 4 });
const units = fc.option(fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100));

const Searches: fc.Arbitrary<TransactionSearch> = fc.record({
  text: fc.string({ maxLength: 50 }).map((text) => text.trim()),
  accounts: several(fc.uuid()),
  categories: several(words),
  merchants: several(words),
  tags: several(words),
  flows: several(fc.constantFrom(...FLOWS)),
  period: fc.option(
    fc.oneof(fc.constantFrom(...NAMED_PERIODS), fc.constant({ start: "2026-01-01", end: "2026-01-31" })),
  ),
  minUnits: units,
  maxUnits: units,
  pending: fc.option(fc.boolean()),
});

it("reads from an address exactly what was written into it", () => {
  const sorted = ({ accounts, categories, merchants, tags, flows, ...others }: TransactionSearch) => ({
    ...others,
    lists: [accounts, categories, merchants, tags, flows].map((list) => [...list].sort()),
  });
  fc.assert(
    fc.property(Searches, (search) => {
      const query = writeSearch(search);
      expect(sorted(read(query))).toEqual(sorted(search));
      expect(writeSearch(read(query))).toBe(query);
    }),
  );
});

it("leaves out what does not restrict, and what is not valid", () => {
  expect(transactionsHref({})).toBe("/transactions");
  expect(transactionsHref({ categories: ["groceries"], period: "last_month" })).toBe(
    "/transactions?category=groceries&period=last_month",
  );
  const broken = "account=mine&kind=theft&period=once&from=2026-02-31&to=x&min=-5&max=much&pending=perhaps";
  expect(read(broken)).toEqual(EVERY_TRANSACTION);
  expect(read("kind=income&kind=theft&kind=income").flows).toEqual(["income"]);
});

it("resolves a named period against the person's today", () => {
  const filter = filterOfSearch({ ...EVERY_TRANSACTION, period: "last_month" }, "2026-11-30");
  expect(filter.period).toEqual({ start: "2026-10-01", end: "2026-10-31" });
});
