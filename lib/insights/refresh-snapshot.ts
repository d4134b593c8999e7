import { deleteContextDocument, findContextDocument } from "../documents/context-documents";
import { type Snapshot, takeSnapshot } from "../domain/snapshot";
import { log } from "../log";
import { keepForPerson } from "./keep-for-person";
import { openLedger } from "./open-ledger";

const idOf = (userId: string): string => `snapshot.${userId}`;

/** Takes a person's snapshot anew and keeps it for the prompts to come. @throws {AppError} `unavailable` */
export async function refreshSnapshot(userId: string, now: Date): Promise<Snapshot> {
  const snapshot = await takeSnapshot(await openLedger(userId, now));
  await keepForPerson({
    _id: idOf(userId),
    kind: "snapshot",
    userId,
    content: snapshot,
    createdAt: now,
  });
  return snapshot;
}

/**
 * The snapshot as the last sync left it; taken now when there is none yet. An answer can do without: where it cannot
 * be had, that is logged.
 */
export async function knownSnapshot(userId: string, now: Date): Promise<Snapshot | undefined> {
  try {
    const kept = (await findContextDocument(userId, idOf(userId))) as Snapshot | null;
    return kept ?? (await refreshSnapshot(userId, now));
  } catch (err) {
    log().warn({ userId, err }, "answered without the snapshot");
    return undefined;
  }
}

/** So that nothing of a bank that is gone is told to a model: the next question takes a new one. */
export async function dropSnapshot(userId: string): Promise<void> {
  await deleteContextDocument(userId, idOf(userId)).catch((err: unknown) =>
    log().warn({ userId, err }, "the snapshot was not dropped"),
  );
}
