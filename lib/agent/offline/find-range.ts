import type { Range } from "./question";
import { take } from "./read-text";

/** An amount, never a count ("more than 3 times") and never a part of a longer number. */
const MONEY =
  "[$€£]? ?(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)( ?k\\b| ?thousand\\b| ?grand\\b)?(?: ?(?:dollars|usd|bucks|euros?))?(?![\\w%]|[.,]\\d| (?:times|days?|weeks?|months?|years?|visits?|percent|transactions?|purchases?|payments?)\\b)";

type Edge = "over" | "at least" | "under" | "at most";

const WORDS: Record<Edge, string> = {
  "at most":
    "(?:no|not) (?:more|greater|bigger|larger|higher) than|not over|not above|not exceeding|at most|up to|maximum(?: of)?|max|<=",
  "at least":
    "(?:no|not) (?:less|fewer|lower|smaller) than|not under|not below|at least|minimum(?: of)?|min|>=",
  over: "over|above|more than|greater than|exceeding|bigger than|larger than|higher than|>",
  under: "under|below|less than|cheaper than|smaller than|lower than|<",
};

const AFTER: Partial<Record<Edge, string>> = {
  "at least": "or more|or above|or over|or higher|and (?:up|more|above|over)|plus",
  "at most": "or less|or under|or below|or lower|and (?:under|below|less)",
};

const RULES: [Edge, RegExp][] = [
  ...Object.entries(AFTER).map(([edge, words]): [Edge, RegExp] => [
    edge as Edge,
    new RegExp(`(?<![\\w.,])${MONEY} ?(?:${words})\\b`),
  ]),
  ...Object.entries(WORDS).map(([edge, words]): [Edge, RegExp] => [
    edge as Edge,
    new RegExp(`(?<![\\w])(?:${words}) ${MONEY}`),
  ]),
];

const BOTH = new RegExp(`\\b(?:between|from) ${MONEY} (?:and|to|-) ${MONEY}`);

/** "Did I spend more than $100 on groceries?" asks about the total, which the answer shows; not about single rows. */
const ASKS_ABOUT_TOTAL =
  /^(?:(?:so|and|ok|okay),? )?(?:did|have|has|do|does|was|is|am) (?:i|we|my)\b(?!.*\b(?:transactions?|purchases?|payments?|charges?|orders?|things?|items?|anything|something)\b)/;

/** Amounts that each row must lie between; "over" and "under" leave the amount itself out. */
export function findRange(text: string): { range: Range; rest: string } {
  const range: Range = { words: [] };
  let rest = take(text, BOTH, (match) => {
    range.minAmount = amountOf(match[1], match[2]);
    range.maxAmount = amountOf(match[3], match[4]);
    range.words.push(`${numberText(range.minAmount)} to ${numberText(range.maxAmount)}`);
  });
  for (const [edge, pattern] of RULES) {
    rest = take(rest, pattern, (match) => {
      const amount = amountOf(match[1], match[2]);
      if (edge === "over" || edge === "at least")
        range.minAmount = edge === "over" ? next(amount, 1) : amount;
      else range.maxAmount = edge === "under" ? next(amount, -1) : amount;
      range.words.push(`${edge} ${numberText(amount)}`);
    });
  }
  return ASKS_ABOUT_TOTAL.test(text) ? { range: { words: [] }, rest } : { range, rest };
}

export const hasRange = ({ minAmount, maxAmount }: Range): boolean =>
  minAmount !== undefined || maxAmount !== undefined;

const amountOf = (digits: string | undefined, thousands: string | undefined): number =>
  Number((digits ?? "0").replaceAll(",", "")) * (thousands ? 1000 : 1);

/** The next cent: the tools know only "at least" and "at most". */
const next = (amount: number, cents: number): number => Math.max(0, Math.round(amount * 100 + cents) / 100);

const numberText = (amount: number): string => amount.toLocaleString("en-US");
