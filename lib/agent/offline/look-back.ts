import type { PeriodInput } from "../tools/period-input";
import type { ParsedQuestion } from "./parsed-question";
import { mark } from "./read-text";

const COUNTS: Record<string, number> = { both: 2, two: 2, three: 3, four: 4 };
const SEVERAL =
  /\b(?:both(?: of (?:them|those))?|(?:the|those|all|these)(?: of)?(?: the| those)? (two|three|four)(?: of (?:them|those))?(?: \w+s)?)\b/;
const DIFFERENCE = /\b(?:difference|differ)\b/;
const WHICH = /^(?:and |so )?which (?:one |of (?:the two|them|those|these) )?(?:was|is|were|cost)\b/;
const TOGETHER = /\b(?:together|in total|total|sum|combined|altogether|overall)\b/;

/**
 * "Both in 2025?", "the three of them together", "the difference between the two": what the last questions named, side by
 * side or as one.
 */
export function lookBack(parsed: ParsedQuestion, earlier: readonly ParsedQuestion[]): ParsedQuestion {
  const match =
    SEVERAL.exec(parsed.plain) ??
    (parsed.periods.length === 0 ? (DIFFERENCE.exec(parsed.plain) ?? WHICH.exec(parsed.plain)) : null);
  const count = match ? (COUNTS[match[1] ?? "both"] ?? 2) : 0;
  const last = earlier.slice(-count);
  if (!match || parsed.subjects.some(({ categories }) => categories.length > 0) || last.length < count)
    return parsed;
  const rest = withoutWords(parsed.wishes.rest, match[0]);
  const subjects = unique(last.flatMap((one) => one.subjects));
  const periods = unique(last.flatMap((one) => one.periods));
  const isOfTime = parsed.periods.length === 0 && periods.length >= count;
  const isJoined = isOfTime && TOGETHER.test(parsed.plain);
  return {
    ...parsed,
    subjects,
    periods: parsed.periods.length > 0 ? parsed.periods : isJoined ? joined(periods) : periods,
    wishes: { ...parsed.wishes, rest },
  };
}

function withoutWords(text: string, words: string): string {
  const at = text.indexOf(words);
  return at < 0 ? text : mark(text, at, at + words.length);
}

const unique = <Value>(values: readonly Value[]): Value[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

/** From the first day to the last, when all are exact days. */
function joined(periods: PeriodInput[]): PeriodInput[] {
  const dates = periods.flatMap((period) => (typeof period === "string" ? [] : [period]));
  if (dates.length < periods.length) return periods;
  const starts = dates.map(({ start }) => start).toSorted();
  const ends = dates.map(({ end }) => end).toSorted();
  const [start, end] = [starts[0], ends.at(-1)];
  return start && end ? [{ start, end }] : periods;
}
