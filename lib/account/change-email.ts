import type { Person } from "../contract/account";
import type { ChangeEmail } from "../contract/settings";
import { database } from "../db/client";
import { updateEmail } from "../db/queries/users";
import { AppError } from "../errors";
import { log } from "../log";
import { countSignUp } from "./attempt-limits";
import { confirmPassword } from "./confirm-password";

/**
 * Changes the address that a person signs in with.
 * @param client where the request comes from, see `clientAddress`
 * @throws {AppError} `forbidden` for a wrong password, `conflict` when the address has an account
 * @throws {TooManyAttempts}
 */
export async function changeEmail(
  person: Pick<Person, "id" | "email">,
  { email, password }: ChangeEmail,
  client: string,
): Promise<void> {
  await confirmPassword(person, password, client);
  // As signing up does, this tells whether an address has an account.
  await countSignUp(client);
  if (!(await updateEmail(database(), person.id, email))) {
    throw new AppError("conflict", "There is already an account with this e-mail address. Use another one.");
  }
  log().info({ userId: person.id }, "e-mail address changed");
}
