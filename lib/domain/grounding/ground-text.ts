import { type GroundedNumber, type Grounding, MAX_GROUNDED_NUMBERS } from "../../contract/grounding";
import type { CalendarDate } from "../../contract/money";
import type { ToolResult } from "../../contract/tool-result";
import { todayIn } from "../calendar";
import { collectValues } from "./collect-values";
import { findNumbers } from "./find-numbers";
import type { DatePart, FoundNumber } from "./found-number";
import type { KnownValue } from "./known-value";
import { matchNumber } from "./match-number";
import { type PlainText, toPlainText } from "./plain-text";
import { saidValues } from "./said-values";
import type { Clause } from "./sign-words";
import { subjectOf, subjectsOf } from "./subject-of";

/** What numbers of an answer may come from. */
export type GroundingSources = {
  results: readonly ToolResult[];
  /** As the person typed it. */
  question: string;
  today: CalendarDate;
  /** IANA */
  timeZone: string;
  /** The first date of which there are data, as the model was told. */
  dataFrom: CalendarDate | null;
};

/** Everything that the sources state. */
export type Known = {
  values: KnownValue[];
  /** See `subjectsOf`. */
  subjects: string[];
  /** See `namesWithDigits`. */
  names: string[];
};

/** Made once for all texts of an answer. */
export function knownFrom(sources: GroundingSources): Known {
  const values = valuesFrom(sources);
  return { values, subjects: subjectsOf(sources.results), names: namesWithDigits(values) };
}

function valuesFrom({ results, question, today, timeZone, dataFrom }: GroundingSources): KnownValue[] {
  const fact = (path: string, date: CalendarDate): KnownValue => ({
    kind: "period",
    ref: "facts",
    path,
    labels: null,
    start: date,
    end: date,
  });
  const days = new Map<string, CalendarDate>();
  const dayOf = (moment: string): CalendarDate => {
    const day = days.get(moment) ?? todayIn(timeZone, new Date(moment));
    days.set(moment, day);
    return day;
  };
  return [
    ...results.flatMap((result) => collectValues(result, dayOf)),
    ...results.flatMap(({ ref = "", caveats = [] }) =>
      caveats.flatMap((caveat, index) => saidValues(caveat, ref, `caveats[${index}]`)),
    ),
    fact("today", today),
    ...(dataFrom === null ? [] : [fact("dataFrom", dataFrom)]),
    ...saidValues(question, "question", "text"),
  ];
}

/**
 * Checks every amount, percentage, count and date of a text against what is known. Exact to the minor unit: a sum, a
 * difference or a share that no result states is unverified, however right it may be, and a rounded number counts only
 * where the text says that it is rounded.
 */
export function groundText(markdown: string, { values, subjects, names }: Known): GroundedNumber[] {
  const plain = toPlainText(markdown);
  return findNumbers(plain.text, names).map((found) => {
    const context = {
      clause: clauseAround(plain.text, found),
      label: subjectOf(plain.text, found.start, found.end, subjects),
    };
    return {
      ...placeIn(plain, found),
      kind: found.kind,
      value: describe(found),
      match: matchNumber(found, values, context) ?? null,
    };
  });
}

/** One text of a message with its numbers, at most as many as a message may carry; unverified ones first then. */
export function groundedText(text: number, numbers: readonly GroundedNumber[]): Grounding["texts"][number] {
  if (numbers.length <= MAX_GROUNDED_NUMBERS) return { text, numbers: [...numbers] };
  const important = numbers.toSorted((a, b) => Number(a.match !== null) - Number(b.match !== null));
  return {
    text,
    numbers: important.slice(0, MAX_GROUNDED_NUMBERS),
    unlisted: numbers.length - MAX_GROUNDED_NUMBERS,
  };
}

/**
 * Names whose digits are no quantity, such as "7-Eleven". One that itself reads as an amount, a date or a count of
 * something is not among them: a shop can call itself "You owe $500".
 */
function namesWithDigits(known: readonly KnownValue[]): string[] {
  const names = new Set(known.flatMap(({ labels }) => labels ?? []));
  return [...names].filter((name) => {
    if (!/\d/.test(name) || !/\p{L}/u.test(name)) return false;
    const numbers = findNumbers(toPlainText(name).text);
    return numbers.every((number) => number.kind === "count" && number.noun === null);
  });
}

const placeIn = ({ starts, ends }: PlainText, { start, end }: FoundNumber) => ({
  start: starts[start] ?? 0,
  end: ends[end - 1] ?? 0,
});

/** The words of the same clause on both sides of a number. */
function clauseAround(text: string, { start, end }: FoundNumber): Clause {
  const before =
    text
      .slice(Math.max(0, start - 120), start)
      .split(/[.!?;](?=\s)|[\n|]/)
      .at(-1) ?? "";
  const [after = ""] = text.slice(end, end + 60).split(/[.,!?;](?=\s|$)|[\n|]|\b(?:and|but|while)\b/);
  return { before, after };
}

function describe(found: FoundNumber): string {
  if (found.kind === "date") return [found.from, ...(found.to ? [found.to] : [])].map(describeDate).join("/");
  const size = found.size === null ? "?" : `${found.sign === "-" ? "-" : ""}${found.size.toFixed()}`;
  if (found.kind === "percentage") return `${size}%`;
  const unit = found.kind === "amount" ? found.currency : found.noun;
  return unit === null ? size : `${size} ${unit}`;
}

/** ISO 8601 as far as it goes; what is not said is dashes. */
function describeDate({ year, quarter, month, day }: DatePart): string {
  const pad = (part: number | undefined) => (part === undefined ? "--" : String(part).padStart(2, "0"));
  if (quarter !== undefined) return `${year ?? "----"}-Q${quarter}`;
  if (month === undefined && day === undefined) return String(year);
  return `${year ?? "----"}-${pad(month)}${day === undefined ? "" : `-${pad(day)}`}`;
}
