import type { ToolFailure } from "../../contract/results/tool-failure";
import { editDistance, normalizeName } from "../../domain/nearest-names";
import { isMisspeltFiller } from "./find-subjects";
import type { Subject } from "./question";
import { plainScope } from "./scopes";
import type { PlannedCall } from "./tool-round";

/** A failed call put better, and what to tell the person about it. */
export type Correction = {
  call: PlannedCall;
  note: string | undefined;
  /** When it fails too, the first failure is what the person is told. */
  isGuess?: true;
};

/** What to try after a name was not found; nothing when only the person can say. */
export function correct(
  call: PlannedCall,
  failure: ToolFailure,
  subjects: readonly Subject[],
): Correction | undefined {
  if (failure.error.code === "unknown_account") return asMerchant(call);
  if (failure.error.code !== "unknown_merchant") return undefined;
  const asked = merchantsOf(call);
  const phrase = subjects.find(({ orMerchant }) => orMerchant && asked.includes(orMerchant));
  if (phrase) return { call: withScope(call, plainScope(phrase)), note: undefined };
  const meant = onlySuggestion(asked, failure.error.suggestions ?? []);
  if (!meant) return withoutSlips(call, asked, subjects) ?? asAccount(call, asked);
  const merchants = asked.map((name) => (name === meant.typed ? meant.name : name));
  return { call: withScope(call, { merchants }), note: `I read “${meant.typed}” as ${meant.name}.` };
}

/**
 * "How much did i spned on groceries": what is left over is a slip in a word that asks nothing. Any other word may be a
 * condition, and a total without it would be one of something else: then the person is asked.
 */
function withoutSlips(
  call: PlannedCall,
  asked: string[],
  subjects: readonly Subject[],
): Correction | undefined {
  const subject = subjects.find(
    ({ orMerchant, merchant }) => orMerchant && merchant && asked.includes(merchant),
  );
  if (!subject?.merchant?.split(" ").every(isMisspeltFiller)) return undefined;
  return {
    call: withScope(call, { categories: subject.categories }),
    note: `I left out “${subject.merchant}”.`,
  };
}

/** "From Compte Courant": what is no merchant may be an account. */
function asAccount(call: PlannedCall, asked: string[]): Correction | undefined {
  if (asked.length !== 1 || call.args.accounts !== undefined) return undefined;
  return { call: withScope(call, { accounts: asked }), note: undefined, isGuess: true };
}

/** "On my sapphire" was no account after all; what is called an account or a card is none either. */
function asMerchant(call: PlannedCall): Correction | undefined {
  const { accounts, merchants, ...args } = call.args;
  const [name] = Array.isArray(accounts) && accounts.length === 1 ? accounts : [];
  if (typeof name !== "string" || merchants !== undefined || /\b(?:checking|savings|card|\d{4})\b/.test(name))
    return undefined;
  return { call: { name: call.name, args: { ...args, merchants: [name] } }, note: undefined };
}

function merchantsOf({ args }: PlannedCall): string[] {
  return Array.isArray(args.merchants) ? args.merchants.filter((name) => typeof name === "string") : [];
}

function withScope(
  call: PlannedCall,
  scope: { categories?: string[]; merchants?: string[]; accounts?: string[] },
): PlannedCall {
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
