import type { PeriodInput } from "../tools/period-input";
import { type Calendar, combine, type FoundPeriod, findBound } from "./bounds";
import { findDates } from "./find-dates";
import { PERIOD_RULES } from "./period-rules";
import { mark } from "./read-text";

export type FoundPeriods = {
  /** In the order of the text. */
  periods: PeriodInput[];
  /** The text with the words of the periods marked as understood. */
  rest: string;
};

/** "between A and B" reads like "from A to B", which all rules know. */
const withoutBetween = (text: string): string =>
  text.replace(/\bbetween (?!\$?\d+ and)(.+?) and /, "from $1 to ");

/** The periods that a plain text names, relative to the person's today and to the first day that they have data of. */
export function findPeriods(plain: string, calendar: Calendar): FoundPeriods {
  const { today } = calendar;
  const text = withoutBetween(plain);
  const found: (FoundPeriod & { index: number })[] = [];
  let rest = text;
  const add = (period: PeriodInput, index: number, length: number) => {
    const { bound, start, end } = findBound(text, index, index + length);
    found.push({ index, period, bound });
    rest = mark(rest, start, end);
  };
  for (const { period, index, length } of findDates(text, today)) add(period, index, length);
  for (const { pattern, read } of PERIOD_RULES) {
    for (const match of rest.matchAll(new RegExp(pattern, "g"))) {
      add(read(match.groups ?? {}, today), match.index, match[0].length);
    }
  }
  found.sort((a, b) => a.index - b.index);
  return { periods: combine(found, calendar), rest };
}
