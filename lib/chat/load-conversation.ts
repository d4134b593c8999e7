import type { ChatMessage, ConversationView } from "../contract/chat";
import type { Feedback } from "../contract/feedback";
import { isActive } from "../contract/run";
import { database } from "../db/client";
import { findConversation } from "../db/queries/conversations";
import { listFeedback } from "../db/queries/feedback";
import { listRuns } from "../db/queries/runs";
import { listMessages } from "../documents/messages";
import { AppError } from "../errors";
import { messagesOfRuns, threadTo, toChatMessage } from "./thread";

/**
 * A conversation as its page shows it: the line of messages that the person chose to look at, else the one that leads to
 * the latest answer. The message of an active run is left out: its stream replays it from the first chunk.
 * @throws {AppError} `not_found`, also for another person's conversation
 */
export async function loadConversation(userId: string, id: string): Promise<ConversationView> {
  const conversation = await findConversation(database(), userId, id);
  if (conversation === undefined) throw new AppError("not_found", "This conversation does not exist.");
  // The runs first: an answer that ends between the two reads is then shown as active, and its stream replays it.
  const runs = await listRuns(database(), id);
  const [stored, feedback] = await Promise.all([listMessages(id), listFeedback(database(), userId, id)]);
  const messages = messagesOfRuns(runs, stored);
  const { title, shownAnswerId, isTemporary, archivedAt } = conversation;
  const head = {
    id,
    title,
    ...(isTemporary && { isTemporary }),
    ...(archivedAt && { isArchived: true as const }),
  };
  const latest = runs.at(-1);
  if (latest === undefined) return { ...head, messages: [], elsewhere: [], activeRunId: null };
  const isBeingWritten = isActive(latest.status);
  const end = isBeingWritten ? latest.userMessageId : (shownAnswerId ?? latest.assistantMessageId);
  const shown = threadTo(messages, end);
  const isShown = new Set(shown);
  return {
    ...head,
    messages: shown.map((message) => withFeedback(toChatMessage(message), feedback)),
    elsewhere: messages
      .filter((message) => !isShown.has(message))
      .map(({ _id, parentId }) => ({ id: _id, parentId })),
    activeRunId: isBeingWritten ? latest.id : null,
  };
}

function withFeedback(message: ChatMessage, said: ReadonlyMap<string, Feedback>): ChatMessage {
  const feedback = said.get(message.metadata?.runId ?? "");
  return feedback ? { ...message, metadata: { ...message.metadata, feedback } } : message;
}
