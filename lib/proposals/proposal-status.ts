import type { ProposalState, ProposalStatus } from "../contract/proposals";
import type { Proposal } from "../db/queries/proposals";

/** Nobody has to mark a proposal as expired: it follows from the clock. */
export const stateOf = ({ state, expiresAt }: Proposal, now: Date): ProposalState =>
  state === "proposed" && expiresAt <= now ? "expired" : state;

export const toStatus = (proposal: Proposal, now: Date): ProposalStatus => ({
  id: proposal.id,
  kind: proposal.kind,
  state: stateOf(proposal, now),
  title: proposal.preview.title,
  expiresAt: proposal.expiresAt.toISOString(),
  appliedAt: proposal.appliedAt?.toISOString() ?? null,
});
