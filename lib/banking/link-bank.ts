import type { FinishLink, LinkOutcome } from "../contract/linking";
import { database } from "../db/client";
import { log } from "../log";
import { linkItem } from "./link-item";
import { listKnownBanks } from "./list-known-banks";
import { findLinkedBank } from "./same-bank";

/**
 * Links the bank that a person chose in Link, unless they have it: then nothing is exchanged, so no second connection
 * comes into being (it would be billed, and at some banks it breaks the first), and the outcome says what to do instead.
 * @throws {AppError} `conflict` when the public token was used before or has expired, `unavailable`
 */
export async function linkBank(
  userId: string,
  input: FinishLink,
  now: Date = new Date(),
): Promise<LinkOutcome> {
  const { institution, accounts, linkSessionId } = input;
  const fresh = { institutionId: institution?.institutionId ?? null, accounts };
  const found = findLinkedBank(fresh, await listKnownBanks(database(), userId));
  if (found) {
    const { item, outcome } = found;
    log().info({ userId, itemId: item.id, outcome, linkSessionId }, "bank is linked already");
    return { outcome, connectionId: item.id, institutionName: item.institutionName };
  }
  const { itemId, institutionName, outcome } = await linkItem(userId, input, now);
  return { outcome, connectionId: itemId, institutionName };
}
