import type { ProposalStatus } from "../contract/proposals";
import { saveProposal } from "../db/queries/proposals";
import { AppError } from "../errors";
import { log } from "../log";
import { kindOf } from "./change-kinds";
import { stateOf } from "./proposal-status";
import { isUnchanged, withProposal } from "./with-proposal";

const REFUSALS = {
  undone: "This change was undone. Ask for it again.",
  dismissed: "This proposal was dismissed. Ask for it again.",
  expired: "This proposal is too old. Ask for it again.",
} as const;

/**
 * Carries out what was proposed, once: a second click, at the same time too, changes nothing more.
 * @throws {AppError} `not_found` for a proposal that is not this person's; `conflict` when it can no longer be applied, or
 * when what it is about has changed since it was shown
 */
export function applyProposal(
  userId: string,
  proposalId: string,
  now: Date = new Date(),
): Promise<ProposalStatus> {
  return withProposal(userId, proposalId, now, async (tx, proposal) => {
    const state = stateOf(proposal, now);
    if (state === "applied") return proposal;
    if (state !== "proposed") throw new AppError("conflict", REFUSALS[state]);
    const { change, before } = proposal;
    const kind = kindOf(change);
    const wish = { userId, proposalId, change };
    if (!isUnchanged(await kind.read(tx, wish), before)) {
      throw new AppError(
        "conflict",
        "What this is about has changed since it was proposed. Ask for it again.",
      );
    }
    await kind.apply(tx, wish);
    const after = { state: await kind.read(tx, wish) };
    log().info({ userId, proposalId, kind: change.kind }, "proposal applied");
    return saveProposal(tx, proposalId, { state: "applied", appliedAt: now, after });
  });
}
