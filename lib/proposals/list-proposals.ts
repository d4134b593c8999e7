import type { ProposalStatus } from "../contract/proposals";
import { database } from "../db/client";
import { listProposals as listRows } from "../db/queries/proposals";
import { toStatus } from "./proposal-status";

/** How these proposals stand; those that are not this person's, or no longer there, are left out. */
export async function listProposals(
  userId: string,
  ids: readonly string[],
  now: Date = new Date(),
): Promise<ProposalStatus[]> {
  const rows = await listRows(database(), userId, ids);
  return rows.map((row) => toStatus(row, now));
}
