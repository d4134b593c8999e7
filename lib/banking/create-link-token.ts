import type { LinkInstitution, LinkSession, OpenLink } from "../contract/linking";
import { database } from "../db/client";
import { findOwnedItem, type Item } from "../db/queries/items";
import { env } from "../env";
import { AppError } from "../errors";
import { log } from "../log";
import { PlaidFailure } from "../plaid/errors";
import { type LinkToken, requestLinkToken } from "../plaid/link";
import { webhookAddress } from "../plaid/webhook-address";
import { accessTokenOf } from "./access-token";
import { endAccess } from "./end-access";
import { endsAccess } from "./problem-effects";

/** `app/(app)/accounts/oauth-return`: where the sign-in page of a bank sends the person back to. */
const OAUTH_RETURN = "/accounts/oauth-return";

/**
 * A token with which this person opens Link once. With a connection named, Link opens in update mode: the same bank is
 * mended and keeps its rows. When that connection has ended for good, Link opens for a new one.
 * @throws {AppError} `not_found` for a connection that is not theirs, `conflict` for one made of files, `unavailable`
 */
export async function createLinkToken(
  userId: string,
  target: Partial<OpenLink> = {},
  now: Date = new Date(),
): Promise<LinkSession> {
  const item = target.connectionId ? await requireBank(userId, target.connectionId) : null;
  const updated = item?.accessTokenEncrypted ? await tryUpdateMode(item, target, now) : null;
  const token = updated ?? (await requestLinkToken(sessionOf(userId)));
  const { linkToken, expiration, requestId } = token;
  const mode = updated ? "update" : "new";
  log().info({ userId, itemId: item?.id, mode, requestId }, "link opened");
  return { linkToken, expiration, mode, institution: item && institutionOf(item) };
}

async function requireBank(userId: string, itemId: string): Promise<Item> {
  const item = await findOwnedItem(database(), userId, itemId);
  if (!item) throw new AppError("not_found", "This bank connection no longer exists.");
  if (item.source === "file") {
    throw new AppError("conflict", "These accounts come from files: import a newer file instead.");
  }
  return item;
}

/**
 * @returns null when only a new link helps. What came through the old one is deleted only where Plaid says that it has
 * ended: a token that it does not accept may as well mean wrong keys.
 */
async function tryUpdateMode(
  item: Item,
  { selectAccounts = false }: Partial<OpenLink>,
  now: Date,
): Promise<LinkToken | null> {
  const update = { accessToken: accessTokenOf(item), selectAccounts };
  try {
    return await requestLinkToken({ ...sessionOf(item.userId), update });
  } catch (thrown) {
    if (!(thrown instanceof PlaidFailure && thrown.kind === "gone")) throw thrown;
    if (endsAccess(thrown.plaidCode)) await endAccess(item.id, now, thrown.plaidCode);
    return null;
  }
}

const sessionOf = (userId: string) => ({
  userId,
  webhook: webhookAddress(),
  redirectUri: env().AUTH_URL.startsWith("https://") ? new URL(OAUTH_RETURN, env().AUTH_URL).href : undefined,
});

const institutionOf = ({ institutionId, institutionName }: Item): LinkInstitution | null =>
  institutionId === null ? null : { institutionId, name: institutionName };
