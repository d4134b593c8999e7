import type { SharedConversation } from "../contract/sharing";
import { database } from "../db/client";
import { findShareBySecret } from "../db/queries/shares";
import { hashOf } from "./share-conversation";

/** What a link shows, to anybody who has it; null when it is revoked, over, or was never there: nobody is told which. */
export async function readShared(secret: string, now: Date): Promise<SharedConversation | null> {
  const share = await findShareBySecret(database(), hashOf(secret), now);
  if (share === undefined) return null;
  const { title, messages, showsAmounts, showsAccounts, createdAt, expiresAt } = share;
  return {
    title,
    messages,
    showsAmounts,
    showsAccounts,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
