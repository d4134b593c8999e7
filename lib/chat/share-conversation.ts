import { createHash, randomBytes } from "node:crypto";
import { v7 as newId } from "uuid";
import { textOf } from "../agent/history";
import type { ChatMessage } from "../contract/chat";
import type { NewShare, SharedMessage, ShareSummary } from "../contract/sharing";
import { database } from "../db/client";
import { listAccounts } from "../db/queries/ledger";
import { countShares, insertShare } from "../db/queries/shares";
import { blotOutAmounts, blotOutNames } from "../domain/blot-out";
import { AppError } from "../errors";
import { namesInResults } from "./names-in-results";
import { readWholeConversation } from "./read-whole-conversation";

const DAY_MS = 86_400_000;
const SECRET_BYTES = 24;
const MAX_SHARES = 50;

/** Only this is stored of the secret in a link. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/**
 * Makes a link to a conversation as it is now: words only, and without what is not to be shown. Later messages do not
 * come into it.
 * @returns the secret, which nobody can be told again
 * @throws {AppError} `not_found`, also for another person's conversation; `invalid` when there is nothing to share;
 *   `conflict` when the person has too many links
 */
export async function shareConversation(
  userId: string,
  wanted: NewShare,
  now: Date,
): Promise<{ secret: string; share: ShareSummary }> {
  const { conversationId, showsAmounts, showsAccounts } = wanted;
  const whole = await readWholeConversation(userId, conversationId);
  const shown = whole.messages.filter(({ isShown }) => isShown);
  const names = showsAccounts ? [] : [...(await ownNames(userId)), ...namesInResults(whole.messages)];
  const hide = (text: string): string => {
    const named = showsAccounts ? text : blotOutNames(text, names);
    return showsAmounts ? named : blotOutAmounts(named);
  };
  const messages = shown.map((message) => toShared(message, hide)).filter(({ text }) => text !== "");
  if (messages.length === 0)
    throw new AppError("invalid", "There is nothing to share yet. Ask something first.");
  if ((await countShares(database(), userId)) >= MAX_SHARES)
    throw new AppError("conflict", `You have ${MAX_SHARES} links. Revoke one to make another.`);
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  const share = {
    id: newId(),
    conversationId,
    title: hide(whole.title),
    showsAmounts,
    showsAccounts,
    createdAt: now,
    expiresAt: new Date(now.getTime() + wanted.days * DAY_MS),
  };
  await insertShare(database(), { ...share, userId, secretHash: hashOf(secret), messages });
  const { createdAt, expiresAt } = share;
  return {
    secret,
    share: { ...share, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
  };
}

const toShared = (message: ChatMessage, hide: (text: string) => string): SharedMessage => ({
  id: message.id,
  role: message.role,
  text: hide(textOf(message)),
});

/** What the person's accounts and banks are called now. */
async function ownNames(userId: string): Promise<string[]> {
  const accounts = await listAccounts(database(), userId);
  return accounts.flatMap(({ name, institution, mask }) => [name, institution, ...(mask ? [mask] : [])]);
}
