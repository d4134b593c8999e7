import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DaySum, TransactionLine, TransactionPage } from "@/lib/contract/transactions";
import { append, inList, type LoadedRows, replaceRows, startWith, withNewTop } from "./loaded-rows";

const line = (date: string, id: string): TransactionLine => ({
  id,
  date,
  merchant: "Shop",
  description: "SHOP",
  category: "groceries",
  account: "Checking",
  amount: { amountMinor: -100, currency: "USD", formatted: "-$1.00" },
  flow: "spending",
  pending: false,
  hasNote: false,
  partOf: null,
  tags: [],
});

const daysOf = (rows: readonly TransactionLine[]): DaySum[] =>
  [...new Set(rows.map(({ date }) => date))].map((date) => ({
    date,
    rowCount: rows.filter((row) => row.date === date).length,
    net: [],
  }));

/** What the server answers: the first rows below a place. */
function pageOf(all: readonly TransactionLine[], after: LoadedRows["next"], size: number): TransactionPage {
  const below = all.filter((row) => after === null || inList(row, after) > 0).sort(inList);
  const rows = below.slice(0, size);
  const last = rows.at(-1);
  const days = daysOf(all).filter(({ date }) => rows.some((row) => row.date === date));
  return { rows, days, next: last && below.length > size ? { date: last.date, id: last.id } : null };
}

const Rows = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 100, max: 999 })), {
    selector: ([, id]) => id,
    maxLength: 40,
  })
  .map((places) => places.map(([day, id]) => line(`2026-11-0${day}`, String(id))));

const idsOf = ({ rows }: Pick<LoadedRows, "rows">) => rows.map(({ id }) => id);

describe("the loaded rows", () => {
  it("are all rows in order, each once, after the last page", () => {
    fc.assert(
      fc.property(Rows, fc.integer({ min: 1, max: 7 }), (all, size) => {
        let loaded = startWith(pageOf(all, null, size));
        while (loaded.next) loaded = append(loaded, pageOf(all, loaded.next, size));
        expect(idsOf(loaded)).toEqual([...all].sort(inList).map(({ id }) => id));
        expect([...loaded.days.keys()].sort()).toEqual([...new Set(all.map(({ date }) => date))].sort());
      }),
    );
  });

  it("have no double and no gap when rows arrive while one reads on", () => {
    fc.assert(
      fc.property(
        Rows,
        fc.integer({ min: 2, max: 7 }),
        fc.integer({ min: 0, max: 20 }),
        (all, size, late) => {
          const before = all.slice(late);
          let loaded = startWith(pageOf(before, null, size));
          if (loaded.next) loaded = append(loaded, pageOf(before, loaded.next, size));
          loaded = withNewTop(loaded, pageOf(all, null, size));
          while (loaded.next) loaded = append(loaded, pageOf(all, loaded.next, size));
          const ids = idsOf(loaded);
          expect(new Set(ids).size).toBe(ids.length);
          expect(loaded.rows).toEqual([...loaded.rows].sort(inList));
          // What was there all along is there; so is everything down to the end of the first page.
          for (const { id } of before) expect(ids).toContain(id);
          for (const { id } of pageOf(all, null, size).rows) expect(ids).toContain(id);
        },
      ),
    );
  });

  it("begin anew when more is new than one page holds", () => {
    const old = [line("2026-11-01", "101"), line("2026-11-01", "102"), line("2026-11-01", "103")];
    const fresh = [4, 5, 6].map((day) => line(`2026-11-0${day}`, `20${day}`));
    const loaded = withNewTop(startWith(pageOf(old, null, 2)), pageOf([...old, ...fresh], null, 2));
    expect(idsOf(loaded)).toEqual(["206", "205"]);
    expect(loaded.next).toEqual({ date: "2026-11-05", id: "205" });
  });

  it("lose a row that does not match any more, with its day", () => {
    const rows = [line("2026-11-02", "201"), line("2026-11-01", "101")];
    const period = { start: "2026-11-02", end: "2026-11-02" };
    const loaded = replaceRows(startWith(pageOf(rows, null, 9)), ["201"], { rows: [], days: [] }, period);
    expect(idsOf(loaded)).toEqual(["101"]);
    expect([...loaded.days.keys()]).toEqual(["2026-11-01"]);
  });
});
