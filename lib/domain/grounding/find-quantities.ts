import { Decimal } from "decimal.js";
import { minorUnitExponent } from "../money";
import { approximationAt } from "./approximation";
import { nounAfter, nounBefore } from "./count-nouns";
import { CURRENCY_AFTER, CURRENCY_BEFORE, currencyOf } from "./currency-words";
import type { FoundAmount, FoundCount, FoundPercentage } from "./found-number";
import { NUMBER_WORD, readNumberWord } from "./number-words";
import { readDigits } from "./read-digits";

const DIGITS = "(?:\\d(?:[\\d.,'’]*\\d)?|(?<!\\d)\\.\\d+)";
/** Groups of digits parted by a space, as some locales write amounts. */
const SPACED = "\\d{1,3}(?: \\d{3})+(?:[.,]\\d{1,2})?(?!\\d)";
const MULTIPLE = "(?: ?(?:thousand|million|billion|bn|mn|[kKmMbB])(?![\\p{L}\\p{N}]))";
const SIGN = "(?:(?<![\\p{L}\\p{N})])[-+–±](?=[^\\s–-]))";
const PERCENT = " ?(?:%|percent\\b|per cent\\b|pct\\b|percentage points?\\b|pp\\b)";
const BASIS_POINTS = " ?(?:basis points?|bps)\\b";

const AMOUNT = new RegExp(
  `(?<sign>${SIGN})?(?<before>${CURRENCY_BEFORE}) ?(?<sign2>[-+])?(?<digits>${SPACED}|${DIGITS})(?<multiple>${MULTIPLE})?|` +
    `(?<![\\p{L}\\p{N}_.,])(?<sign3>${SIGN})?(?<digits2>${SPACED}|${DIGITS}|${NUMBER_WORD})(?<multiple2>${MULTIPLE})?[ -]?(?<after>${CURRENCY_AFTER})`,
  "gu",
);
const PERCENTAGE = new RegExp(
  `(?<![\\p{L}\\p{N}_.,])(?<sign>${SIGN})?(?<digits>${DIGITS}|${NUMBER_WORD})(?:(?<percent>${PERCENT})|(?<points>${BASIS_POINTS}))`,
  "giu",
);
const COUNT = new RegExp(
  `(?<![\\p{L}\\p{N}_.,])(?<sign>${SIGN})?(?:(?<digits>${DIGITS})(?<multiple>${MULTIPLE})?(?<ratio> ?[x×](?![\\p{L}\\p{N}]))?(?![\\p{L}\\p{N}_])|(?<word>\\b${NUMBER_WORD}\\b)|(?<other>\\p{No}))`,
  "giu",
);

type Groups = Record<string, string | undefined>;

/** Amounts that name a currency. */
export function findAmounts(text: string): FoundAmount[] {
  return [...text.matchAll(AMOUNT)].map((match) => {
    const groups: Groups = match.groups ?? {};
    const currency = currencyOf(groups.before ?? groups.after ?? "");
    const read = sizeOf(groups.digits ?? groups.digits2 ?? "", groups.multiple ?? groups.multiple2);
    const isSmallUnit = /^(?:cents?|¢)$/i.test(groups.after ?? "");
    const factor = isSmallUnit ? new Decimal(10).pow(-minorUnitExponent(currency)) : new Decimal(1);
    return {
      kind: "amount",
      ...placeOf(match, text),
      ...scaled(read, factor),
      sign: signOf(groups.sign ?? groups.sign2 ?? groups.sign3),
      currency,
    };
  });
}

export function findPercentages(text: string): FoundPercentage[] {
  return [...text.matchAll(PERCENTAGE)].map((match) => {
    const groups: Groups = match.groups ?? {};
    const factor = new Decimal(groups.points === undefined ? 1 : 0.01);
    return {
      kind: "percentage",
      ...placeOf(match, text),
      ...scaled(sizeOf(groups.digits ?? "", undefined), factor),
      sign: signOf(groups.sign),
    };
  });
}

/** What is left when amounts, percentages and dates are taken out: counts, and amounts that name no currency. */
export function findCounts(
  text: string,
  headerAt: (place: number) => string | null,
): (FoundCount | FoundAmount)[] {
  const found: (FoundCount | FoundAmount)[] = [];
  for (const match of text.matchAll(COUNT)) {
    const groups: Groups = match.groups ?? {};
    const place = placeOf(match, text);
    const noun =
      groups.ratio === undefined
        ? (nounAfter(text, place.end) ?? headerAt(place.start) ?? nounBefore(text, place.start))
        : "ratio";
    if (groups.word !== undefined && /^one$/i.test(groups.word) && nounAfter(text, place.end) === null)
      continue;
    const read = sizeOf(groups.digits ?? groups.word ?? "", groups.multiple);
    const sign = signOf(groups.sign);
    const isAmount = noun === null && /[.,]\d{2}$/.test(groups.digits ?? "") && groups.multiple === undefined;
    if (isAmount) found.push({ kind: "amount", ...place, ...read, sign, currency: null });
    else found.push({ kind: "count", ...place, ...read, sign, noun });
  }
  return found;
}

function placeOf(match: RegExpMatchArray, text: string) {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  return { start, end, approximation: approximationAt(text, start, end) };
}

const signOf = (sign: string | undefined): "-" | "+" | "" =>
  sign === undefined ? "" : sign === "+" ? "+" : sign === "±" ? "" : "-";

const MULTIPLES: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};

type Read = { size: Decimal | null; step: Decimal };

function sizeOf(digits: string, multiple: string | undefined): Read {
  const decimal = readNumberWord(digits) ?? readDigits(digits);
  if (decimal === null) return { size: null, step: new Decimal(1) };
  // Of the text and not of the value: "1.20" shows two decimals.
  const decimals = /[.,](\d{1,2}|\d{4,})$/.exec(digits)?.[1]?.length ?? 0;
  const step = new Decimal(10).pow(-decimals);
  return scaled({ size: decimal, step }, new Decimal(MULTIPLES[multiple?.trim().toLowerCase() ?? ""] ?? 1));
}

const scaled = ({ size, step }: Read, factor: Decimal): Read => ({
  size: size === null ? null : size.times(factor),
  step: step.times(factor),
});
