import { hasRange } from "./find-range";
import type { ParsedQuestion } from "./parsed-question";

const ADDITION =
  /^(?:(?:ok|okay|thanks|great|hm+|right),? )*(?:and|of (?:that|those|this|these)|out of that|then|now|also|so|but|what about|how about)\b/;
const GOES_ON =
  /^(?:(?:ok|okay|thanks|great|hm+|right),? )*(?:and|what about|how about|what of|also|or|but|then|now|same|instead|only|just|compared? (?:to|with|that|it)|vs|versus|by|per|in|for|at|on|since|without|except|excluding|minus|with|again|both|all|show|list|of (?:that|those)|break)\b/;
const THE_SAME =
  /\b(?:them|those|these|that|it|difference|both|(?:all|the) (?:two|three|four)|which ones|same|the (?:transactions|purchases|payments|charges|rows|details))\b/;

/** "And how much did I earn?": a question of its own that leaves the time unsaid. */
export const startsAsAddition = (plain: string): boolean => ADDITION.test(plain);

/** Whether the question only makes sense with the one before it. */
export function goesOn({ plain, unplaced, wishes, subjects, periods, excluded }: ParsedQuestion): boolean {
  const words = plain.split(" ").length;
  if (THE_SAME.test(unplaced) && words <= 9) return true;
  if (wishes.isWhy && words <= 6) return true;
  const saysSomething =
    subjects.length > 0 ||
    excluded.length > 0 ||
    periods.length > 0 ||
    wishes.groupBy !== undefined ||
    wishes.chart !== undefined ||
    wishes.accounts.length > 0;
  const changesOnly =
    saysSomething ||
    hasRange(wishes.range) ||
    wishes.sort !== undefined ||
    wishes.wantsRows ||
    wishes.average !== undefined;
  if (GOES_ON.test(plain)) return changesOnly;
  return (
    words <= 4 &&
    changesOnly &&
    !wishes.isSpending &&
    !wishes.isIncome &&
    (wishes.sort !== undefined || !wishes.wantsRows)
  );
}
