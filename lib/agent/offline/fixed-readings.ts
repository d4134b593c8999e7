import { answerFixed, type Fixed } from "./answers/fixed";
import type { Calendar } from "./bounds";
import { findImpossibleDate } from "./find-dates";
import type { Reading } from "./topics/topic";

const GREETING = /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|howdy|yo)(?: there| purser)?[ !.,]*$/;
const THANKS =
  /^(?:ok(?:ay)? ?,? ?)?(?:thanks|thank you|thx|cheers|great|perfect|nice|cool|awesome)(?: (?:a lot|so much|very much|you|purser))?[ !.]*$/;
const HELP =
  /^(?:help|\?)[ !.?]*$|\bwhat can (?:you|i) (?:do|ask)\b|\bhow (?:do|does) (?:you|this|it) work\b|\bwho are you\b|\bwhat are you\b|\bwhat (?:questions )?can i ask\b/;
/** Nothing was talked of that "it" could be. */
const POINTS_BACK =
  /^(?:and |so )?(?:(?:how much|what) (?:did|do|have) i (?:spend|spent|pay|paid) (?:on|for|at) (?:that|it|this|those|them|there)|(?:please )?(?:compare|show|list|explain|chart|break down|tell me about) (?:it|that|this|them|those|these|me that|me those|me it)|why(?: is that| was that| so)?|how much (?:is|was) (?:it|that)|and (?:that|then|before|before that)|what about (?:it|that|then)|what was (?:it|that))[ ?.!]*$/;

/** An answer that needs no data. */
export const fixedReading = (fixed: Fixed): Reading => ({
  parsed: undefined,
  subjects: [],
  takesIn: "all",
  calls: [],
  further: () => [],
  answer: () => answerFixed(fixed),
  goOn: () => undefined,
});

/** Greetings, thanks, help, and what cannot be a question about data at all. */
export function readFixed(plain: string, { today }: Calendar, hasSubject: boolean): Reading | undefined {
  if (GREETING.test(plain)) return fixedReading({ kind: "greeting" });
  if (THANKS.test(plain)) return fixedReading({ kind: "thanks" });
  if (HELP.test(plain)) return fixedReading({ kind: "help" });
  const date = findImpossibleDate(plain, today);
  if (date) return fixedReading({ kind: "no_such_date", words: date });
  if (/\bthe usual[ ?.!]*$/.test(plain)) return fixedReading({ kind: "pointless" });
  return !hasSubject && POINTS_BACK.test(plain) ? fixedReading({ kind: "pointless" }) : undefined;
}
