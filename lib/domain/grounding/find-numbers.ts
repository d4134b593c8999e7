import { countNounOf } from "./count-nouns";
import { findDates } from "./find-dates";
import { findAmounts, findCounts, findPercentages } from "./find-quantities";
import type { FoundNumber } from "./found-number";
import { BLANK } from "./plain-text";
import { tableHeaders } from "./table-headers";

/** What has digits and says no quantity: times of day, ends of account numbers, plans named by a paragraph of the law. */
const NO_QUANTITY = [
  /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?(?!\d)/giu,
  /(?<![\d.,])\d{1,2}\s?[ap]\.?m\b\.?/giu,
  /\b(?:ending|ends)\s(?:in|with)\s\d{2,4}(?!\d)/giu,
  /(?<![\p{L}\p{N}])(?:\.{2,}|…)\s?\d{2,4}(?![\d.,%])/gu,
  /\b(?:401|403|457)\s?\(?[kb]\)?(?![\p{L}\p{N}])/giu,
  /\b24\/7\b/g,
  // Ranks: "the 2nd largest".
  /\b\d{1,2}(?:st|nd|rd|th)(?=[-\s](?:largest|biggest|highest|smallest|lowest|most|least|place)\b)/giu,
  // An id: letters and digits in one word.
  /(?<![\p{L}\p{N}$€£¥])(?=[\p{L}\p{N}_-]*\p{L}[\p{L}\p{N}_-]*\d)(?!Q[1-4](?![\p{L}\p{N}]))(?:\p{L}[\p{L}\p{N}]*_[\p{L}\p{N}_]*|[\p{L}\p{N}]{8}-[\p{L}\p{N}-]{9,}|\p{L}{1,4}\d[\p{L}\p{N}]*)(?![\p{L}\p{N}])/gu,
];
const LIST_NUMBER = /^([ \t>]*)(\d{1,3})([.)])(?=[ \t])/gmu;
const RANK_CELL = /^([ \t]*\|[ \t]*)(\d{1,3})([ \t]*\|)/gmu;

const blank = (text: string, start: number, end: number): string =>
  text.slice(0, start) + BLANK.repeat(end - start) + text.slice(end);

/**
 * Every amount, percentage, count and date in plain text (./plain-text.ts), in the order of the text.
 * @param names what results call merchants, accounts and the like: digits of a name are no quantity
 */
export function findNumbers(text: string, names: readonly string[] = []): FoundNumber[] {
  let left = withoutNumbering(text);
  for (const pattern of NO_QUANTITY)
    left = left.replaceAll(pattern, (match) => (isCurrencyCode(match) ? match : BLANK.repeat(match.length)));
  for (const name of names) left = withoutName(left, name);
  const found: FoundNumber[] = [];
  const read = (numbers: FoundNumber[]) => {
    for (const number of numbers) left = blank(left, number.start, number.end);
    found.push(...numbers);
  };
  read(findAmounts(left));
  read(findPercentages(left));
  read(findDates(left));
  const headerAt = tableHeaders(text);
  read(findCounts(left, (place) => nounIn(headerAt(place))));
  return found.sort((a, b) => a.start - b.start);
}

const isCurrencyCode = (word: string): boolean => /^(?:[A-Z]{3}|[A-Z]{1,2}\$)\d/.test(word);

/** The numbers of a list count up from 1; what does not is a number that happens to begin a line. */
function withoutNumbering(text: string): string {
  let last = 0;
  let rank = 0;
  return text
    .replaceAll(LIST_NUMBER, (match, before: string, digits: string, after: string) => {
      const number = Number(digits);
      if (number !== 1 && number !== last + 1) return match;
      last = number;
      return before + BLANK.repeat(digits.length) + after;
    })
    .replaceAll(RANK_CELL, (match, before: string, digits: string, after: string) => {
      const number = Number(digits);
      if (number !== 1 && number !== rank + 1) return match;
      rank = number;
      return before + BLANK.repeat(digits.length) + after;
    });
}

function withoutName(text: string, name: string): string {
  // Banks may name things at any length, and no text holds what is longer than itself.
  if (name.length > text.length) return text;
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "giu");
  return text.replaceAll(whole, (match) => BLANK.repeat(match.length));
}

const nounIn = (header: string | null): string | null => {
  for (const word of header?.split(/[^\p{L}]+/u) ?? []) {
    const noun = countNounOf(word);
    if (noun !== null) return noun;
  }
  return null;
};
