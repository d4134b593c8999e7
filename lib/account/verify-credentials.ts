import { randomUUID } from "node:crypto";
import type { Person, SignIn } from "../contract/account";
import { database } from "../db/client";
import { findUserByEmail } from "../db/queries/users";
import { lazy } from "../lazy";
import { hashPassword, matchesPassword, passwordMark } from "./password-hash";

/** What an unknown e-mail address is checked against, so that it takes as long as a wrong password. */
const decoyHash = lazy("decoy-password-hash", () => hashPassword(randomUUID()));

export type VerifiedCredentials = { person: Person; passwordMark: string };

/**
 * The person whom this e-mail address and password belong to, or null. Unknown address, wrong password and an
 * account without a password all answer alike and take the same time, so that nobody can find out who has an account.
 * https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html#authentication-responses
 */
export async function verifyCredentials({ email, password }: SignIn): Promise<VerifiedCredentials | null> {
  const decoy = await decoyHash();
  const found = await findUserByEmail(database(), email);
  const matches = await matchesPassword(found?.passwordHash ?? decoy, password);
  if (!matches || !found?.passwordHash) return null;
  const { passwordHash, ...person } = found;
  return { person, passwordMark: passwordMark(passwordHash) };
}
