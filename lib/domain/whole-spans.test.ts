import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "./calendar";
import { daysIn } from "./known-days";
import { coverBySpans, type SpanCover, spanOf } from "./whole-spans";

const known = { firstDate: "2023-05-10", today: "2026-11-30" };

const aDate = fc.integer({ min: 0, max: 1_500 }).map((day) => addDays("2023-01-01", day));
const aPeriod = fc
  .tuple(aDate, fc.integer({ min: 0, max: 900 }))
  .map(([start, days]) => ({ start, end: addDays(start, days) }));

const isIn = (date: string, { start, end }: { start: string; end: string }) => start <= date && date <= end;

/** How often a cover counts a day. */
const timesCounted = (date: string, { whole, more, less }: SpanCover): number =>
  Number(whole !== null && isIn(date, whole)) +
  more.filter((part) => isIn(date, part)).length -
  less.filter((part) => isIn(date, part)).length;

describe("a period made of whole spans", () => {
  it("counts each of its days once and no other", () => {
    fc.assert(
      fc.property(aPeriod, fc.constantFrom("month" as const, "year" as const), (period, span) => {
        const cover = coverBySpans(period, span, known);
        for (
          let date = addDays(period.start, -400);
          date <= addDays(period.end, 400);
          date = addDays(date, 1)
        ) {
          expect(timesCounted(date, cover)).toBe(Number(isIn(date, period)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("begins and ends with whole spans", () => {
    fc.assert(
      fc.property(aPeriod, fc.constantFrom("month" as const, "year" as const), (period, span) => {
        const { whole } = coverBySpans(period, span, known);
        if (whole === null) return;
        expect(spanOf(whole.start, span).start).toBe(whole.start);
        expect(spanOf(whole.end, span).end).toBe(whole.end);
      }),
    );
  });

  it("reads at most half a span of rows at either end", () => {
    fc.assert(
      fc.property(aPeriod, (period) => {
        const { more, less } = coverBySpans(period, "month", known);
        for (const part of [...more, ...less]) expect(daysIn(part)).toBeLessThanOrEqual(31);
        const read = [...more, ...less].reduce((days, part) => days + daysIn(part), 0);
        if (period.start >= known.firstDate && period.end <= known.today)
          expect(read).toBeLessThanOrEqual(31);
      }),
    );
  });

  it("of all time are its years, but for the days before the first and after today", () => {
    expect(coverBySpans({ start: "2023-05-10", end: "2026-11-30" }, "year", known)).toEqual({
      whole: { start: "2023-01-01", end: "2026-12-31" },
      more: [],
      less: [
        { start: "2023-01-01", end: "2023-05-09" },
        { start: "2026-12-01", end: "2026-12-31" },
      ],
    });
  });

  it("of a few days of a month are these days", () => {
    const period = { start: "2026-03-05", end: "2026-03-09" };
    expect(coverBySpans(period, "month", known)).toEqual({ whole: null, more: [period], less: [] });
  });

  it("of a month but for a few days are the month less these", () => {
    expect(coverBySpans({ start: "2026-03-03", end: "2026-03-30" }, "month", known)).toEqual({
      whole: { start: "2026-03-01", end: "2026-03-31" },
      more: [],
      less: [
        { start: "2026-03-01", end: "2026-03-02" },
        { start: "2026-03-31", end: "2026-03-31" },
      ],
    });
  });
});
