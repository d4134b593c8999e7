import type { ProposalView } from "./proposal-states";

const STATES: Record<ProposalView["state"], string> = {
  loading: "Checking how this stands…",
  unread: "How this stands could not be checked.",
  gone: "This proposal is no longer there. Ask for it again.",
  proposed: "Nothing has been changed yet.",
  applied: "Applied.",
  undone: "Undone. Everything is as it was before.",
  dismissed: "Dismissed. Nothing was changed.",
  expired: "This proposal has expired. Ask for it again.",
};

const DOING = { apply: "Applying…", undo: "Undoing…", dismiss: "Dismissing…" };

/** How a proposal stands, in words that are also read aloud when they change. */
export function proposalWords({ state, doing, refusal }: ProposalView): string {
  if (doing !== null) return DOING[doing];
  return refusal === null ? STATES[state] : `Not done: ${refusal}`;
}
