const SPENT_FOR = "(?:burned|burnt|dropped|blew|blown|splurged|shell(?:ed)? out|fork(?:ed)? (?:out|over))";

/** What people say for it, and the words that the rules know. In this order. */
const REWORDED: readonly [RegExp, string][] = [
  [/\b(?:eat|eats|ate|eaten|dine|dined) out\b/g, "eating out"],
  [/\bwhat(?:'s| is| was) the damage (?:on|for|at|from)\b/g, "how much did i spend on"],
  [new RegExp(`\\b(${SPENT_FOR})(?= (?:on|at|for|in)\\b)`, "g"), "spent"],
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
