import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storedAccount, storedBank, storedRowsOn } from "../../tests/support/stored-bank";
import { closeDatabase } from "../db/client";
import { addDays } from "../domain/calendar";
import { GROUPINGS, sumFlows } from "../domain/flow-sums";
import { type Ledger, matchesFilter, newestFirst, type TransactionFilter } from "../domain/ledger";
import { FLOWS, inOrder, TRANSACTION_ORDERS, type Transaction } from "../domain/transaction";
import { openLedger } from "./open-ledger";

const MERCHANTS = [
  "Café Zoë",
  "cafe zoe",
  "Amazon",
  "100% Pure",
  "Ünïcode 🍕",
  "\u212aiosk",
  "D\u0130YARBAKIR",
];
const CATEGORIES = ["groceries", "restaurants", "uncategorized"];
const CURRENCIES = ["USD", "JPY", "KWD", "EUR"];

const aRow = fc.record({
  date: fc.integer({ min: 0, max: 800 }).map((day) => addDays("2023-12-25", day)),
  amountMinor: fc.oneof(
    fc.integer({ min: -20_000, max: 20_000 }),
    fc.constantFrom(0, -8_550, 8_550, 85, -85_500),
  ),
  currency: fc.constantFrom(...CURRENCIES),
  merchant: fc.constantFrom(...MERCHANTS),
  category: fc.constantFrom(...CATEGORIES),
  flow: fc.constantFrom(...FLOWS),
  pending: fc.boolean(),
});

let ledger: Ledger;
let all: Transaction[];
let aFilter: fc.Arbitrary<TransactionFilter>;

beforeAll(async () => {
  const bank = await storedBank();
  const other = await storedBank();
  const mine = [await storedAccount(bank, {}), await storedAccount(bank, { type: "credit" })];
  const rowsOf = (count: number, seed: number) => fc.sample(aRow, { numRuns: count, seed });
  await storedRowsOn(mine[0] as (typeof mine)[0], rowsOf(500, 1));
  await storedRowsOn(mine[1] as (typeof mine)[0], rowsOf(300, 2));
  await storedRowsOn(await storedAccount(other, {}), rowsOf(200, 3));
  ledger = await openLedger(bank.userId, new Date("2026-03-01T12:00:00Z"));
  all = await ledger.transactions({});
  aFilter = fc.record(
    {
      period: fc.constantFrom(
        { start: "2024-02-29", end: "2024-02-29" },
        { start: "2024-01-01", end: "2024-12-31" },
        { start: "2025-03-09", end: "2026-01-31" },
        { start: "2023-12-01", end: "2026-12-31" },
        { start: "2024-12-30", end: "2025-11-30" },
      ),
      flows: fc.subarray([...FLOWS]),
      categories: fc.subarray(CATEGORIES),
      merchants: fc.subarray(MERCHANTS),
      exceptCategories: fc.subarray(CATEGORIES, { maxLength: 2 }),
      exceptMerchants: fc.subarray(MERCHANTS, { maxLength: 2 }),
      currencies: fc.subarray(CURRENCIES),
      accountIds: fc.subarray(mine.map(({ id }) => id)),
      direction: fc.constantFrom("in", "out"),
      pending: fc.boolean(),
      minUnits: fc.constantFrom(0, 0.085, 8.55, 85.5),
      maxUnits: fc.constantFrom(0, 8.55, 85.5, 855, 8550),
      text: fc.constantFrom("CAFE", "%", "ZOË", "ü", "N", "k", "KI", "i"),
    },
    { requiredKeys: [] },
  );
});

afterAll(() => closeDatabase());

const matching = (filter: TransactionFilter) => all.filter((row) => matchesFilter(row, filter));

describe("a ledger over Postgres", () => {
  it("has all rows of this person and no other", () => {
    expect(all).toHaveLength(800);
  });

  it.each(["ZOË", "zoë", "ünïcode", "ÜNÏCODE"])(
    "finds %s in any case, whatever the locale of the database",
    async (text) => {
      const found = await ledger.transactions({ text });
      expect(found.length).toBeGreaterThan(100);
      expect(found).toEqual(matching({ text }));
    },
  );

  it("sums as the domain does, for every filter and grouping", async () => {
    await fc.assert(
      fc.asyncProperty(aFilter, fc.constantFrom(...GROUPINGS), async (filter, groupBy) => {
        expect(await ledger.sums(filter, groupBy)).toEqual(sumFlows(matching(filter), groupBy));
      }),
      { numRuns: 150 },
    );
  });

  it("sums any days of whole months and years as the domain does, however they lie", async () => {
    const aDate = fc.integer({ min: -40, max: 1_100 }).map((day) => addDays("2023-12-25", day));
    const aPeriod = fc
      .tuple(aDate, aDate)
      .map(([one, other]) => (one < other ? { start: one, end: other } : { start: other, end: one }));
    const ofKinds = fc.record(
      {
        period: aPeriod,
        flows: fc.subarray([...FLOWS]),
        categories: fc.subarray(CATEGORIES),
        merchants: fc.subarray(MERCHANTS),
        exceptMerchants: fc.subarray(MERCHANTS, { maxLength: 2 }),
        currencies: fc.subarray(CURRENCIES),
        direction: fc.constantFrom("in", "out"),
        pending: fc.constant(false),
      },
      { requiredKeys: ["period"] },
    );
    await fc.assert(
      fc.asyncProperty(ofKinds, fc.constantFrom(...GROUPINGS), async (filter, groupBy) => {
        expect(await ledger.sums(filter, groupBy)).toEqual(sumFlows(matching(filter), groupBy));
      }),
      { numRuns: 150 },
    );
  });

  it("lists as the domain does, in every order and up to every limit", async () => {
    await fc.assert(
      fc.asyncProperty(
        aFilter,
        fc.constantFrom(...TRANSACTION_ORDERS),
        fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
        async (filter, order, limit) => {
          const expected = inOrder(matching(filter).sort(newestFirst), order).slice(0, limit);
          expect(await ledger.transactions(filter, { order, limit })).toEqual(expected);
        },
      ),
      { numRuns: 100 },
    );
  });
});
