import { answerSpending } from "../answers/spending";
import { answerTransactions } from "../answers/transactions";
import { COMPARING, COUNTING, EACH, EXCLUDING, EXTREME } from "../find-unread";
import { afterSpending, afterTransactions } from "../follow-up";
import type { ParsedQuestion } from "../parsed-question";
import { isAboutSpending, isOfRows, toRows, toSpending } from "../to-question";
import { planFlow, thenFlow } from "./flow-plan";
import type { FlowQuestion } from "./flow-question";
import { type TopicRules, topic } from "./topic";

const FLOW: Omit<TopicRules<FlowQuestion>, "name" | "read"> = {
  goOn: (parsed, previous) =>
    previous.kind === "spending" ? afterSpending(parsed, previous) : afterTransactions(parsed, previous),
  subjects: ({ subjects }) => subjects,
  takesIn,
  plan: planFlow,
  further: thenFlow,
  answer: (question, results, facts) =>
    question.kind === "spending"
      ? answerSpending(question, results, facts)
      : answerTransactions(question, results, facts),
};

/** The rows themselves: listed, counted, the largest and the latest, and money that only moves. */
export const rows = topic<FlowQuestion>({ ...FLOW, name: "rows", isAbout: isOfRows, read: toRows });

/** Spending in total, in groups, on average, as a share and compared. */
export const spending = topic<FlowQuestion>({
  ...FLOW,
  name: "spending",
  isAbout: isAboutSpending,
  read: toSpending,
});

/** Words that the answer does take in, without their having been marked. */
function takesIn({ wishes }: ParsedQuestion, question: FlowQuestion): RegExp[] {
  const understood: RegExp[] = question.excluded.length > 0 ? [EXCLUDING] : [];
  const isOrdered = wishes.sort !== undefined || wishes.groupBy !== undefined;
  if (isOrdered) understood.push(EXTREME);
  if (wishes.wantsCount) understood.push(COUNTING);
  if (wishes.isExcluding) understood.push(/not|less/);
  if (wishes.average !== undefined) understood.push(EACH);
  if (question.kind === "spending" && wishes.groupBy) understood.push(EACH, /by (?:day|week|account|card)s?/);
  if (question.periods.length > 1 || question.subjects.length > 1)
    understood.push(COMPARING, /between|last|(?:which|what) (?:months?|weeks?|years?|quarters?)/);
  return understood;
}
