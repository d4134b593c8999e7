import type { ConversationView } from "../contract/chat";
import { isActive } from "../contract/run";
import { database } from "../db/client";
import { chooseShownAnswer, findConversation } from "../db/queries/conversations";
import { listRuns } from "../db/queries/runs";
import { listMessages } from "../documents/messages";
import { AppError } from "../errors";
import { loadConversation } from "./load-conversation";
import { endOfBranch, messagesOfRuns } from "./thread";

/**
 * Shows the branch of a message from now on, on every device: the newest one, if several go through it.
 * @returns the conversation as it is shown now
 * @throws {AppError} `not_found` for a message that is not in the conversation, or another person's conversation;
 *   `conflict` while an answer is being written: it is what is shown
 */
export async function showBranch(
  userId: string,
  conversationId: string,
  messageId: string,
): Promise<ConversationView> {
  const conversation = await findConversation(database(), userId, conversationId);
  if (conversation === undefined) throw new AppError("not_found", "This conversation does not exist.");
  const runs = await listRuns(database(), conversationId);
  if (runs.some(({ status }) => isActive(status)))
    throw new AppError(
      "conflict",
      "An answer is still being written in this conversation. Wait for it or stop it, then look at another version.",
    );
  const messages = messagesOfRuns(runs, await listMessages(conversationId));
  if (!messages.some(({ _id }) => _id === messageId))
    throw new AppError("not_found", "This version does not exist any more. Reload the conversation.");
  await chooseShownAnswer(database(), userId, conversationId, endOfBranch(messages, messageId));
  return loadConversation(userId, conversationId);
}
