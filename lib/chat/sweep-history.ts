import { database } from "../db/client";
import { listExpiredConversations } from "../db/queries/conversations";
import { deleteExpiredShares } from "../db/queries/shares";
import { AppError } from "../errors";
import { every } from "../every";
import { deleteConversation } from "./delete-conversation";
import { keepTexts } from "./keep-texts";

/** For how long deleting can be taken back. Longer than the offer is shown: it stays while the pointer rests on it. */
export const UNDO_MS = 2 * 60_000;
/** How long after its last question a temporary chat goes that nobody said to have left: a tab that is closed says nothing. */
export const TEMPORARY_MS = 3_600_000;
const SELDOM_MS = 3_600_000;

/** Deletes for good what its person deleted so long ago that it cannot be taken back any more, and temporary chats that were left. */
export async function deleteForGood(now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  const expiry = { deletedBefore: before(UNDO_MS), askedBefore: before(TEMPORARY_MS) };
  for (const { id, userId } of await listExpiredConversations(database(), expiry))
    await deleteConversation(userId, id, expiry).catch(unlessUsed);
}

/** Taken back or asked something in this very moment, or deleted by another worker. */
function unlessUsed(error: unknown): void {
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
