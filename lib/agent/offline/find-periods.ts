import type { CalendarDate } from "../../contract/money";
import type { PeriodInput } from "../tools/period-input";
import { findDates } from "./find-dates";
import { PERIOD_RULES } from "./period-rules";
import { mark, take } from "./read-text";

export type FoundPeriods = {
  /** In the order of the text. */
  periods: PeriodInput[];
  /** The text with the words of the periods marked as understood. */
  rest: string;
};

/** "between A and B" reads like "from A to B", which all rules know. */
const withoutBetween = (text: string): string =>
  text.replace(/\bbetween (?!\$?\d+ and)(.+?) and /, "from $1 to ");

/** The periods that a plain text names, relative to the person's today. */
export function findPeriods(plain: string, today: CalendarDate): FoundPeriods {
  const text = withoutBetween(plain);
  const found: { index: number; period: PeriodInput }[] = [];
  let rest = text;
  for (const { period, index, length } of findDates(text, today)) {
    const since = /\b(?:since|after|starting) (?:the )?$/.exec(text.slice(0, index));
    found.push({ index, period: since ? { start: period.start, end: today } : period });
    rest = mark(rest, since?.index ?? index, index + length);
  }
  for (const { pattern, read } of PERIOD_RULES) {
    rest = take(rest, pattern, (match) => {
      found.push({ index: match.index, period: read(match.groups ?? {}, today) });
    });
  }
  return { periods: found.sort((a, b) => a.index - b.index).map(({ period }) => period), rest };
}
