import type { ChangePassword } from "../contract/settings";
import { database } from "../db/client";
import { deleteOtherSessions, setSessionPasswordMark } from "../db/queries/sessions";
import { replacePassword } from "../db/queries/users";
import { AppError } from "../errors";
import { log } from "../log";
import { publishToPerson } from "../stream/person-events";
import { confirmPassword } from "./confirm-password";
import { hashPassword, passwordMark } from "./password-hash";

type Asking = {
  userId: string;
  sessionId: string;
  email: string;
  /** Where the request comes from, see `clientAddress`. */
  client: string;
};

/**
 * Changes the password and signs out every device but the one that asks.
 * @throws {AppError} `forbidden` for a wrong password
 * @throws {TooManyAttempts}
 */
export async function changePassword(
  { email, client, ...session }: Asking,
  { password, newPassword }: ChangePassword,
): Promise<void> {
  await confirmPassword({ email }, password, client);
  const passwordHash = await hashPassword(newPassword);
  await database().transaction(async (transaction) => {
    if (!(await replacePassword(transaction, session.userId, passwordHash))) {
      throw new AppError("forbidden", "This account has no password. Sign in as you did before.");
    }
    await deleteOtherSessions(transaction, session);
    await setSessionPasswordMark(transaction, session, passwordMark(passwordHash));
  });
  log().info({ userId: session.userId }, "password changed");
  publishToPerson(session.userId, { type: "sessions" });
}
