import type { Person } from "../contract/account";
import { AppError } from "../errors";
import { countSignIn } from "./attempt-limits";
import { verifyCredentials } from "./verify-credentials";

/**
 * Makes sure that who asks knows the password, and not only has the device. Guesses count as those of signing in.
 * @param client where the request comes from, see `clientAddress`
 * @throws {AppError} `forbidden` when it is wrong, or the person has none
 * @throws {TooManyAttempts}
 */
export async function confirmPassword(
  { email }: Pick<Person, "email">,
  password: string,
  client: string,
): Promise<void> {
  const forgive = await countSignIn(email, client);
  if (!(await verifyCredentials({ email, password }))) {
    throw new AppError("forbidden", "This is not your password. Check it and try again.");
  }
  await forgive();
}
