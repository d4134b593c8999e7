import { findNumbers } from "./grounding/find-numbers";
import { toPlainText } from "./grounding/plain-text";

/** In words: a black bar is nothing to who listens. */
const BLOT = "(hidden)";

/** Whatever still looks like money once the amounts that a reader would find are gone. */
const MONEY_LEFT =
  /[\p{Sc}]\s?[-+]?\d[\d.,\u00a0]*\d?|\d[\d.,]*\s?(?:[\p{Sc}]|(?:USD|EUR|GBP|CHF|CAD|AUD|JPY|dollars?|euros?|pounds?|cents?|bucks|grand|k)\b)/giu;

/** The last digits of an account, as banks and answers write them. */
const ENDS_OF_ACCOUNTS =
  /\b(?:ending|ends)\s(?:in|with)\s\d{2,4}(?!\d)|(?:[•·●∙*]{2,}|\.{2,}|…|\b[xX]{2,})[ -]?\d{2,4}(?!\d)/giu;

/**
 * A text in which nobody can read an amount any more. Bare numbers go, too: "500" in a question is one. Percentages, dates
 * and counts of something stay.
 */
export function blotOutAmounts(markdown: string): string {
  const { text, starts, ends } = toPlainText(markdown);
  const amounts = findNumbers(text).filter(
    (number) => number.kind === "amount" || (number.kind === "count" && number.noun === null),
  );
  let blotted = "";
  let at = 0;
  for (const { start, end } of amounts) {
    blotted += markdown.slice(at, starts[start]) + BLOT;
    at = ends[end - 1] ?? at;
  }
  return (blotted + markdown.slice(at)).replaceAll(MONEY_LEFT, BLOT);
}

/** A text without these names, however they are written, and without the last digits of accounts. */
export function blotOutNames(text: string, names: readonly string[]): string {
  const longestFirst = [...new Set(names)]
    .filter((name) => name.trim().length > 1)
    .sort((a, b) => b.length - a.length);
  // The last digits first: they are names, too, and would leave the dots before them.
  return longestFirst.reduce(
    (left, name) => left.replaceAll(patternOf(name), BLOT),
    text.replaceAll(ENDS_OF_ACCOUNTS, BLOT),
  );
}

const patternOf = (name: string): RegExp => {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join("\\s+")}(?![\\p{L}\\p{N}])`, "giu");
};
