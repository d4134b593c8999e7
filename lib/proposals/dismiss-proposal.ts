import type { ProposalStatus } from "../contract/proposals";
import { saveProposal } from "../db/queries/proposals";
import { AppError } from "../errors";
import { withProposal } from "./with-proposal";

/**
 * Puts a proposal away that the person does not want. Nothing changes.
 * @throws {AppError} `not_found` for a proposal that is not this person's; `conflict` when it was applied
 */
export function dismissProposal(
  userId: string,
  proposalId: string,
  now: Date = new Date(),
): Promise<ProposalStatus> {
  return withProposal(userId, proposalId, now, async (tx, proposal) => {
    if (proposal.state === "applied") {
      throw new AppError("conflict", "This change was made already. Undo it instead.");
    }
    if (proposal.state !== "proposed") return proposal;
    return saveProposal(tx, proposalId, { state: "dismissed" });
  });
}
