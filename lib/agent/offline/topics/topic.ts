import type { ToolResult } from "../../../contract/tool-result";
import type { Facts } from "../../prompt";
import { changedBy } from "../changed-by";
import type { TakesIn } from "../find-unread";
import type { ParsedQuestion } from "../parsed-question";
import type { Subject } from "../question";
import type { PlannedCall } from "../tool-round";
import type { TopicName } from "./topic-name";

/** One kind of question: how it is recognised, what is looked up for it, and how the answer is put. */
export type TopicRules<Asked> = {
  name: TopicName;
  /** Whether the question has the words of this kind; when left out, whatever `read` can read has. */
  isAbout?: (parsed: ParsedQuestion) => boolean;
  /** What is asked, taking it to be of this kind; nothing when it cannot be. */
  read: (parsed: ParsedQuestion) => Asked | undefined;
  /** The question as a change of one before it; when left out, what the new one names takes the place of the old. */
  goOn?: (parsed: ParsedQuestion, previous: Asked) => Asked | undefined;
  /** Conditions that the answer takes in besides period and subject; when left out, all but limits of what it is of. */
  takesIn?: (parsed: ParsedQuestion, asked: Asked) => TakesIn;
  /** Names that may be misspelt: see ../correct.ts. */
  subjects?: (asked: Asked) => Subject[];
  plan: (asked: Asked) => PlannedCall[];
  /** Look-ups that need the results of the first ones, such as a difference or a chart. */
  further?: (asked: Asked, results: readonly ToolResult[]) => PlannedCall[];
  /** Every number in it is one of the results'. */
  answer: (asked: Asked, results: readonly ToolResult[], facts: Facts) => string;
};

/** A question as it was understood. */
export type Reading = {
  /** Nothing for what needs no data. */
  topic: TopicName | undefined;
  /** Nothing for what needs no data: it does not end the subject of a conversation. */
  parsed: ParsedQuestion | undefined;
  subjects: Subject[];
  takesIn: TakesIn;
  calls: PlannedCall[];
  further: (results: readonly ToolResult[]) => PlannedCall[];
  answer: (results: readonly ToolResult[], facts: Facts) => string;
  /** The next question as a change of this one. */
  goOn: (parsed: ParsedQuestion) => Reading | undefined;
};

export type Topic = {
  name: TopicName;
  read: (parsed: ParsedQuestion) => Reading | undefined;
};

/** Hides what is asked, so that topics of all kinds fit into one table: see ./all-topics.ts. */
export function topic<Asked>(rules: TopicRules<Asked>): Topic {
  const isAbout = (parsed: ParsedQuestion) => rules.isAbout?.(parsed) ?? true;
  const readingOf = (asked: Asked, parsed: ParsedQuestion, said = parsed): Reading => ({
    topic: rules.name,
    parsed,
    subjects: rules.subjects?.(asked) ?? [],
    takesIn: rules.takesIn?.(said, asked) ?? "all_but_limits",
    calls: rules.plan(asked),
    further: (results) => rules.further?.(asked, results) ?? [],
    answer: (results, facts) => rules.answer(asked, results, facts),
    goOn: (next) => {
      const merged = changedBy(parsed, next);
      const changed = rules.goOn ? rules.goOn(next, asked) : isAbout(merged) ? rules.read(merged) : undefined;
      return changed && readingOf(changed, merged, next);
    },
  });
  return {
    name: rules.name,
    read: (parsed) => {
      const asked = isAbout(parsed) ? rules.read(parsed) : undefined;
      return asked && readingOf(asked, parsed);
    },
  };
}
