import type { Calendar } from "./bounds";
import { findAccountScope } from "./find-accounts";
import { findPeriods } from "./find-periods";
import { findRefusal } from "./find-refusal";
import { findSubjects } from "./find-subjects";
import { findUnread } from "./find-unread";
import { EXCLUSION, findWishes } from "./find-wishes";
import { followUp } from "./follow-up";
import type { ParsedQuestion } from "./parsed-question";
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
export function understand(questions: readonly string[], calendar: Calendar): Question {
  let subject: Question | undefined;
  let last: Question = { kind: "unknown" };
  for (const question of questions) {
    last = understandOne(toPlainText(question), calendar, subject);
    if (last.kind === "spending" || last.kind === "transactions" || last.kind === "accounts") subject = last;
  }
  return last;
}

function understandOne(plain: string, calendar: Calendar, previous: Question | undefined): Question {
  if (GREETING.test(plain)) return { kind: "greeting" };
  if (THANKS.test(plain)) return { kind: "thanks" };
  if (HELP.test(plain)) return { kind: "help" };
  const reason = findRefusal(plain);
  if (reason) return { kind: "refusal", reason };
  const parsed = parse(plain, calendar);
  const question = findAccounts(parsed) ?? followUp(parsed, previous) ?? toQuestion(parsed);
  if (question.kind === "unknown") return question;
  const unread = findUnread(parsed, question);
  return unread.length > 0 ? { kind: "unclear", words: unread } : question;
}

function parse(plain: string, calendar: Calendar): ParsedQuestion {
  const { periods, rest } = findPeriods(plain, calendar);
  const wishes = findWishes(rest);
  // What is left out cannot be taken off a total: it is not what the question is about.
  const end = wishes.cannot === "exclusion" ? wishes.rest.search(new RegExp(`\\b(?:${EXCLUSION})`)) : -1;
  const about = end < 0 ? wishes.rest : wishes.rest.slice(0, end);
  return { plain, periods, wishes, subjects: findSubjects(about) };
}

/** Balances are known as of now only. */
function findAccounts({ plain, periods }: ParsedQuestion): Question | undefined {
  const scope = findAccountScope(plain);
  if (!scope) return undefined;
  const isPast = periods.some((period) => period !== "today");
  return isPast ? { kind: "refusal", reason: "past_balance" } : { kind: "accounts", scope };
}
