import type { ChatMessage } from "../contract/chat";
import { isActive } from "../contract/run";
import { database } from "../db/client";
import { findConversation } from "../db/queries/conversations";
import { listRuns } from "../db/queries/runs";
import { listMessages } from "../documents/messages";
import { AppError } from "../errors";
import { messagesOfRuns, threadTo, toChatMessage } from "./thread";

/** ISO 8601 in UTC. */
type Moment = string;

/** Everything that is kept of a conversation, all of its branches. */
export type WholeConversation = {
  id: string;
  title: string;
  createdAt: Moment;
  updatedAt: Moment;
  messages: (ChatMessage & {
    /** The message that this one follows; null for the first. */
    parentId: string | null;
    createdAt: Moment;
    /** On the branch that the page shows. */
    isShown: boolean;
  })[];
};

/** @throws {AppError} `not_found`, also for another person's conversation; `invalid` for a temporary one: nothing of it is kept */
export async function readWholeConversation(userId: string, id: string): Promise<WholeConversation> {
  const conversation = await findConversation(database(), userId, id);
  if (conversation === undefined) throw new AppError("not_found", "This conversation does not exist.");
  if (conversation.isTemporary)
    throw new AppError(
      "invalid",
      "A temporary chat is neither exported nor shared. Copy what you want to keep.",
    );
  const runs = await listRuns(database(), id);
  const messages = messagesOfRuns(runs, await listMessages(id));
  const latest = runs.findLast(({ status }) => !isActive(status));
  const shown = new Set(threadTo(messages, conversation.shownAnswerId ?? latest?.assistantMessageId ?? ""));
  return {
    id,
    title: conversation.title,
    createdAt: conversation.createdAt.toISOString(),
    updatedAt: conversation.updatedAt.toISOString(),
    messages: messages.map((message) => ({
      ...toChatMessage(message),
      parentId: message.parentId,
      createdAt: message.createdAt.toISOString(),
      isShown: shown.has(message),
    })),
  };
}
