import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ProposalState, ProposalStatus } from "../../lib/contract/proposals";
import { SAMPLE_RESULTS } from "../../tests/support/sample-results";
import { ProposalCard } from "./proposal-card";
import { ProposalStates } from "./proposal-states";

const { proposal } = SAMPLE_RESULTS;

async function shown(
  state: ProposalState | "gone" | "loading",
): Promise<{ text: string; buttons: string[] }> {
  const status = { id: proposal.proposalId, state } as ProposalStatus;
  const data = state === "gone" ? [] : [status];
  const never = () => Promise.reject(new Error("nobody clicked"));
  const list = async () => ({ ok: true, data }) as const;
  const states = new ProposalStates({ list, apply: never, undo: never, dismiss: never });
  if (state !== "loading") {
    states.want(proposal.proposalId);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const html = renderToStaticMarkup(<ProposalCard result={proposal} states={states} timeZone="UTC" />);
  const buttons = [...html.matchAll(/<button[^>]*>(.*?)<\/button>/gs)].map(([, inside = ""]) =>
    inside.replace(/<[^>]+>/g, "").trim(),
  );
  return { text: html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " "), buttons };
}

test.each([
  ["proposed", "Nothing has been changed yet. Open until Dec 1, 3:20 PM.", ["Dismiss", "Apply"]],
  ["applied", "Applied.", ["Undo"]],
  ["undone", "Undone. Everything is as it was before.", []],
  ["dismissed", "Dismissed. Nothing was changed.", []],
  ["expired", "This proposal has expired. Ask for it again.", []],
  ["gone", "This proposal is no longer there.", []],
  ["loading", "Checking how this stands", []],
] as const)(
  "a proposal that is %s says so, and offers what can be done with it",
  async (state, words, buttons) => {
    const card = await shown(state);
    expect(card.text.replace(/ \./g, ".")).toContain(words);
    expect(card.buttons).toEqual(buttons);
  },
);

test("what becomes of what, what it does to the month and the rows are all there before the click", async () => {
  const { text } = await shown("proposed");
  for (const part of ["Move 3 transactions", "Shopping", "$82.14", "Orchard Market", "1 of 3 shown"]) {
    expect(text).toContain(part);
  }
});
