import type { ToolFailure } from "../../contract/results/tool-failure";
import { editDistance, normalizeName } from "../../domain/nearest-names";
import { isMisspeltFiller } from "./find-subjects";
import { plainScope } from "./plan";
import type { Question, Subject } from "./question";
import type { PlannedCall } from "./tool-round";

/** A failed call put better, and what to tell the person about it. */
export type Correction = { call: PlannedCall; note: string | undefined };

/** What to try after a name was not found; nothing when only the person can say. */
export function correct(call: PlannedCall, failure: ToolFailure, question: Question): Correction | undefined {
  if (failure.error.code !== "unknown_merchant") return undefined;
  const asked = merchantsOf(call);
  const subjects = subjectsOf(question);
  const phrase = subjects.find(({ orMerchant }) => orMerchant && asked.includes(orMerchant));
  if (phrase) return { call: withScope(call, plainScope(phrase)), note: undefined };
  const meant = onlySuggestion(asked, failure.error.suggestions ?? []);
  if (!meant) return withoutSlips(call, asked, subjects);
  const merchants = asked.map((name) => (name === meant.typed ? meant.name : name));
  return { call: withScope(call, { merchants }), note: `I read “${meant.typed}” as ${meant.name}.` };
}

/**
 * "How much did i spned on groceries": what is left over is a slip in a word that asks nothing. Any other word may be a
 * condition, and a total without it would be one of something else: then the person is asked.
 */
function withoutSlips(call: PlannedCall, asked: string[], subjects: Subject[]): Correction | undefined {
  const subject = subjects.find(
    ({ orMerchant, merchant }) => orMerchant && merchant && asked.includes(merchant),
  );
  if (!subject?.merchant?.split(" ").every(isMisspeltFiller)) return undefined;
  return {
    call: withScope(call, { categories: subject.categories }),
    note: `I left out “${subject.merchant}”.`,
  };
}

const subjectsOf = (question: Question): Subject[] => ("subjects" in question ? question.subjects : []);

function merchantsOf({ args }: PlannedCall): string[] {
  return Array.isArray(args.merchants) ? args.merchants.filter((name) => typeof name === "string") : [];
}

function withScope(call: PlannedCall, scope: { categories?: string[]; merchants?: string[] }): PlannedCall {
  const { merchants: _, ...args } = call.args;
  return { name: call.name, args: { ...args, ...scope } };
}

/** A slip of the finger with one likely meaning. Two near names are for the person to choose from. */
function onlySuggestion(asked: string[], suggestions: string[]): { typed: string; name: string } | undefined {
  for (const typed of asked) {
    const near = suggestions
      .map((name) => ({ name, edits: editsTo(typed, name) }))
      .filter(({ edits }) => edits <= (typed.length < 5 ? 1 : 2))
      .sort((a, b) => a.edits - b.edits);
    const [best, second] = near;
    if (best && (!second || second.edits > best.edits)) return { typed, name: best.name };
  }
  return undefined;
}

const editsTo = (typed: string, name: string): number => {
  const wanted = normalizeName(typed);
  const beginning = normalizeName(name).split(" ").slice(0, wanted.split(" ").length).join(" ");
  return editDistance(wanted, beginning);
};
