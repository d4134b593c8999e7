import type { ProposalStatus, ProposedChange } from "../contract/proposals";
import { database } from "../db/client";
import { findProposalByKey, insertProposal } from "../db/queries/proposals";
import type { Ledger } from "../domain/ledger";
import { applyProposal } from "./apply-proposal";
import { previewChange } from "./preview-change";

/**
 * Makes a change that the person asked for on a page: as if it had been proposed and they had clicked at once, so that it
 * happens once however often it is sent, and is undone the same way.
 * @param changeId made by the client
 * @param ledger the person's own
 * @throws {AppError} `invalid`, `not_found` or `conflict` for a change that cannot be made, in words for the person
 */
export async function makeChange(
  userId: string,
  changeId: string,
  change: ProposedChange,
  ledger: Ledger,
  now: Date,
): Promise<ProposalStatus> {
  // Sent again: what it would do now is not what it did.
  if (await findProposalByKey(database(), userId, changeId)) return applyProposal(userId, changeId, now);
  const wish = { userId, proposalId: changeId, change };
  // Nobody has to decide: it never waits.
  const { preview, before } = await previewChange(wish, ledger, now);
  await insertProposal(database(), {
    id: changeId,
    userId,
    conversationId: null,
    runId: null,
    idempotencyKey: changeId,
    kind: change.kind,
    change,
    preview,
    before,
    createdAt: now,
    expiresAt: new Date(now.getTime() + 1),
  });
  return applyProposal(userId, changeId, now);
}
