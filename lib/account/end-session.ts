import { database } from "../db/client";
import { deleteOtherSessions, deleteSession, type SessionKey } from "../db/queries/sessions";
import { AppError } from "../errors";
import { log } from "../log";
import { publishToPerson } from "../stream/person-events";

/**
 * Signs a device out: from the next request on, and at once where it follows what changes.
 * @throws {AppError} `not_found` when the person has no such session
 */
export async function endSession(key: SessionKey): Promise<void> {
  if (!(await deleteSession(database(), key))) {
    throw new AppError("not_found", "This device is signed out already.");
  }
  log().info({ userId: key.userId }, "session ended");
  publishToPerson(key.userId, { type: "sessions" });
}

/** Signs out every device of the person but the one with this session. */
export async function endOtherSessions(key: SessionKey): Promise<void> {
  await deleteOtherSessions(database(), key);
  log().info({ userId: key.userId }, "other sessions ended");
  publishToPerson(key.userId, { type: "sessions" });
}

/**
 * Signs out the device that asks for it, if it still is signed in. Nobody is told: the tab that asks is on its way to another page,
 * and must not be sent to a second one.
 */
export async function leaveSession(key: SessionKey): Promise<void> {
  await deleteSession(database(), key);
}
