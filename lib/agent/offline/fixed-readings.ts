import { answerFixed, type Fixed } from "./answers/fixed";
import type { Calendar } from "./bounds";
import { findImpossibleDate } from "./find-dates";
import type { Reading } from "./topics/topic";

const GREETING =
  /^(?:hi+|hello+|hey+|hiya|sup|what'?s up|greetings|good (?:morning|afternoon|evening|day)|morning|evening|howdy|yo)(?:,? (?:there|purser|again|everyone|how are you(?: doing)?(?: today)?|how's it going))*[ !.,?]*$|^how are you(?: doing)?(?: today)?[ ?!.]*$/;
const NICE =
  "(?:many |ok(?:ay)?,? |ah,? |oh,? |got it,? |alright,? )*(?:thanks|thank (?:you|u)|thx|ty|tysm|cheers|great|perfect|nice|cool|awesome|amazing|excellent|brilliant|lovely|wonderful|good (?:job|bot|to know|stuff)|well done|got it|ok(?:ay)?|alright|understood|i see|no worries|never ?mind|that(?:'s| is| was) (?:all|great|it|perfect|helpful|good|awesome|really helpful|very helpful|what i needed|everything|enough)(?: for (?:now|today))?|makes sense|sounds good|bye|goodbye|good ?night|see (?:you|ya)(?: later)?|no,? that(?:'s| is) (?:all|it)|nope|appreciate it|much appreciated|you(?:'re| are) (?:great|the best|awesome|helpful))(?: (?:a lot|so much|very much|again|you|purser|a (?:ton|bunch|million)|for (?:that|now|the help|your help|helping|the info)|mate|man))*";
const THANKS = new RegExp(`^${NICE}(?:[ ,.!-]+${NICE})*[ !.)(:]*$`);
const HELP =
  /^(?:help(?: me)?|\?+|menu|commands|examples?|instructions|start|options)[ !.?]*$|\bwhat (?:else )?(?:can|could|do) (?:you|i) (?:do|ask|answer|know|help|offer)\b|\bhow (?:do|does|can|should) (?:you|this|it|i)(?: chat| thing| app| bot)? (?:work|use (?:you|this|it)|(?:ask|talk|start|get started))\b|\b(?:who|what) are you\b|\bwhat (?:questions )?can i ask\b|\bare you (?:a |an )?(?:human|bot|robot|ai|real|person|llm|gpt|chatgpt)\b|\bhow can you help\b|\bwhat (?:are you|is this) (?:for|about|able to do)\b|\bgive me (?:some )?examples?\b|\bi need (?:some )?help[ .!]*$|\bwhat kind of (?:questions|things) can\b|\bshow me what you can do\b/;
/** Nothing is named that could be looked up: to guess would be to answer another question. */
const VAGUE =
  /^(?:and |so )?(?:how much|how many|what happened|compare|the (?:card|account|bank|total|one|other one|amount)|what|when|which|which one|who|where|money|total|the total|how come|amount|what about|how about|is (?:that|it|this) (?:a lot|much|too much|good|bad|normal|ok(?:ay)?|high|low)|(?:am i|how am i) (?:ok(?:ay)?|good|fine|doing ok(?:ay)?)|show me|tell me|list|give me|more|details?|data|numbers|stuff|check (?:it|that)|can you check|do it|go on|continue|really|huh|hm+|what do you mean|and|same|again)[ ?.!]*$/;
/** Nothing was talked of that "it" could be. */
const POINTS_BACK =
  /^(?:and |so )?(?:(?:how much|what) (?:did|do|have) i (?:spend|spent|pay|paid) (?:on|for|at) (?:that|it|this|those|them|there)|(?:please )?(?:compare|show|list|explain|chart|break down|tell me about) (?:it|that|this|them|those|these|me that|me those|me it)|why(?: is that| was that| so)?|how much (?:is|was) (?:it|that)|and (?:that|then|before|before that)|what about (?:it|that|then)|what was (?:it|that))[ ?.!]*$/;

/** An answer that needs no data. */
export const fixedReading = (fixed: Fixed): Reading => ({
  topic: undefined,
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
  if (!hasSubject && VAGUE.test(plain)) return fixedReading({ kind: "pointless" });
  if (/\bthe usual[ ?.!]*$/.test(plain)) return fixedReading({ kind: "pointless" });
  return !hasSubject && POINTS_BACK.test(plain) ? fixedReading({ kind: "pointless" }) : undefined;
}
