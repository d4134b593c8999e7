import { randomUUID } from "node:crypto";
import type { FinishLink, LinkOutcome } from "../contract/linking";
import { database } from "../db/client";
import { log } from "../log";
import { exchangePublicToken, readBank, readInstitutionName } from "../plaid/link";
import { publishToPerson } from "../stream/person-events";
import { endLink, holdLink } from "./end-link";
import { requestSync } from "./request-sync";
import { type StoredLink, storeLink } from "./store-link";

export type LinkedItem = {
  itemId: string;
  institutionName: string;
  /** Other than `linked`: the person had this bank already, and this helps. */
  outcome: LinkOutcome["outcome"];
};

/**
 * Turns what Link handed back into a stored connection: exchanges the token, seals the access token, stores the bank with
 * its accounts, due to be read at once.
 *
 * A bank that is linked already with the same accounts is not stored twice: a link that works stays and the new one is
 * ended at Plaid, as is one with accounts that the new one lacks; any other is replaced, and what was imported from files
 * moves on. (`linkBank` asks before it comes to that.)
 * @throws {AppError} `conflict` when the public token was used before or has expired, `unavailable`
 */
export async function linkItem(
  userId: string,
  input: Pick<FinishLink, "publicToken"> & Partial<FinishLink>,
  now: Date = new Date(),
): Promise<LinkedItem> {
  const { accessToken, plaidItemId, requestId } = await exchangePublicToken(input.publicToken);
  const linkId = randomUUID();
  await holdLink({ id: linkId, userId, accessToken }, now);
  let stored: StoredLink;
  try {
    const bank = await describeBank(accessToken, input, now);
    const link = { userId, linkId, plaidItemId, bank, endedId: input.replaces ?? null, now };
    stored = await database().transaction((tx) => storeLink(tx, link));
  } catch (thrown) {
    await tryToEnd(linkId, now);
    throw thrown;
  }
  for (const endedId of stored.endedIds) await tryToEnd(endedId, now);
  const { itemId, institutionName, outcome } = stored;
  publishToPerson(userId, { type: "bank", connectionId: itemId, state: "linked" });
  if (outcome === "linked") await tryToRequestSync(itemId);
  log().info({ userId, itemId, outcome, linkSessionId: input.linkSessionId, requestId }, "bank linked");
  return { itemId, institutionName, outcome };
}

async function describeBank(accessToken: string, input: Partial<FinishLink>, now: Date) {
  const bank = await readBank(accessToken, now);
  const institutionId = bank.institutionId ?? input.institution?.institutionId ?? null;
  const institutionName = bank.institutionName ?? (await nameOf(institutionId)) ?? input.institution?.name;
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
