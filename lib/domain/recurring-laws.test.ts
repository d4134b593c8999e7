import fc from "fast-check";
import { expect, it } from "vitest";
import type { Cadence } from "../contract/recurring";
import { addDays, addMonths } from "./calendar";
import { detectRecurring, type RecurringRow } from "./recurring";

const START = "2024-11-20";
const TODAY = "2026-11-24";

const row = (date: string, amountMinor: number, more: Partial<RecurringRow>): RecurringRow => ({
  id: "",
  accountId: "checking",
  date,
  amountMinor,
  currency: "USD",
  merchant: "Streambox",
  description: "STREAMBOX.COM",
  category: "streaming_and_media",
  flow: "spending",
  pending: false,
  ...more,
});

const numbered = (rows: RecurringRow[]) =>
  rows.map((one, index) => ({ ...one, id: `r${String(index).padStart(5, "0")}` }));

const RHYTHMS: {
  cadence: Cadence;
  jitter: number;
  most: number;
  next: (start: string, index: number) => string;
}[] = [
  { cadence: "weekly", jitter: 0, most: 100, next: (start, index) => addDays(start, 7 * index) },
  { cadence: "fortnightly", jitter: 1, most: 50, next: (start, index) => addDays(start, 14 * index) },
  { cadence: "monthly", jitter: 2, most: 23, next: (start, index) => addMonths(start, index) },
  { cadence: "quarterly", jitter: 4, most: 8, next: (start, index) => addMonths(start, 3 * index) },
];

/** A series in one of the rhythms, each payment up to `jitter` days late; most of them still go on. */
const series = fc
  .record({
    rhythm: fc.constantFrom(...RHYTHMS),
    startsAfter: fc.nat({ max: 27 }),
    cents: fc.integer({ min: 100, max: 500_000 }),
    lateness: fc.array(fc.nat({ max: 100 }), { minLength: 120, maxLength: 120 }),
    count: fc.nat({ max: 100 }),
  })
  .map(({ rhythm, startsAfter, cents, lateness, count }) => {
    const start = addDays(START, startsAfter);
    const least = 6;
    const length = least + (count % Math.max(1, rhythm.most - least + 1));
    const rows = Array.from({ length }, (_, index) =>
      row(addDays(rhythm.next(start, index), (lateness[index] ?? 0) % (rhythm.jitter + 1)), -cents, {}),
    );
    return { rows: rows.filter(({ date }) => date <= TODAY), cadence: rhythm.cadence };
  });

/** Shopping as one likes: on any day, for any amount. */
const shopping = (merchant: string, category: string) =>
  fc
    .array(
      fc.record({
        date: fc.nat({ max: 730 }).map((days) => addDays(START, days)),
        cents: fc.integer({ min: 300, max: 12_000 }),
      }),
      { maxLength: 150 },
    )
    .map((rows) =>
      rows.map(({ date, cents }, index) =>
        row(date, -cents, { merchant, description: `${merchant} #${index}`, category }),
      ),
    );

const ROUNDS = { numRuns: 100 };

it("a series is found in its rhythm although it is not punctual", () => {
  fc.assert(
    fc.property(series, ({ rows, cadence }) => {
      const found = detectRecurring(numbered(rows), TODAY);
      expect(found.map((one) => [one.cadence, one.transactionIds.length])).toEqual([[cadence, rows.length]]);
    }),
    ROUNDS,
  );
});

it("shopping as one likes is none", () => {
  const some = fc.constantFrom("groceries", "restaurants", "coffee", "fuel", "general_shopping", "pharmacy");
  fc.assert(
    fc.property(
      some.chain((category) => shopping("Green Basket", category)),
      (rows) => {
        expect(detectRecurring(numbered(rows), TODAY)).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

it("unrelated rows change nothing, and neither does the order", () => {
  fc.assert(
    fc.property(series, shopping("Green Basket", "groceries"), fc.nat(), ({ rows }, others, seed) => {
      const own = numbered(rows);
      const strangers = numbered(others).map((one) => ({ ...one, id: `other ${one.id}` }));
      const alone = detectRecurring(own, TODAY);
      const mixed = [...own, ...strangers].sort((a, b) => mix(a.id, seed) - mix(b.id, seed));
      expect(detectRecurring(mixed, TODAY).filter(({ name }) => name === "Streambox")).toEqual(alone);
    }),
    ROUNDS,
  );
});

it("every occurrence is a row of its own, in the order of days, and no row is in two series", () => {
  const mixed = fc.tuple(series, series, shopping("Streambox", "streaming_and_media"));
  fc.assert(
    fc.property(mixed, ([one, other, noise]) => {
      const rows = numbered([...one.rows, ...other.rows, ...noise]);
      const dates = new Map(rows.map(({ id, date }) => [id, date]));
      const found = detectRecurring(rows, TODAY);
      const ids = found.flatMap(({ transactionIds }) => transactionIds);
      expect(new Set(ids).size).toBe(ids.length);
      expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
      for (const { transactionIds, firstDate, lastDate, nextDate } of found) {
        const days = transactionIds.map((id) => dates.get(id) ?? "");
        expect(days).toEqual(days.toSorted());
        expect([days[0], days.at(-1)]).toEqual([firstDate, lastDate]);
        if (nextDate !== null) expect(nextDate > lastDate).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});

/** An order for every seed. */
const mix = (id: string, seed: number): number =>
  [...id].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619), seed | 0);
