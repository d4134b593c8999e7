import type { ChatMessage, ConversationView } from "../contract/chat";
import { isActive } from "../contract/run";
import { database } from "../db/client";
import { findConversation } from "../db/queries/conversations";
import { findLatestRun, type Run } from "../db/queries/runs";
import { listMessages } from "../documents/messages";
import { AppError } from "../errors";
import { threadTo, toChatMessage } from "./thread";

/**
 * A conversation as its page shows it: the line of messages that leads to the latest answer. The message of an active
 * run is left out: its stream replays it from the first chunk.
 * @throws {AppError} `not_found`, also for another person's conversation
 */
export async function loadConversation(userId: string, id: string): Promise<ConversationView> {
  const conversation = await findConversation(database(), userId, id);
  if (conversation === undefined) throw new AppError("not_found", "This conversation does not exist.");
  // The run first: an answer that ends between the two reads is then shown as active, and its stream replays it.
  const run = await findLatestRun(database(), id);
  const messages = await listMessages(id);
  const { title } = conversation;
  if (run === undefined) return { id, title, messages: [], activeRunId: null };
  const question = threadTo(messages, run.userMessageId).map(toChatMessage);
  if (isActive(run.status)) return { id, title, messages: question, activeRunId: run.id };
  const answer = messages.find((message) => message._id === run.assistantMessageId);
  return {
    id,
    title,
    messages: [...question, answer === undefined ? lostAnswer(run) : toChatMessage(answer)],
    activeRunId: null,
  };
}

/** A run that ended before anything of it was stored still says how it ended. */
const lostAnswer = (run: Run): ChatMessage => ({
  id: run.assistantMessageId,
  role: "assistant",
  parts: [],
  metadata: { runId: run.id, status: run.status, createdAt: run.createdAt.toISOString() },
});
