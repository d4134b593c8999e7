import type { ShareSummary } from "../contract/sharing";
import { database } from "../db/client";
import { listShareRows } from "../db/queries/shares";

/** The person's links that still work, the newest first. */
export async function listShares(userId: string, now: Date): Promise<ShareSummary[]> {
  const rows = await listShareRows(database(), userId, now);
  return rows.map(({ createdAt, expiresAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
}
