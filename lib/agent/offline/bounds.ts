import type { CalendarDate, Period } from "../../contract/money";
import { addDays } from "../../domain/calendar";
import { isNamedPeriod, resolvePeriod, weekPeriod } from "../../domain/period";
import type { PeriodInput } from "../tools/period-input";

/** What a word beside a period does to it: "until October 10", "after September". */
type Bound = "since" | "after" | "until" | "before" | "week_of" | "week_from" | "week_to";

const AHEAD: [Bound, RegExp][] = [
  [
    "week_from",
    /\b(?:in |during |for )?(?:the )?week (?:beginning|starting|commencing|from)(?: on| with)?(?: the)? $/,
  ],
  ["week_to", /\b(?:in |during |for )?(?:the )?week (?:ending|ended|up to|to)(?: on| with)?(?: the)? $/],
  ["since", /\b(?:since|starting|beginning)(?: (?:from|on|in|with|at))?(?: the)? $/],
  ["after", /\bafter(?: the)? $/],
  ["before", /\b(?:before|prior to|earlier than)(?: the)? $/],
  ["week_of", /\b(?:in |during |for )?(?:the )?week of(?: the)? $/],
  [
    "until",
    /\b(?:up until|until|till|til|up to|up through|through|thru|by|no later than|ending(?: on)?)(?: the)? $/,
  ],
];
const BEHIND: [Bound, RegExp][] = [
  ["since", /^,? (?:onwards?|forward|(?:and|or) (?:later|after)|on(?= ?[?.!]*$))\b/],
  ["until", /^,? (?:and|or) (?:earlier|before)\b/],
];

/** The bound beside the words from `start` to `end`, and the place of both together. */
export function findBound(text: string, start: number, end: number) {
  const lead = /^(?:(?:in|for|during|of|from|to|on|the) )*/.exec(text.slice(start, end))?.[0] ?? "";
  const ahead = text.slice(0, start + lead.length);
  for (const [bound, pattern] of AHEAD) {
    const match = pattern.exec(ahead);
    if (match) return { bound, start: Math.min(match.index, start), end };
  }
  const behind = text.slice(end);
  for (const [bound, pattern] of BEHIND) {
    const match = pattern.exec(behind);
    if (match) return { bound, start, end: end + match[0].length };
  }
  return { bound: undefined, start, end };
}

export type FoundPeriod = { period: PeriodInput; bound: Bound | undefined };
export type Calendar = { today: CalendarDate; firstDate: CalendarDate | null };

/**
 * Bounds and the period that they cut, as one: "this year until October 10", "after October 4 and before October 12".
 * A bound alone reaches back to the first transaction, or on to today.
 */
export function combine(found: readonly FoundPeriod[], calendar: Calendar): PeriodInput[] {
  const isBounded = found.some(({ bound }) => bound !== undefined && !bound.startsWith("week_"));
  if (!isBounded || found.length === 1) return found.map((one) => apply(one, calendar));
  const ranges = found.map((one) => toDates(apply(one, calendar), calendar));
  const start = ranges.map((range) => range.start).reduce((a, b) => (a > b ? a : b));
  const end = ranges.map((range) => range.end).reduce((a, b) => (a < b ? a : b));
  return start <= end ? [{ start, end }] : ranges;
}

function apply({ period, bound }: FoundPeriod, calendar: Calendar): PeriodInput {
  if (bound === undefined) return period;
  const { start, end } = toDates(period, calendar);
  const first = calendar.firstDate ?? start;
  switch (bound) {
    case "since":
      return { start, end: calendar.today };
    case "after":
      return { start: addDays(end, 1), end: calendar.today };
    case "until":
      return { start: first, end };
    case "before":
      return { start: first, end: addDays(start, -1) };
    case "week_from":
      return { start, end: addDays(start, 6) };
    case "week_to":
      return { start: addDays(end, -6), end };
    case "week_of":
      return weekPeriod(start);
  }
}

function toDates(period: PeriodInput, { today, firstDate }: Calendar): Period {
  if (typeof period !== "string") return period;
  return isNamedPeriod(period) ? resolvePeriod(period, today) : { start: firstDate ?? today, end: today };
}
