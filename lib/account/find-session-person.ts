import type { Person } from "../contract/account";
import { database } from "../db/client";
import { findSession, noteSessionSeen } from "../db/queries/sessions";
import { passwordMark } from "./password-hash";
import { isSessionOver, type SessionClaims } from "./session-life";

/** How far the time may be behind at which a device was last used: not every request is worth a write. */
const SEEN_MS = 10 * 60_000;

/** The person of a session; null once it is over or was ended, they are deleted, or the password that began it is gone. */
export async function findSessionPerson(claims: SessionClaims, now: Date): Promise<Person | null> {
  if (isSessionOver(claims, now)) return null;
  const found = await findSession(database(), claims);
  if (!found) return null;
  const { passwordHash, passwordMark: mark, lastSeenAt, ...person } = found;
  if (mark !== null && !(passwordHash && passwordMark(passwordHash) === mark)) return null;
  const before = new Date(now.getTime() - SEEN_MS);
  if (lastSeenAt < before) await noteSessionSeen(database(), claims, { now, before });
  return person;
}
