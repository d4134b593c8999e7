import type { MessageMetadata } from "../contract/run";
import type { Run } from "../db/queries/runs";
import type { AnswerSnapshot } from "../documents/messages";

type Content = Pick<AnswerSnapshot, "parts" | "seq"> & { metadata: MessageMetadata };

/** The message that answers a run, as it is stored: everything but the content follows from the run. */
export const answerOf = (run: Run, { parts, seq, metadata }: Content): AnswerSnapshot => ({
  id: run.assistantMessageId,
  conversationId: run.conversationId,
  userId: run.userId,
  parentId: run.userMessageId,
  parts,
  metadata: { ...metadata, runId: run.id },
  seq,
  attempt: run.attempt,
  createdAt: run.createdAt,
});
