import type { Person } from "../contract/account";
import { database } from "../db/client";
import { findUserById } from "../db/queries/users";
import { passwordMark } from "./password-hash";
import { isSessionOver, type SessionClaims } from "./session-life";

/** The person of a session; null once it is over, they are deleted, or the password that began it is gone. */
export async function findSessionPerson(claims: SessionClaims, now: Date): Promise<Person | null> {
  if (isSessionOver(claims, now)) return null;
  const found = await findUserById(database(), claims.userId);
  if (!found) return null;
  const { passwordHash, ...person } = found;
  if (claims.passwordMark === null) return person;
  return passwordHash && passwordMark(passwordHash) === claims.passwordMark ? person : null;
}
