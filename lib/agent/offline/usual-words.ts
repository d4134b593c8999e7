import { ASKING_WORDS } from "./asking-words";
import { MONEY_WORDS } from "./money-words";
import { SPENDING_WORDS } from "./spending-words";

/** What people say for it, and the words that the rules know. In this order. */
const REWORDED: readonly (readonly [RegExp, string])[] = [
  [/\b(?:eat|eats|ate|eaten|dine|dined) out\b/g, "eating out"],
  ...MONEY_WORDS,
  ...ASKING_WORDS,
  ...SPENDING_WORDS,
  [/\bhow much (?:money|cash) (?=(?:have|did|do) (?:i|we) (?:spen[dt])\b)/g, "how much "],
  [/^(?:please )?(?:tally|add|sum|total) up\b/g, "total"],
  [
    /\b(?:what(?:'s| is| was) )?the most (?:that )?i(?:'ve| have)? (?:ever )?(?:spent|paid)\b(.*?) (?:in one go|at once|(?:in|on) (?:one|a single) (?:purchase|transaction|visit|order))\b/g,
    "what was my largest purchase$1",
  ],
  [
    /\bthis (week|month|quarter|year)\b(.*?)\b(than|vs\.?|versus|compared (?:to|with)|and|or) last(?= ?[?.!]*$)/g,
    "this $1$2$3 last $1",
  ],
];

/** @param text lower case, single spaces */
export const inUsualWords = (text: string): string =>
  REWORDED.reduce((said, [pattern, words]) => said.replaceAll(pattern, words), text);
