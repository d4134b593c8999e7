import type { Person } from "../contract/account";
import { database } from "../db/client";
import { findUserById } from "../db/queries/users";
import { passwordMark } from "./password-hash";

/** What a session cookie says. `passwordMark` is null when the person did not sign in with a password. */
export type SessionClaims = { userId: string; passwordMark: string | null };

/** The person of a session; null once they are deleted or the password that began the session is gone. */
export async function findSessionPerson(claims: SessionClaims): Promise<Person | null> {
  const found = await findUserById(database(), claims.userId);
  if (!found) return null;
  const { passwordHash, ...person } = found;
  if (claims.passwordMark === null) return person;
  return passwordHash && passwordMark(passwordHash) === claims.passwordMark ? person : null;
}
