import type { CalendarDate, Period } from "../contract/money";
import { addDays, addMonths, datePartsOf, monthOf } from "./calendar";
import { daysIn, type KnownDays, knownPart, outside } from "./known-days";
import { yearPeriod } from "./period";

export type Span = "month" | "year";

/** A period as whole spans and what must be put to them, or taken from them, day by day. */
export type SpanCover = {
  /** From the first day of a span to the last day of one; null when no span helps. */
  whole: Period | null;
  /** Each within one span. */
  more: Period[];
  less: Period[];
};

/** The calendar month or year that holds a date. */
export function spanOf(date: CalendarDate, span: Span): Period {
  if (span === "year") return yearPeriod(datePartsOf(date).year);
  const start = `${monthOf(date)}-01`;
  return { start, end: addDays(addMonths(start, 1), -1) };
}

/**
 * How a period is made of whole spans with the fewest days of rows besides: the days of a span that it lacks are taken from
 * it where they are fewer than those it has.
 * @param known outside of these days there are hardly any rows, so that they cost nothing
 */
export function coverBySpans(period: Period, span: Span, known: KnownDays): SpanCover {
  const costOf = (days: Period) => {
    const part = knownPart(days, known);
    return part === null ? 0 : daysIn(part);
  };
  const first = spanOf(period.start, span);
  const last = spanOf(period.end, span);
  if (first.start === last.start) {
    const less = outside(first, period);
    const isLessCheaper = less.reduce((days, part) => days + costOf(part), 0) < costOf(period);
    return isLessCheaper ? { whole: first, more: [], less } : { whole: null, more: [period], less: [] };
  }
  const cover: SpanCover = { whole: null, more: [], less: [] };
  const whole = { start: first.start, end: last.end };
  for (const edge of [first, last]) {
    const [lacking] = outside(edge, period);
    if (lacking === undefined) continue;
    const [having] = outside(edge, lacking);
    if (having === undefined || costOf(lacking) < costOf(having)) {
      cover.less.push(lacking);
      continue;
    }
    cover.more.push(having);
    if (edge === first) whole.start = addDays(first.end, 1);
    else whole.end = addDays(last.start, -1);
  }
  return { ...cover, whole: whole.start <= whole.end ? whole : null };
}
