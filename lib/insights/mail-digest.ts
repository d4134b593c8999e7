import { unsubscribeToken } from "../account/unsubscribe-token";
import type { Person } from "../contract/account";
import type { CalendarDate } from "../contract/money";
import { database } from "../db/client";
import { claimMailing, giveMailingBack } from "../db/queries/digests";
import { env } from "../env";
import { log } from "../log";
import { sendMail } from "../mail/send-mail";
import { writeDigestMail } from "./digest-mail";

/**
 * Hands the digest of a week to the mail server, once: of workers that try at the same time one does, and a crash in
 * between leaves it unsent rather than sent twice.
 * @returns false when the mail server did not take it: try again later
 */
export async function mailDigest(
  { id: userId, email }: Pick<Person, "id" | "email">,
  weekStart: CalendarDate,
  now: Date,
): Promise<boolean> {
  const digest = await claimMailing(database(), userId, weekStart, now);
  if (!digest) return true;
  const at = (path: string) => new URL(path, env().AUTH_URL).href;
  const token = unsubscribeToken(userId);
  const links = { overview: at("/overview"), unsubscribe: at(`/unsubscribe?token=${token}`) };
  try {
    const unsubscribeUrl = at(`/api/unsubscribe?token=${token}`);
    await sendMail({ to: email, ...writeDigestMail(digest, links), unsubscribeUrl });
    log().info({ userId, weekStart }, "weekly digest mailed");
    return true;
  } catch (err) {
    await giveMailingBack(database(), userId, weekStart);
    log().warn({ userId, weekStart, err }, "weekly digest not mailed, trying again");
    return false;
  }
}
