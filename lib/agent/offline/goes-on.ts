import { hasRange } from "./find-range";
import type { ParsedQuestion } from "./parsed-question";

const ADDITION =
  /^(?:(?:ok|okay|thanks|great|hm+|right),? )*(?:and|of (?:that|those|this|these)|out of that|then|now|also|so|but|what about|how about)\b/;
const GOES_ON =
  /^(?:(?:ok|okay|thanks|great|hm+|right),? )*(?:and|what about|how about|what of|what if|also|or|but|then|now|same|instead|only|just|from|compared? (?:to|with|that|it)|vs|versus|by|per|in|for|at|on|since|without|except|excluding|minus|with|again|both|all|show|list|of (?:that|those)|break|(?:(?:is|was) (?:that|it) )?(?:more|less|higher|lower) than)\b/;
/** "What about $4000?", "and if it costs 2,500?" */
const PRICE = /^(?:and|or|but|so|what about|how about|what if|then) .*(?:[$€£] ?\d|\d{3}|\dk\b)/;
const THE_SAME =
  /\b(?:they|them|those|these|that|it|difference|both|(?:all|the) (?:two|three|four)|the \w+ ones?|which (?:ones?|was|is|were)|same|the (?:transactions|purchases|payments|charges|rows|details))\b/;

/** "And how much did I earn?": a question of its own that leaves the time unsaid. */
export const startsAsAddition = (plain: string): boolean => ADDITION.test(plain);

const LEANS =
  /^(?:(?:ok|okay|thanks|great|hm+|right),? )*(?:and|what about|how about|what of|or|but|same|instead|only|just|compared? (?:to|with|that|it)|vs|versus|without|except|excluding|minus|with|again)\b/;
const ASKS_ITSELF =
  /\b(?:did|do|have|had|am) (?:i|we) (?:\w+ )?(?:spen[dt]\w*|buy|bought|pay|paid|paying|earn\w*|ma[dk]e|get|receiv\w+)\b/;
const OWN_OBJECT =
  /\b(?:my|all|our) (?:\w+ ){0,3}?(?:spending|expenses?|expenditures?|outgoings|purchases?|transactions?|payments?|charges|income|earnings|merchants|stores|categories|money)\b/;
const COMMAND =
  /^(?:(?:ok|okay|thanks|great|hm+|right|and|now|then|also|please|can you|could you),? )*(?:show|list|give|draw|plot|chart|graph|compare|break|display)\b/;

/**
 * Whether it says by itself what is asked: a verb and an object of its own, with a time or a way to group. Nothing that
 * was talked of before narrows it.
 */
export function standsAlone({ plain, unplaced, periods, wishes }: ParsedQuestion): boolean {
  if ((periods.length === 0 && wishes.groupBy === undefined) || THE_SAME.test(unplaced)) return false;
  if (COMMAND.test(plain)) return OWN_OBJECT.test(plain);
  return !LEANS.test(plain) && (ASKS_ITSELF.test(plain) || OWN_OBJECT.test(plain));
}

/** Whether the question only makes sense with the one before it. */
export function goesOn(parsed: ParsedQuestion): boolean {
  const { plain, unplaced, wishes, subjects, periods, excluded } = parsed;
  if (standsAlone(parsed)) return false;
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
    wishes.wantsCount ||
    wishes.limit !== undefined ||
    wishes.average !== undefined;
  if (GOES_ON.test(plain)) return changesOnly || PRICE.test(plain);
  return (
    words <= 4 &&
    changesOnly &&
    !wishes.isSpending &&
    !wishes.isIncome &&
    (wishes.sort !== undefined || wishes.wantsCount || !wishes.wantsRows)
  );
}
