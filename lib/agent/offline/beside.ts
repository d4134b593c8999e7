import { findSubjects } from "./find-subjects";
import type { ParsedQuestion } from "./parsed-question";
import type { Subject } from "./question";

/** What a question is about besides the words that make it one of its kind. */
export const subjectsBeside = ({ wishes }: ParsedQuestion, words: RegExp): Subject[] =>
  findSubjects(wishes.rest.replaceAll(new RegExp(words.source, "g"), " "));

/** The first amount of money in the text, in whole units: "$1,200", "900 dollars", "2k". */
export function amountIn(text: string): number | undefined {
  const match =
    /[$€£] ?(\d[\d,]*(?:\.\d+)?)( ?k\b)?/.exec(text) ??
    /(?<![\w.,-])(\d[\d,]*(?:\.\d+)?)( ?k\b)?(?! ?(?:%|percent|days?|weeks?|months?|years?|times|st\b|nd\b|rd\b|th\b))(?![\w.,]\d)/.exec(
      text,
    );
  if (!match?.[1]) return undefined;
  return Number(match[1].replaceAll(",", "")) * (match[2] ? 1000 : 1);
}
