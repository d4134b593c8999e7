import { database } from "../db/client";
import { findLinkToEnd, insertLinkToEnd, postponeLinkToEnd, takeLinkToEnd } from "../db/queries/links-to-end";
import { AppError } from "../errors";
import { log } from "../log";
import { PlaidFailure } from "../plaid/errors";
import { removeBank } from "../plaid/link";
import { tokenCipher } from "../plaid/token-cipher";
import { endsAccess } from "./problem-effects";
import { retryDelay } from "./retry-delay";

/** Longer than storing a link can take. */
const STORING_LIMIT_MS = 15 * 60_000;

/**
 * Notes a link that was just made as one to end, until it is stored: nobody could ever end a link that a crash made us
 * forget, and Plaid would bill it for good.
 */
export async function holdLink(
  link: { id: string; userId: string; accessToken: string },
  now: Date,
): Promise<void> {
  const { id, userId, accessToken } = link;
  const accessTokenEncrypted = tokenCipher().encrypt(accessToken, { userId, itemId: id });
  const dueAt = new Date(now.getTime() + STORING_LIMIT_MS);
  try {
    await insertLinkToEnd(database(), { id, userId, accessTokenEncrypted, dueAt });
  } catch (thrown) {
    await removeBank(accessToken).catch((err: unknown) =>
      log().error({ err, userId }, "a bank link could neither be noted nor ended at Plaid"),
    );
    throw thrown;
  }
}

/**
 * Ends at Plaid a link that is not used any more. Does nothing when that has happened already. A token that Plaid does not
 * take is kept: it may be our keys that are wrong.
 * @throws {AppError} when Plaid did not do it; the sweep will try again, after growing pauses
 */
export async function endLink(linkId: string, now: Date = new Date()): Promise<void> {
  const link = await findLinkToEnd(database(), linkId);
  if (!link) return;
  const attempts = link.attempts + 1;
  const dueAt = new Date(now.getTime() + retryDelay(attempts));
  await postponeLinkToEnd(database(), linkId, { attempts, dueAt });
  try {
    await removeBank(
      tokenCipher().decrypt(link.accessTokenEncrypted, { userId: link.userId, itemId: linkId }),
    );
  } catch (thrown) {
    if (!(thrown instanceof PlaidFailure && endsAccess(thrown.plaidCode))) {
      noteStuck(link, thrown);
      throw thrown;
    }
  }
  await takeLinkToEnd(database(), linkId);
  log().info({ linkId, userId: link.userId }, "bank link ended at Plaid");
}

/** What no waiting mends is for the operator: Plaid bills the link until its token is taken there, or opens here. */
function noteStuck({ id, userId }: { id: string; userId: string }, thrown: unknown): void {
  if (thrown instanceof AppError && thrown.code === "unavailable") return;
  log().error(
    { err: thrown, linkId: id, userId },
    "a bank link cannot be ended at Plaid, which goes on billing it; check the PLAID_ settings and ENCRYPTION_KEYS",
  );
}
