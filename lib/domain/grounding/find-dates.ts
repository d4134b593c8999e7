import { daysInMonth } from "../calendar";
import { nounAfter } from "./count-nouns";
import type { DatePart, FoundDate } from "./found-number";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const MONTH =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
const DAY = "\\d{1,2}(?:st|nd|rd|th)?";
const YEAR = "(?:19|20|21)\\d{2}(?![\\d%]|[.,]\\d)";
const TO = "\\s*(?:-|–|—|\\bto\\b|\\bthrough\\b|\\buntil\\b|\\btill\\b|\\band\\b)\\s*";
/** A day's digits are not the beginning of a longer number, of an amount or of a time. */
const WHOLE = "(?![\\d%:]|[.,]\\d|\\s?%)";
const MONTH_DAY = `(?<m>${MONTH})\\s?(?<d>${DAY})${WHOLE}(?:,?\\s(?<y>${YEAR}))?`;
const DAY_MONTH = `(?<d>${DAY})(?:\\sof)?\\s(?<m>${MONTH})(?![\\p{L}])(?:,?\\s(?<y>${YEAR}))?`;
const ORDINALS: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4 };

type Groups = Record<string, string | undefined>;

/** The same groups for the end of a range. */
const asEnd = (pattern: string) => pattern.replaceAll(/\(\?<(\w)>/g, "(?<$12>");

type Rule = {
  pattern: RegExp;
  read: (groups: Groups) => Pick<FoundDate, "from" | "to"> | undefined;
};

const rule = (pattern: string, read: Rule["read"], flags = "giu"): Rule => ({
  pattern: new RegExp(`(?<![\\p{L}\\p{N}_/])(?:${pattern})(?![\\p{L}\\p{N}_])`, flags),
  read,
});

const single = ({ y, m, d }: Groups) => valid({ ...yearOf(y), ...monthOf(m), ...dayOf(d) });
const span = (groups: Groups) => {
  const start = single(groups);
  const { y2, m2, d2 } = groups;
  const end = single({ y: y2 ?? groups.y, m: m2 ?? groups.m, d: d2 });
  return start && end ? { from: withYearBefore(start.from, end.from), to: end.from } : undefined;
};

/** The longest reading comes first. What one rule has read, no later one reads again. */
const RULES: readonly Rule[] = [
  rule(`(?<y>\\d{4})[-/](?<m>\\d{1,2})[-/](?<d>\\d{1,2})(?:T[\\d:.]+Z?)?`, single),
  rule(`${MONTH_DAY}${TO}${asEnd(MONTH_DAY)}`, span),
  rule(`${DAY_MONTH}${TO}${asEnd(DAY_MONTH)}`, span),
  rule(`${MONTH_DAY}${TO.replace("|\\band\\b", "")}(?<d2>${DAY})${WHOLE}(?:,?\\s(?<y2>${YEAR}))?`, span),
  rule(`(?<d>${DAY})\\s?[-–—]\\s?${asEnd(DAY_MONTH)}`, ({ d, d2, m2, y2 }) =>
    span({ d, m: m2, y: y2, d2, m2, y2 }),
  ),
  rule(MONTH_DAY, single),
  rule(DAY_MONTH, single),
  rule(`(?<m>${MONTH}),?\\s(?:of\\s)?(?<y>${YEAR})`, single),
  rule(`Q(?<q>[1-4])(?:,?\\s?(?:of\\s)?(?<y>${YEAR}))?`, quarter),
  rule(`(?<y>${YEAR})\\s?-?Q(?<q>[1-4])`, quarter),
  rule(`(?<q>first|second|third|fourth|1st|2nd|3rd|4th)\\squarter(?:\\s(?:of\\s)?(?<y>${YEAR}))?`, quarter),
  rule("(?<y>\\d{4})-(?<m>0[1-9]|1[0-2])(?!-?\\d)", single),
  rule("(?<m>\\d{1,2})/(?<d>\\d{1,2})/(?<y>\\d{4}|\\d{2})", slashed),
  rule("(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>\\d{4})", single),
  rule("(?<m>\\d{1,2})/(?<d>\\d{1,2})(?!/)", slashed),
  // Only with a capital letter: "may" and "march" are words, and "dec" is none.
  rule(`(?<m>${MONTH})(?!(?<=May)\\s(?:I|you|we|it|be|not)\\b)`, single, "gu"),
  rule("(?<m>january|february|april|june|july|august|september|october|november|december)", single, "gu"),
  rule(`(?:FY\\s?)?(?<y>${YEAR})`, single),
  rule(`(?<=\\bthe\\s)(?<d>\\d{1,2}(?:st|nd|rd|th))`, single),
];

/** Every day, month, quarter and year in plain text, and ranges of days. */
export function findDates(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  let left = text;
  for (const { pattern, read } of RULES) {
    for (const match of left.matchAll(pattern)) {
      const date = read(match.groups ?? {});
      const start = match.index;
      const end = start + match[0].length;
      if (date === undefined || isCount(match.groups ?? {}, text, end)) continue;
      found.push({ kind: "date", start, end, ...date });
      left = left.slice(0, start) + "\uFFFC".repeat(end - start) + left.slice(end);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "In October 3 purchases", "2026 transactions": the last number belongs to what follows it. */
function isCount({ y, y2, m, d, d2, q }: Groups, text: string, end: number): boolean {
  const last = y2 ?? d2 ?? y ?? d;
  if (last === undefined || q !== undefined || !/^\d+$/.test(last)) return false;
  const isBareNumber = y === undefined || (m === undefined && d === undefined);
  return isBareNumber && y2 === undefined && nounAfter(text, end) !== null;
}

function yearOf(text: string | undefined): DatePart {
  if (text === undefined) return {};
  return { year: text.length === 2 ? 2000 + Number(text) : Number(text) };
}

function monthOf(text: string | undefined): DatePart {
  if (text === undefined) return {};
  const index = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  return { month: index < 0 ? Number(text) : index + 1 };
}

const dayOf = (text: string | undefined): DatePart =>
  text === undefined ? {} : { day: Number.parseInt(text, 10) };

function valid(from: DatePart): { from: DatePart } | undefined {
  const { year = 2024, month, day } = from;
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  const lastDay = month === undefined ? 31 : daysInMonth(year, month);
  return day === undefined || (day >= 1 && day <= lastDay) ? { from } : undefined;
}

/** Month first, as the person's locale has it; day first where that alone makes a date. */
function slashed({ y, m, d }: Groups) {
  return single({ y, m, d }) ?? single({ y, m: d, d: m });
}

function quarter({ q = "", y }: Groups): { from: DatePart } {
  return { from: { ...yearOf(y), quarter: ORDINALS[q.toLowerCase()] ?? Number.parseInt(q, 10) } };
}

/** "Oct 1 - 31, 2026", "Dec 30 to Jan 2, 2027": the year stands at the end only. */
function withYearBefore(from: DatePart, to: DatePart): DatePart {
  if (from.year !== undefined || to.year === undefined) return from;
  const isYearBefore = (from.month ?? 0) > (to.month ?? 0);
  return { ...from, year: to.year - (isYearBefore ? 1 : 0) };
}
