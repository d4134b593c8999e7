import type { ExchangePublicToken } from "../contract/banking";
import { database } from "../db/client";
import { log } from "../log";
import { exchangePublicToken, readBank, readInstitutionName, removeBank } from "../plaid/link";
import { deliverSync } from "./deliver-sync";
import { type StoredLink, storeLink } from "./store-link";

/**
 * Turns what Link handed back into a stored connection: exchanges the token, seals the access token, stores the bank with
 * its accounts and promises the first sync in the same transaction.
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
  let stored: StoredLink;
  try {
    const bank = await describeBank(accessToken, input, now);
    stored = await database().transaction((tx) => storeLink(tx, { userId, accessToken, plaidItemId, bank }));
  } catch (thrown) {
    // Nobody could ever end a link that was not stored, and it would be billed for good.
    await endLink(accessToken, userId);
    throw thrown;
  }
  for (const token of stored.endedTokens) await endLink(token, userId);
  if (stored.promise) await deliverSync(stored.promise);
  log().info({ userId, itemId: stored.itemId, isNew: stored.promise !== null }, "bank linked");
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

/** Failing to end a link does not undo what the person did; it is logged, because Plaid goes on billing it. */
async function endLink(accessToken: string, userId: string): Promise<void> {
  try {
    await removeBank(accessToken);
  } catch (err) {
    log().error({ err, userId }, "a bank link that is no longer used could not be ended at Plaid");
  }
}
