import { EXCLUSION } from "./find-wishes";
import type { ParsedQuestion } from "./parsed-question";
import { unmarked } from "./read-text";

export const COMPARING =
  /\b(?:more|less|fewer|most|least|higher|lower|bigger|smaller|larger|cheaper|expensive|pricier|than|differen\w+|compar\w+|versus|vs|same|increas\w+|decreas\w+|grew|grown|fell|rose|risen|shr[au]nk|jumped|climbed|chang\w+)\b/g;
export const EXTREME = /\b(?:most|top|biggest|largest|highest|expensive)\b/g;
export const COUNTING = /\b(?:often|times)\b/g;

/** Words that narrow or turn a question. What was understood of them is marked already; what is left was not. */
const CONDITIONS = [
  COMPARING,
  EXTREME,
  COUNTING,
  /\b(?:first|second|third|last|final|earliest|oldest|smallest|lowest|cheapest|priciest|maximum|minimum|max|min|big|small|large|cheap)\b/g,
  /\b(?:since|until|till?|before|after|between|within|during|while|whenever|ago|earlier|later|early|late|mid|middle|beginning|end|half|double|twice)\b/g,
  /\b(?:christmas|xmas|easter|hanukk?ah|ramadan|diwali|holiday season|the holidays|new year|(?:fiscal|financial|tax|school|academic) years?|hours?|seasons?)\b/g,
  /\b(?:mornings?|afternoons?|evenings?|nights?|noon|midnight|weekdays?|weekends?|workdays?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|\d+ ?[ap]m)\b/g,
  /\b(?:each|every|per|daily|weekly|yearly|annual(?:ly)?|quarterly|hourly|a (?:day|week|year|visit|trip|person))\b/g,
  /\bby (?:the )?(?:day|week|weekday|quarter|year|account|card|person|bank|date|size|amount|payment)s?\b/g,
  /\b(?:which|what) (?:months?|weeks?|days?|years?|quarters?)\b/g,
  /\b(?:not|never|if|unless|besides|including|included|almost|nearly|exactly|posted)\b|n't\b/g,
  /[$€£] ?\d[\d,.]*|\d[\d,.]* ?(?:%|(?:dollars|usd|bucks|euros?)\b)/g,
];
export const EACH = /\b(?:each|every|per|daily|weekly|a (?:day|week|visit|trip|person))\b/g;
/** Whoever leaves something out as asked takes this in. */
export const EXCLUDING = new RegExp(`\\b(?:${EXCLUSION})(?![\\w])`, "g");

/**
 * What an answer does with conditions: it takes in those that fit, all of them, or all but what leaves something out or
 * limits amounts, which nobody may drop who sums or lists.
 */
export type TakesIn = readonly RegExp[] | "all" | "all_but_limits";

const limitsIn = ({ wishes }: ParsedQuestion): string[] => [
  ...[...unmarked(wishes.rest).matchAll(EXCLUDING)].map(({ 0: words }) => words),
  ...wishes.range.words,
];

const WHEN = /(?<=\S )when\b/g;
/**
 * Conditions and comparisons in the question that the answer would leave out. To answer without them would be to
 * answer another question, so whoever gets any of them must ask back.
 */
export function findUnread(parsed: ParsedQuestion, takesIn: TakesIn): string[] {
  if (takesIn === "all") return [];
  if (takesIn === "all_but_limits") return limitsIn(parsed);
  // A shop may be called so: "at Under Armour", "at First Watch".
  const text = unmarked(parsed.wishes.rest)
    .replaceAll(/\bat (?!least\b|most\b|night\b|noon\b|midnight\b|the\b)\w+/g, "")
    .replaceAll(/\b(?:over|during|within)(?: the)? ,/g, ",")
    .replaceAll(takesIn.includes(EXCLUDING) ? EXCLUDING : /(?!)/g, " ");
  const words = [...CONDITIONS, WHEN, EXCLUDING]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .filter(({ 0: word }) => !takesIn.some((pattern) => fits(pattern, word)))
    .toSorted((a, b) => a.index - b.index)
    .map(({ 0: word }) => word);
  return [...new Set(words)];
}

const fits = (pattern: RegExp, word: string): boolean => new RegExp(`^(?:${pattern.source})$`).test(word);
