import type { RateAnswer } from "../contract/feedback";
import { isActive } from "../contract/run";
import { database } from "../db/client";
import { deleteFeedback, saveFeedback } from "../db/queries/feedback";
import { findOwnedRun } from "../db/queries/runs";
import { AppError } from "../errors";

/**
 * Keeps what a person thinks of an answer, in place of what they thought before; null takes it back.
 * @throws {AppError} `not_found` for an answer that is not theirs; `conflict` for one that is still being written
 */
export async function rateAnswer(
  userId: string,
  { conversationId, runId, feedback }: RateAnswer,
): Promise<void> {
  const run = await findOwnedRun(database(), userId, conversationId, runId);
  if (run === undefined) throw new AppError("not_found", "This answer does not exist any more.");
  if (isActive(run.status))
    throw new AppError("conflict", "This answer is still being written. Rate it when it is there.");
  if (feedback === null) await deleteFeedback(database(), run.id);
  else await saveFeedback(database(), run.id, feedback);
}
