import { isDeepStrictEqual } from "node:util";
import type { ProposalStatus } from "../contract/proposals";
import { database, type Executor } from "../db/client";
import { lockBanking } from "../db/queries/items";
import { lockProposal, type Proposal } from "../db/queries/proposals";
import { AppError } from "../errors";
import { publishToPerson } from "../stream/person-events";
import { toStatus } from "./proposal-status";

/**
 * Does something to a proposal of a person, in one transaction that nobody else's click, edit or sync for this person
 * comes between; then the person's tabs are told, if it stands differently.
 * @throws {AppError} `not_found` for a proposal that is not theirs, and as `change`: then nothing has happened
 */
export async function withProposal(
  userId: string,
  proposalId: string,
  now: Date,
  change: (tx: Executor, proposal: Proposal) => Promise<Proposal>,
): Promise<ProposalStatus> {
  const { before, after } = await database().transaction(async (tx) => {
    await lockBanking(tx, userId);
    const found = await lockProposal(tx, userId, proposalId);
    if (!found) throw new AppError("not_found", "This proposal no longer exists.");
    return { before: found, after: await change(tx, found) };
  });
  if (after.state !== before.state) publishToPerson(userId, { type: "proposal", id: proposalId });
  return toStatus(after, now);
}

/** Whether what was read now is what was stored then. JSON forgets the order of keys, and what is undefined. */
export const isUnchanged = (state: unknown, stored: unknown): boolean =>
  isDeepStrictEqual(JSON.parse(JSON.stringify({ state })), stored);
