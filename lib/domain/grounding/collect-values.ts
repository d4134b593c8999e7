import type { CalendarDate, Money, Period } from "../../contract/money";
import type { ToolResult } from "../../contract/tool-result";
import { datePartsOf, daysBetween, daysInMonth } from "../calendar";
import { minorUnitExponent } from "../money";
import { monthPeriod } from "../period";
import { countNounOf } from "./count-nouns";
import type { KnownValue, SignRole } from "./known-value";

/** Text of banks and people: it says nothing about numbers, whatever it looks like. */
const NAMES =
  /^(?:merchant|name|label|title|category|categories|merchants|accounts?|institution|description|memo|notes?|tags?|query|phrase|text|message|word|caveats|expression|definition)$/i;

/** Results that say nothing of whom or what their number is about. */
const NAMELESS = new Set<string>(["calculation"]);

type DayOf = (moment: string) => CalendarDate;

type Place = {
  ref: string;
  path: string;
  key: string;
  kind: string;
  labels: readonly string[] | null;
  rowIds?: string[];
  isRow: boolean;
  groupBy: unknown;
};

/**
 * Every amount, percentage, count and date that a result states, each with its place. A result is read by its shape
 * and not by its kind, so that a new tool's numbers count as soon as it has any: `Money`, `{basisPoints, formatted}`,
 * integers (what they count is in their name), lengths of lists, calendar dates and `Period`s.
 * @param dayOf the day that a moment (ISO 8601 UTC) was for the person
 */
export function collectValues(result: ToolResult, dayOf: DayOf): KnownValue[] {
  const { ref = "", kind } = result;
  const labels = NAMELESS.has(kind) ? null : "filters" in result ? textsIn(result.filters) : [];
  const groupBy = "groupBy" in result ? result.groupBy : undefined;
  const place = { ref, path: "", key: "", kind, labels, isRow: false, groupBy };
  return [...valuesIn(result, place, dayOf)].sort(headlinesFirst);
}

const depthOf = (path: string): number => path.split(/[.[]/).length;

/**
 * What stands high up in a result is what an answer means, rather than a row that happens to be as large. By path, because
 * a result that was stored and read again has its members in another order.
 */
function headlinesFirst(a: KnownValue, b: KnownValue): number {
  const byRow = Number(a.rowIds !== undefined) - Number(b.rowIds !== undefined);
  return byRow || depthOf(a.path) - depthOf(b.path) || a.path.localeCompare(b.path, "en", { numeric: true });
}

function* valuesIn(value: unknown, place: Place, dayOf: DayOf): Generator<KnownValue> {
  if (typeof value === "string") yield* ofText(value, place, dayOf);
  else if (typeof value === "number") yield* ofNumber(value, place);
  else if (Array.isArray(value)) yield* ofList(value, place, dayOf);
  else if (typeof value === "object" && value !== null) yield* ofObject(value, place, dayOf);
}

function* ofObject(value: object, place: Place, dayOf: DayOf): Generator<KnownValue> {
  const share = "basisPoints" in value ? value.basisPoints : undefined;
  if (isMoney(value)) {
    const { amountMinor, currency } = value;
    const amount = toUnits(amountMinor, exponentOf(currency));
    yield { kind: "amount", ...sourceOf(place), amount, currency, role: roleOf(place) };
  } else if (typeof share === "number") {
    yield* ofShare(share, "formatted" in value ? value.formatted : undefined, place);
  } else yield* ofMembers(value, place, dayOf);
}

/*
 * Results were parsed when they were kept; here only shapes are told apart.
 */
const isMoney = (value: object): value is Money =>
  "amountMinor" in value &&
  typeof value.amountMinor === "number" &&
  "currency" in value &&
  "formatted" in value;

const isPeriod = (value: object): value is Period =>
  "start" in value && "end" in value && isDate(value.start) && isDate(value.end);

const isDate = (value: unknown): value is CalendarDate =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** Exact to a hundredth of a percent, and as it is shown. */
function* ofShare(basisPoints: number, formatted: unknown, place: Place): Generator<KnownValue> {
  const shown = typeof formatted === "string" ? /^(-?\d+(?:\.\d+)?) ?%$/.exec(formatted)?.[1] : undefined;
  for (const percent of new Set([toUnits(basisPoints, 2), ...(shown === undefined ? [] : [shown])]))
    yield { kind: "percentage", ...sourceOf(place), percent, role: roleOf(place) };
}

function* ofMembers(value: object, place: Place, dayOf: DayOf): Generator<KnownValue> {
  const isDates = isPeriod(value);
  if (isDates) yield* ofPeriod(value, place);
  const here = { ...place, ...rowIn(value), labels: place.labels && [...place.labels, ...ownTexts(value)] };
  for (const [key, child] of Object.entries(value)) {
    if (isDates && (key === "start" || key === "end")) continue;
    const path = place.path === "" ? key : `${place.path}.${key}`;
    yield* valuesIn(child, { ...here, path, key }, dayOf);
  }
}

function* ofList(list: readonly unknown[], place: Place, dayOf: DayOf): Generator<KnownValue> {
  const { key, groupBy } = place;
  // Evidence is cut at some length: how many rows there are is said by `rowCount`.
  if (place.labels !== null && key !== "rows" && key !== "caveats" && key !== "points")
    yield { kind: "count", ...sourceOf(place), count: String(list.length), noun: nounOfKey(key, groupBy) };
  for (const [index, child] of list.entries())
    yield* valuesIn(child, { ...place, path: `${place.path}[${index}]` }, dayOf);
}

function* ofText(text: string, place: Place, dayOf: DayOf): Generator<KnownValue> {
  // The key of a group is a date only where groups are times; else it may be whatever a shop calls itself.
  const isTime = typeof place.groupBy === "string" && /^(?:day|week|month|quarter|year)$/.test(place.groupBy);
  if (NAMES.test(place.key) || (place.key === "key" && !isTime)) return;
  const source = sourceOf(place);
  if (isDate(text)) yield { kind: "period", ...source, start: text, end: text };
  else if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text)) {
    const date = dayOf(text);
    yield { kind: "period", ...source, start: date, end: date };
  } else if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) yield* ofMonth(text, place);
}

