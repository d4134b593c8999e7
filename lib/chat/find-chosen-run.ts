import { database } from "../db/client";
import { findConversation } from "../db/queries/conversations";
import { findLatestRun, findRun, type Run } from "../db/queries/runs";
import { AppError } from "../errors";

type Choice = { userId: string; conversationId: string; runId: string | undefined };

/**
 * The run that a request means: the one it names, else the latest of the conversation.
 * @returns undefined when none is named and nothing was ever asked
 * @throws {AppError} `not_found` for another person's conversation, or a run that is not in it
 */
export async function findChosenRun({ userId, conversationId, runId }: Choice): Promise<Run | undefined> {
  const [conversation, run] = await Promise.all([
    findConversation(database(), userId, conversationId),
    runId === undefined ? findLatestRun(database(), conversationId) : findRun(database(), runId),
  ]);
  if (conversation === undefined) throw new AppError("not_found", "This conversation does not exist.");
  if (run?.conversationId === conversationId) return run;
  if (runId !== undefined) throw new AppError("not_found", "This answer does not exist in the conversation.");
  return undefined;
}
