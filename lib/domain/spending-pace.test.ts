import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "./calendar";
import type { FlowSum } from "./flow-sums";
import { pacePeriod, spendingPace } from "./spending-pace";

const onDay = (key: string, spentMinor: number, more: Partial<FlowSum> = {}): FlowSum => ({
  flow: "spending",
  key,
  currency: "USD",
  netMinor: -spentMinor,
  inMinor: 0,
  rowCount: 1,
  inCount: 0,
  outCount: 1,
  ...more,
});

const clock = { today: "2026-11-10", firstDate: "2025-01-01" };

describe("the pace of a month", () => {
  it("asks for three whole months and all of this one", () => {
    expect(pacePeriod("2026-11-10")).toEqual({ start: "2026-08-01", end: "2026-11-30" });
    expect(pacePeriod("2026-02-28")).toEqual({ start: "2025-11-01", end: "2026-02-28" });
  });

  it("sets what is spent by today against the average of the same days of the months before", () => {
    const { months, currencies } = spendingPace(
      [
        onDay("2026-08-10", 3_000),
        onDay("2026-09-11", 9_000),
        onDay("2026-10-01", 6_000),
        onDay("2026-11-02", 5_000),
        onDay("2026-11-10", -1_000),
        onDay("2026-11-20", 700),
      ],
      clock,
    );
    expect(months).toBe(3);
    expect(currencies).toMatchObject([
      { currency: "USD", spentMinor: 4_000, usualMinor: 3_000, usualMonthMinor: 6_000 },
    ]);
    const days = currencies[0]?.days ?? [];
    expect(days).toHaveLength(30);
    expect(days[9]).toEqual({ date: "2026-11-10", spentMinor: 4_000, usualMinor: 3_000 });
    expect(days[10]).toEqual({ date: "2026-11-11", spentMinor: null, usualMinor: 6_000 });
  });

  it("counts longer months whole on the last day", () => {
    const { currencies } = spendingPace([onDay("2026-10-31", 3_100), onDay("2026-11-01", 1)], {
      today: "2026-11-30",
      firstDate: "2026-10-01",
    });
    expect(currencies).toMatchObject([{ usualMinor: 3_100, usualMonthMinor: 3_100 }]);
  });

  it("leaves out months that are not known whole, and says nothing is usual without any", () => {
    const sums = [onDay("2026-10-03", 100), onDay("2026-11-03", 100)];
    expect(spendingPace(sums, { ...clock, firstDate: "2026-09-15" }).months).toBe(1);
    expect(spendingPace(sums, { ...clock, firstDate: "2026-10-02" })).toMatchObject({
      months: 0,
      currencies: [{ spentMinor: 100, usualMinor: null, usualMonthMinor: null }],
    });
    expect(spendingPace([], { ...clock, firstDate: null })).toEqual({ months: 0, currencies: [] });
  });

  it("keeps flows and currencies apart", () => {
    const { currencies } = spendingPace(
      [
        onDay("2026-11-01", 5),
        onDay("2026-11-01", 9, { currency: "EUR" }),
        onDay("2026-11-01", 7, { flow: "income" }),
      ],
      clock,
    );
    expect(currencies.map(({ currency, spentMinor }) => [currency, spentMinor])).toEqual([
      ["EUR", 9],
      ["USD", 5],
    ]);
  });

  it("ends on the sum of all days until today", () => {
    const day = fc.record({
      day: fc.integer({ min: 0, max: 121 }),
      amount: fc.integer({ min: -500, max: 5_000 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(day, { selector: (one) => one.day, minLength: 1 }), (entries) => {
        const sums = entries.map(({ day, amount }) => onDay(addDays("2026-08-01", day), amount));
        const expected = sums
          .filter(({ key }) => key >= "2026-11-01" && key <= clock.today)
          .reduce((sum, { netMinor }) => sum - netMinor, 0);
        expect(spendingPace(sums, clock).currencies[0]?.spentMinor).toBe(expected);
      }),
    );
  });
});
