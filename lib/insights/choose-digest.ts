import { readUnsubscribeToken } from "../account/unsubscribe-token";
import type { ChooseDigest, DigestSettings } from "../contract/digest";
import { database } from "../db/client";
import { findDigestChoice, saveDigestChoice } from "../db/queries/digests";
import { AppError } from "../errors";
import { canMail } from "../mail/send-mail";

/** How a person has it; `byEmail` is null where there is no mail server. @throws {AppError} `not_found` */
export async function readDigestSettings(userId: string): Promise<DigestSettings> {
  const choice = await findDigestChoice(database(), userId);
  if (!choice) throw new AppError("not_found", "This account no longer exists.");
  return { inApp: choice.inApp, byEmail: canMail() ? choice.byEmail : null };
}

/** Changes what is named and leaves the rest. */
export const chooseDigest = (userId: string, choice: ChooseDigest): Promise<void> =>
  saveDigestChoice(database(), userId, choice);

/** @throws {AppError} `not_found` for a token that we have not made */
export async function unsubscribe(token: string): Promise<void> {
  const userId = readUnsubscribeToken(token);
  if (userId === null) {
    throw new AppError("not_found", "This link is not complete. Turn the messages off in your settings.");
  }
  await saveDigestChoice(database(), userId, { byEmail: false });
}