function* ofNumber(value: number, place: Place): Generator<KnownValue> {
  const source = sourceOf(place);
  if (/basisPoints$/i.test(place.key)) {
    yield { kind: "percentage", ...source, percent: toUnits(value, 2), role: roleOf(place) };
  } else if (/amount$/i.test(place.key)) {
    // A bound as it was asked for, in whole units of whatever currency the rows have.
    yield { kind: "amount", ...source, amount: String(value), currency: null, role: "size" };
  } else if (place.kind === "calculation") {
    // Of what it is a count, only the words say. That no rows are behind it is no number.
    if (place.key === "value") yield { kind: "count", ...source, count: String(value), noun: "any" };
  } else if (!/minor$|^score$/i.test(place.key)) {
    yield { kind: "count", ...source, count: String(value), noun: nounOfKey(place.key, place.groupBy) };
  }
}

/** A period is also so many days, and so many months where it is made of whole ones. */
function* ofPeriod({ start, end }: Period, place: Place): Generator<KnownValue> {
  const source = sourceOf(place);
  yield { kind: "period", ...source, start, end };
  const days = daysBetween(start, end) + 1;
  yield { kind: "count", ...source, count: String(days), noun: "day" };
  if (days % 7 === 0) yield { kind: "count", ...source, count: String(days / 7), noun: "week" };
  const [first, last] = [datePartsOf(start), datePartsOf(end)];
  if (first.day !== 1 || last.day !== daysInMonth(last.year, last.month)) return;
  const months = (last.year - first.year) * 12 + last.month - first.month + 1;
  yield { kind: "count", ...source, count: String(months), noun: "month" };
  if (months % 3 === 0) yield { kind: "count", ...source, count: String(months / 3), noun: "quarter" };
  if (months % 12 === 0) yield { kind: "count", ...source, count: String(months / 12), noun: "year" };
}

function* ofMonth(month: string, place: Place): Generator<KnownValue> {
  const { year, month: number } = datePartsOf(`${month}-01`);
  yield { kind: "period", ...sourceOf(place), ...monthPeriod(year, number) };
}

const sourceOf = ({ ref, path, labels, rowIds }: Place) => ({ ref, path, labels, ...(rowIds && { rowIds }) });

/** An integer as decimal text with so many decimals, without a division. */
function toUnits(minor: number, exponent: number): string {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, "0");
  const cut = digits.length - exponent;
  return `${minor < 0 ? "-" : ""}${digits.slice(0, cut)}${exponent > 0 ? `.${digits.slice(cut)}` : ""}`;
}

const exponents = new Map<string, number>();

/** Remembered, because asking `Intl` for each of a thousand rows takes as long as all the rest. */
function exponentOf(currency: string): number {
  const exponent = exponents.get(currency) ?? minorUnitExponent(currency);
  exponents.set(currency, exponent);
  return exponent;
}

/** A transaction is what has an id, a merchant and a date. */
function rowIn(value: object): { isRow?: boolean; rowIds?: string[] } {
  const isRow = "id" in value && typeof value.id === "string" && "merchant" in value && "date" in value;
  return isRow ? { isRow: true, rowIds: [String(value.id)] } : {};
}

function roleOf({ path, key, kind, isRow }: Place): SignRole {
  if (kind === "calculation" || /differ|change|delta|increase|decrease|growth|effect/i.test(path))
    return "change";
  if (/out(?:flow)?$|spen[dt]|expense/i.test(key)) return "out";
  if (/moneyIn|inflow|income|earned/i.test(key)) return "in";
  if (isRow) return "row";
  if (/balance|worth|netBy|equity|^net$/i.test(path)) return "balance";
  return kind === "spending" ? "out" : kind === "income" ? "in" : "size";
}

/** What a number is about is in its name: `rowCount`, `monthsLeft`, `accounts`, `groupCount` by what is grouped. */
function nounOfKey(key: string, groupBy: unknown): string | null {
  if (key === "count") return "transaction";
  if (/^group/i.test(key)) return typeof groupBy === "string" ? (countNounOf(groupBy) ?? "group") : "group";
  for (const word of key.split(/(?=[A-Z])|_/)) {
    const noun = countNounOf(word);
    if (noun !== null) return noun;
  }
  return null;
}

const ownTexts = (value: object): string[] =>
  Object.entries(value).flatMap(([key, text]) =>
    typeof text === "string" && NAMES.test(key) ? [text.toLowerCase()] : [],
  );

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value.toLowerCase()];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
