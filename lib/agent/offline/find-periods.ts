import type { PeriodInput } from "../tools/period-input";
import { type Calendar, combine, type FoundPeriod, findBound } from "./bounds";
import { findDates } from "./find-dates";
import { PERIOD_RULES } from "./period-rules";
import { mark } from "./read-text";
import { RELATIVE_RULES } from "./relative-periods";

export type FoundPeriods = {
  /** In the order of the text. */
  periods: PeriodInput[];
  /** The text with the words of the periods marked as understood. */
  rest: string;
};

type Placed = FoundPeriod & { index: number };

/** "Did it change from September to October?" names two periods and no span. */
const CHANGES =
  /\b(?:spen[dt]\w*|cost\w*|income|bills?)\b.*\b(?:chang|increas|decreas|differ|ris|rose|fall|fell|drop|grow|grew|went up|go up|go down)\w*\b|\b(?:chang|increas|decreas|differ)\w*\b.*\b(?:spen[dt]\w*|cost\w*|income)\b/;

/** "between A and B" reads like "from A to B", which all rules know. */
const withoutBetween = (text: string): string =>
  (CHANGES.test(text)
    ? text.replace(
        /\b(?:from (.+?) to (?!date\b)|between (?!\$?\d+ and)(.+?) and )/,
        (_, from, between) => `${from ?? between} vs `,
      )
    : text
  ).replace(/\bbetween (?!\$?\d+ and)(.+?) and /, "from $1 to ");

/**
 * The periods that a plain text names, relative to the person's today and to the first day that they have data of.
 * @param before the period of the question before: "that month", "the week before"
 */
export function findPeriods(plain: string, calendar: Calendar, before?: PeriodInput): FoundPeriods {
  const { today } = calendar;
  const text = withoutBetween(plain);
  const found: Placed[] = [];
  let rest = text;
  const add = (period: PeriodInput, index: number, length: number) => {
    const { bound, start, end } = findBound(text, index, index + length);
    found.push({ index, period, bound });
    rest = mark(rest, start, end);
  };
  const [sameLastYear, ...relative] = RELATIVE_RULES;
  if (!sameLastYear) return { periods: [], rest };
  const leaning: { rule: (typeof RELATIVE_RULES)[number]; match: RegExpMatchArray }[] = [];
  const lookFor = (rule: (typeof RELATIVE_RULES)[number]) => {
    for (const match of rest.matchAll(rule.pattern)) {
      leaning.push({ rule, match });
      rest = mark(rest, match.index, match.index + match[0].length);
    }
  };
  lookFor(sameLastYear);
  for (const { period, index, length } of findDates(rest.replaceAll("§", " "), today))
    add(period, index, length);
  for (const { pattern, read } of PERIOD_RULES) {
    for (const match of rest.matchAll(new RegExp(pattern, "g"))) {
      add(read(match.groups ?? {}, today), match.index, match[0].length);
    }
  }
  for (const rule of relative) lookFor(rule);
  for (const { rule, match } of leaning) {
    const index = match.index ?? 0;
    const base = found.findLast((other) => other.index < index)?.period ?? found[0]?.period ?? before;
    const period = rule.read(base, match.groups?.unit ?? match.groups?.unit2 ?? "", today);
    if (period) found.push({ index, period, bound: undefined });
  }
  found.sort((a, b) => a.index - b.index);
  return { periods: combine(found, calendar), rest };
}
