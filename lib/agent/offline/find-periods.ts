import { addDays } from "../../domain/calendar";
import type { PeriodInput } from "../tools/period-input";
import { type Calendar, combine, type FoundPeriod, findBound } from "./bounds";
import { findDates } from "./find-dates";
import { HOLIDAY_RULES } from "./holidays";
import { PERIOD_RULES, type PeriodRule } from "./period-rules";
import { inUsualPeriodWords } from "./period-words";
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

const COMPARES =
  /\b(?:change|increase|decrease|drop|rise|jump) in (?!the last)|\b(?:compar\w+|differen\w+|stack\w* up|measure\w* up|hold\w* up)\b/;
/** "Compare Q1 to Q3", "the difference between May and June". */
const AGAINST =
  / (?:to|with|and|against) (?=(?:the )?(?:same|this|last|previous|q[1-4]\b|h[12]\b|20\d\d\b|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|year before|month before|week before))/g;

/** "between A and B" reads like "from A to B", which all rules know. */
const withoutBetween = (text: string): string =>
  (COMPARES.test(text)
    ? text.replaceAll(AGAINST, " vs ")
    : CHANGES.test(text)
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
  const text = withoutBetween(inUsualPeriodWords(plain, today));
  const found: Placed[] = [];
  let rest = text;
  const add = (period: PeriodInput, index: number, length: number) => {
    const { bound, start, end } = findBound(text, index, index + length);
    found.push({ index, period, bound });
    rest = mark(rest, start, end);
  };
  const addAll = (rules: readonly PeriodRule[]) => {
    for (const { pattern, read } of rules) {
      for (const match of rest.matchAll(new RegExp(pattern, "g")))
        add(read(match.groups ?? {}, today), match.index, match[0].length);
    }
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
  addAll(HOLIDAY_RULES);
  for (const { period, index, length } of findDates(rest.replaceAll("§", " "), today))
    add(period, index, length);
  addAll(PERIOD_RULES);
  for (const rule of relative) lookFor(rule);
  for (const { rule, match } of leaning) {
    const index = match.index ?? 0;
    const base = found.findLast((other) => other.index < index)?.period ?? found[0]?.period ?? before;
    const period = rule.read(base, match.groups?.unit ?? match.groups?.unit2 ?? "", today);
    if (period) found.push({ index, period, bound: undefined });
  }
  found.sort((a, b) => a.index - b.index);
  const periods = spanned(combine(found, calendar), rest);
  return { periods: TOGETHER.test(plain) && !COMPARES.test(plain) ? joined(periods) : periods, rest };
}

/** "Between Labor Day and Halloween": two days with names are the ends of one time. */
function spanned(periods: PeriodInput[], rest: string): PeriodInput[] {
  const [first, last] = periods;
  const isSpan = /\bfrom §+ (?:to|until|through) §+/.test(rest);
  if (!isSpan || periods.length !== 2 || typeof first !== "object" || typeof last !== "object")
    return periods;
  const areDays = first.start === first.end && last.start === last.end;
  return areDays && first.start < last.start ? [{ start: first.start, end: last.end }] : periods;
}

const TOGETHER = /\b(?:combined|together|altogether|taken together|added up|in total)\b/;

/** "September and October combined": one time when each begins where the one before ends. */
function joined(periods: PeriodInput[]): PeriodInput[] {
  const dates = periods
    .flatMap((period) => (typeof period === "string" ? [] : [period]))
    .toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const [first, last] = [dates[0], dates.at(-1)];
  const isWhole = dates.every(
    ({ start }, index) => index === 0 || start === addDays(dates[index - 1]?.end ?? start, 1),
  );
  return first && last && dates.length === periods.length && isWhole
    ? [{ start: first.start, end: last.end }]
    : periods;
}
