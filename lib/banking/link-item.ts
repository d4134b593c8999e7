import { randomUUID } from "node:crypto";
import type { ExchangePublicToken } from "../contract/banking";
import { database } from "../db/client";
import { log } from "../log";
import { exchangePublicToken, readBank, readInstitutionName } from "../plaid/link";
import { endLink, holdLink } from "./end-link";
import { requestSync } from "./request-sync";
import { type StoredLink, storeLink } from "./store-link";

/**
 * Turns what Link handed back into a stored connection: exchanges the token, seals the access token, stores the bank with
 * its accounts, due to be read at once.
 *
 * A bank that is linked already with the same accounts is not stored twice: a link that works stays and the new one is
 * ended at Plaid; one that no longer works, or holds fewer accounts, is replaced.
 * @throws {AppError} `conflict` when the public token was used before or has expired, `unavailable`
 */
export async function linkItem(
  userId: string,
  input: ExchangePublicToken,
  now: Date = new Date(),
): Promise<{ itemId: string }> {
  const { accessToken, plaidItemId } = await exchangePublicToken(input.publicToken);
  const linkId = randomUUID();
  await holdLink({ id: linkId, userId, accessToken }, now);
  let stored: StoredLink;
  try {
    const bank = await describeBank(accessToken, input, now);
    stored = await database().transaction((tx) => storeLink(tx, { userId, linkId, plaidItemId, bank, now }));
  } catch (thrown) {
    await tryToEnd(linkId, now);
    throw thrown;
  }
  for (const endedId of stored.endedIds) await tryToEnd(endedId, now);
  if (stored.isNew) await tryToRequestSync(stored.itemId);
  log().info({ userId, itemId: stored.itemId, isNew: stored.isNew }, "bank linked");
  return { itemId: stored.itemId };
}

async function describeBank(accessToken: string, input: ExchangePublicToken, now: Date) {
  const bank = await readBank(accessToken, now);
  const institutionId = bank.institutionId ?? input.institutionId ?? null;
  const institutionName = bank.institutionName ?? (await nameOf(institutionId)) ?? input.institutionName;
  return { ...bank, institutionId, institutionName: institutionName || "Your bank" };
}
const nameOf = (institutionId: string | null) =>
  institutionId === null ? undefined : readInstitutionName(institutionId);

/** What the person did is stored; the rest may as well happen later. */
async function tryToEnd(linkId: string, now: Date): Promise<void> {
  await endLink(linkId, now).catch((err: unknown) =>
    log().warn({ err, linkId }, "bank link not ended at Plaid; the sweep will"),
  );
}

async function tryToRequestSync(itemId: string): Promise<void> {
  await requestSync(itemId).catch((err: unknown) =>
    log().warn({ err, itemId }, "sync not in the queue; the sweep puts it there"),
  );
}
