import type { CalendarDate } from "../../contract/money";
import { findAccountScope } from "./find-accounts";
import { findPeriods } from "./find-periods";
import { findRefusal } from "./find-refusal";
import { findSubjects } from "./find-subjects";
import { findWishes } from "./find-wishes";
import { followUp } from "./follow-up";
import type { Question } from "./question";
import { toPlainText } from "./read-text";
import { toQuestion } from "./to-question";

const GREETING = /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|howdy|yo)(?: there| purser)?[ !.,]*$/;
const THANKS =
  /^(?:ok(?:ay)? ?,? ?)?(?:thanks|thank you|thx|cheers|great|perfect|nice|cool|awesome)(?: (?:a lot|so much|very much|you|purser))?[ !.]*$/;
const HELP =
  /^(?:help|\?)[ !.?]*$|\bwhat can (?:you|i) (?:do|ask)\b|\bhow (?:do|does) (?:you|this|it) work\b|\bwho are you\b|\bwhat are you\b|\bwhat (?:questions )?can i ask\b/;

/**
 * The last of a conversation's questions, read in the light of those before it. Refusals, thanks and greetings in
 * between do not end the subject.
 * @param questions as the person typed them, oldest first
 */
export function understand(questions: readonly string[], today: CalendarDate): Question {
  let subject: Question | undefined;
  let last: Question = { kind: "unknown" };
  for (const question of questions) {
    last = understandOne(toPlainText(question), today, subject);
    if (last.kind === "spending" || last.kind === "transactions" || last.kind === "accounts") subject = last;
  }
  return last;
}

function understandOne(plain: string, today: CalendarDate, previous: Question | undefined): Question {
  if (GREETING.test(plain)) return { kind: "greeting" };
  if (THANKS.test(plain)) return { kind: "thanks" };
  if (HELP.test(plain)) return { kind: "help" };
  const reason = findRefusal(plain);
  if (reason) return { kind: "refusal", reason };
  const scope = findAccountScope(plain);
  if (scope) return { kind: "accounts", scope };
  const { periods, rest } = findPeriods(plain, today);
  const wishes = findWishes(rest);
  const parsed = { plain, periods, wishes, subjects: findSubjects(wishes.rest) };
  return followUp(parsed, previous) ?? toQuestion(parsed);
}
