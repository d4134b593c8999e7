import { SentPrompts } from "../contract/sent-prompt";
import { database } from "../db/client";
import { findOwnedRun } from "../db/queries/runs";
import { listPrompts } from "../documents/context-documents";
import { AppError } from "../errors";

/**
 * What the model was sent for an answer, redacted as it was when it was sent.
 * @throws {AppError} `not_found` for a run that is not this person's, or not of this conversation
 */
export async function listSentPrompts(
  userId: string,
  conversationId: string,
  runId: string,
): Promise<SentPrompts> {
  const run = await findOwnedRun(database(), userId, conversationId, runId);
  if (run === undefined) throw new AppError("not_found", "This answer does not exist.");
  const prompts = await listPrompts(userId, runId);
  return SentPrompts.parse({
    calls: prompts.map(({ content, createdAt }) => ({ sentAt: createdAt.toISOString(), messages: content })),
  });
}
