import type { SignUp } from "../contract/account";
import { database } from "../db/client";
import { insertUser } from "../db/queries/users";
import { AppError } from "../errors";
import { log } from "../log";
import { hashPassword } from "./password-hash";

/**
 * Creates a person who signs in with e-mail and password.
 * @param options.isDemo marks a seeded household that "Explore the demo" may open
 * @throws {AppError} `conflict` when the e-mail address has an account, however it is capitalised
 */
export async function signUp(
  { name, email, password, timeZone }: SignUp,
  { isDemo = false }: { isDemo?: boolean } = {},
): Promise<{ userId: string }> {
  const passwordHash = await hashPassword(password);
  const person = await insertUser(database(), { name, email, timeZone, isDemo, passwordHash });
  if (!person) {
    throw new AppError("conflict", "There is already an account with this e-mail address. Sign in instead.");
  }
  log().info({ userId: person.id, isDemo }, "person signed up");
  return { userId: person.id };
}
