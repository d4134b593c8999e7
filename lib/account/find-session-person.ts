import type { Person } from "../contract/account";
import { database } from "../db/client";
import { findUserById } from "../db/queries/users";
import { passwordMark } from "./password-hash";

/** Days until a session ends, however busy it is. A finance application should not stay open for ever. */
export const SESSION_DAYS = 14;

/**
 * What a session cookie says. `passwordMark` is null when the person did not sign in with a password; `signedInAt` is in
 * seconds since 1970. A cookie is renewed while it is used, so its own expiry says nothing about when it began.
 */
export type SessionClaims = { userId: string; passwordMark: string | null; signedInAt: number };

export const isSessionOver = ({ signedInAt }: Pick<SessionClaims, "signedInAt">, now: Date): boolean =>
  now.getTime() >= (signedInAt + SESSION_DAYS * 24 * 60 * 60) * 1_000;

/** The person of a session; null once it is over, they are deleted, or the password that began it is gone. */
export async function findSessionPerson(claims: SessionClaims, now: Date): Promise<Person | null> {
  if (isSessionOver(claims, now)) return null;
  const found = await findUserById(database(), claims.userId);
  if (!found) return null;
  const { passwordHash, ...person } = found;
  if (claims.passwordMark === null) return person;
  return passwordHash && passwordMark(passwordHash) === claims.passwordMark ? person : null;
}
