import { database } from "../db/client";
import { listDeletedConversations } from "../db/queries/conversations";
import { deleteExpiredShares } from "../db/queries/shares";
import { AppError } from "../errors";
import { every } from "../every";
import { deleteConversation } from "./delete-conversation";
import { keepTexts } from "./keep-texts";

/** For how long deleting can be taken back. Longer than the offer is shown: it stays while the pointer rests on it. */
export const UNDO_MS = 2 * 60_000;
const SELDOM_MS = 3_600_000;

/** Deletes for good what its person deleted so long ago that it cannot be taken back any more. */
export async function deleteForGood(now: Date): Promise<void> {
  const before = new Date(now.getTime() - UNDO_MS);
  for (const { id, userId } of await listDeletedConversations(database(), before))
    await deleteConversation(userId, id, before).catch(unlessRestored);
}

/** Taken back in this very moment, or deleted by another worker. */
function unlessRestored(error: unknown): void {
  if (!(error instanceof AppError && error.code === "not_found")) throw error;
}

/** Forgets what links showed that open nothing any more. */
export async function forgetExpiredShares(now: Date): Promise<void> {
  await deleteExpiredShares(database(), now);
}

/** Sweeps from now on, in each worker for itself. @returns stop */
export function startSweepingHistory(everyMs: number): () => void {
  const stops = [
    every(everyMs, async () => void (await keepTexts()), { what: "texts for searching" }),
    every(everyMs, () => deleteForGood(new Date()), { what: "deleting for good" }),
    every(SELDOM_MS, () => forgetExpiredShares(new Date()), { what: "links that are over" }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
