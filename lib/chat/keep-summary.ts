import { chatModel, usesRemoteModel } from "../agent/model";
import type { KeptSummary } from "../agent/older-turns";
import type { ChatMessage } from "../contract/chat";
import { database } from "../db/client";
import { isTemporary } from "../db/queries/conversations";
import { findContextDocument, saveContextDocument } from "../documents/context-documents";
import { log } from "../log";
import { forgetConversation } from "./forget-conversation";

const PATIENCE_MS = 60_000;

const idOf = (conversationId: string): string => `summary.${conversationId}`;

type Conversation = { userId: string; conversationId: string };

/** What a model made of the older turns of a conversation, if it has; an answer can do without. */
export async function findSummary({
  userId,
  conversationId,
}: Conversation): Promise<KeptSummary | undefined> {
  try {
    return ((await findContextDocument(userId, idOf(conversationId))) as KeptSummary | null) ?? undefined;
  } catch (err) {
    log().warn({ conversationId, err }, "answered without the summary");
    return undefined;
  }
}

/**
 * Has the language model sum up the older turns, for the questions to come. Runs after an answer and beside whatever
 * comes next: nobody waits for it, and what fails is only logged. Without a remote model the questions stand for
 * themselves; so do those of a temporary chat.
 */
export async function keepSummary(
  conversation: Conversation & { messages: readonly ChatMessage[]; personName: string },
): Promise<void> {
  if (!usesRemoteModel()) return;
  const { userId, conversationId, messages, personName } = conversation;
  try {
    if (await isTemporary(database(), userId, conversationId)) return;
    const { summarise } = await import("../agent/summarise");
    const kept = await findSummary(conversation);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const content = await summarise(await chatModel(), { messages, kept, personName, signal });
    if (content === undefined) return;
    const createdAt = new Date();
    await saveContextDocument({
      _id: idOf(conversationId),
      kind: "summary",
      userId,
      conversationId,
      content,
      createdAt,
    });
    // Deleted meanwhile: then this goes, too.
    await forgetConversation(conversationId);
  } catch (err) {
    log().warn({ conversationId, err }, "the older turns were not summed up");
  }
}
