import { editDistance } from "../../domain/nearest-names";
import { inDigits, SMALL } from "./number-words";
import { withoutPoliteness } from "./politeness";
import { spelledRight } from "./spelling";
import { inUsualWords } from "./usual-words";

/** Lower case, straight quotes, single spaces: what all rules of the analyst are written for. */
export const toPlainText = (text: string): string =>
  inUsualWords(inDigits(withoutPoliteness(spelledRight(spelledPlainly(text)))));

const spelledPlainly = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[–—]/g, "-")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\b[a-z]{5,10}\b/g, monthMeant)
    .trim();

const LONG_MONTHS = ["january", "february", "august", "september", "october", "november", "december"];

/** "septembr": a slip in the name of a month. Short names are too near to other words. */
function monthMeant(word: string): string {
  const near = (month: string) => word[0] === month[0] && Math.abs(word.length - month.length) < 2;
  return LONG_MONTHS.find((month) => near(month) && editDistance(word, month) === 1) ?? word;
}

const NUMBER_WORDS: Record<string, number> = {
  "a couple of": 2,
  an: 1,
  a: 1,
  ...SMALL,
  ten: 10,
  twelve: 12,
};

export const NUMBER_PATTERN = `(\\d{1,3}|${Object.keys(NUMBER_WORDS).join("|")})`;

export const numberOf = (word: string): number => NUMBER_WORDS[word] ?? Number(word);

/** Stands for a character that is understood already. The length stays, so that places in the text stay. */
const MARK = "§";

export const mark = (text: string, start: number, end: number): string =>
  text.slice(0, start) + MARK.repeat(end - start) + text.slice(end);

/** Marks each match and hands it to `found`. */
export function take(text: string, pattern: RegExp, found?: (match: RegExpExecArray) => void): string {
  let rest = text;
  for (const match of text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))) {
    found?.(match);
    rest = mark(rest, match.index, match.index + match[0].length);
  }
  return rest;
}

/** The words that are left, with a comma where something was marked. */
export const unmarked = (text: string): string =>
  text
    .replaceAll(new RegExp(`${MARK}+`, "g"), " , ")
    .replaceAll(/\s+/g, " ")
    .trim();
