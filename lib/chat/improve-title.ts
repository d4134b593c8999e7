import { textOf } from "../agent/history";
import { chatModel, usesRemoteModel } from "../agent/model";
import { nameConversation } from "../agent/name-conversation";
import type { ChatMessage } from "../contract/chat";
import { database } from "../db/client";
import { isTemporary, replaceTitle } from "../db/queries/conversations";
import { log } from "../log";
import { publishToPerson } from "../stream/person-events";
import { titleOf } from "./title-of";

const PATIENCE_MS = 30_000;

/**
 * Has the language model name a conversation whose first question was too long to be its title; one that is short says
 * more than any summary of it. A name that the person gave stays. Runs after the first answer and nobody waits for it:
 * what fails is only logged, and the beginning of the question remains.
 */
export async function improveTitle(conversation: {
  userId: string;
  conversationId: string;
  /** Up to and with the question that was answered. */
  messages: readonly ChatMessage[];
  personName: string;
}): Promise<void> {
  const { userId, conversationId, messages, personName } = conversation;
  const [first] = messages;
  if (!usesRemoteModel() || first === undefined || messages.length > 1) return;
  const question = textOf(first);
  const before = titleOf(question);
  if (!before.endsWith("…")) return;
  try {
    if (await isTemporary(database(), userId, conversationId)) return;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const title = titleOf(await nameConversation(await chatModel(), { question, personName, signal }));
    if (title === "") return;
    if (await replaceTitle(database(), { userId, id: conversationId, before, title }))
      publishToPerson(userId, { type: "conversation", id: conversationId, title });
  } catch (err) {
    log().warn({ conversationId, err }, "the conversation was not named");
  }
}
