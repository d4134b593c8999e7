import { findCategories } from "../../domain/categories";
import { normalizeName, singular } from "../../domain/nearest-names";
import { isFiller } from "./find-subjects";

const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const UNITS = "days?|weeks?|weekends?|fortnight|months?|quarters?|years?";

/** What stands for things of which there are endlessly many. In this order. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/[$€£] ?\d[\d,.]*k?|\b\d[\d,.]*k?(?= ?(?:dollars|bucks|usd|euros?|quid)\b)|\b\d+k\b/g, " #amount "],
  [/\b\d[\d.]* ?(?:%|percent)/g, " #percent "],
  [new RegExp(`\\b(?:next|coming) (?:\\d+ )?(?:${UNITS})\\b|\\btomorrow\\b`, "g"), " #ahead "],
  [
    new RegExp(
      `\\b(?:last|this|past|previous) (?:\\d+ )?(?:${UNITS})\\b|\\b(?:yesterday|today|ytd)\\b|\\b(?:${MONTHS})\\b(?: \\d{1,2}(?:st|nd|rd|th)?\\b)?|\\b20\\d\\d\\b|\\bq[1-4]\\b`,
      "g",
    ),
    " #time ",
  ],
  [/\b\d[\d,.]*\b/g, " #number "],
];

const masked = (plain: string): string =>
  KINDS.reduce((text, [pattern, kind]) => text.replaceAll(pattern, kind), plain);

/** Another form of a word is the same evidence: "saved" and "saving". */
const stemOf = (word: string): string => singular(word).replace(/(?<=\w{3})(?:ing|ed|ly|e)$/, "");

/** Words that nobody can know: names of shops and accounts. */
const NAME = "#name";

const tokensOf = (plain: string): string[] =>
  masked(plain)
    .split(/[^\w#'&]+/)
    .filter(Boolean)
    .map((word) => (word.startsWith("#") ? word : stemOf(word.replace(/'s$/, ""))));

/**
 * What in a question speaks for its topic: its words by their stems, and how it begins. Times and amounts count by their
 * kind only, things to buy also by their kind, words that `isKnown` does not know as names.
 * @param plain lower case
 */
export function evidenceIn(plain: string, isKnown: (word: string) => boolean): string[] {
  const words = tokensOf(plain).map((word) => (word.startsWith("#") || isKnown(word) ? word : NAME));
  const kinds = words.some(isBought) ? ["#category"] : [];
  return [...new Set([...words, `^ ${words[0]}`, `^ ${words[0]} ${words[1]}`, ...kinds])];
}

/** The words of a question that may become known. */
export const wordsIn = (plain: string): string[] => tokensOf(plain).filter((word) => !word.startsWith("#"));

const bought = new Map<string, boolean>();

/** Asked of the same words again and again while learning; of unknown ones never, so that the map stays small. */
function isBought(word: string): boolean {
  const known = bought.get(word) ?? (!isFiller(word) && findCategories(normalizeName(word)).length > 0);
  bought.set(word, known);
  return known;
}
