import type { ProposalStatus } from "../contract/proposals";
import { saveProposal } from "../db/queries/proposals";
import { AppError } from "../errors";
import { log } from "../log";
import { kindOf } from "./change-kinds";
import { isUnchanged, withProposal } from "./with-proposal";

/**
 * Takes an applied change back: all that it touched is again as it was before. Doing it twice is doing it once.
 * @throws {AppError} `not_found` for a proposal that is not this person's; `conflict` when it was not applied, or when the
 * person has changed the same things since: their later word stays
 */
export function undoProposal(
  userId: string,
  proposalId: string,
  now: Date = new Date(),
): Promise<ProposalStatus> {
  return withProposal(userId, proposalId, now, async (tx, proposal) => {
    const { state, change, before, after } = proposal;
    if (state === "undone") return proposal;
    if (state !== "applied") throw new AppError("conflict", "There is nothing to undo: it was not applied.");
    const kind = kindOf(change);
    const wish = { userId, proposalId, change };
    if (!isUnchanged(await kind.read(tx, wish), after)) {
      throw new AppError(
        "conflict",
        "What this changed has been changed again since, so it cannot be undone.",
      );
    }
    await kind.restore(tx, wish, before.state);
    log().info({ userId, proposalId, kind: change.kind }, "proposal undone");
    return saveProposal(tx, proposalId, { state: "undone", undoneAt: now });
  });
}
