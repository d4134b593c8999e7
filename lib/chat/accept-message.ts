import { v7 as newId } from "uuid";
import { type SendMessage, TEMPORARY_TITLE } from "../contract/chat";
import { isActive } from "../contract/run";
import { database, type Executor } from "../db/client";
import { findConversation, findConversationOwner, touchConversation } from "../db/queries/conversations";
import { type PromisedJob, promiseJob } from "../db/queries/outbox";
import { findLatestRun, findRunByAnswer, findRunByRequest, insertRun, type Run } from "../db/queries/runs";
import { measureDemand } from "../db/queries/turns";
import { findUserById } from "../db/queries/users";
import { insertQuestion, removeQuestion } from "../documents/messages";
import { AppError } from "../errors";
import type { JobName } from "../queue/jobs";
import { announceRun } from "./announce-run";
import { admitMessage, refuseManyUnfinished } from "./message-limits";
import { titleOf } from "./title-of";

/** The run that answers a request; `promised` is there when the run is new and its job still has to be put into the queue. */
export type Accepted = { run: Run; promised: PromisedJob | undefined };

type NewQuestion = Extract<SendMessage, { trigger: "submit-message" }>;

type Request = {
  userId: string;
  conversationId: string;
  /** The same request again has the same key, and finds the same run. */
  requestKey: string;
  userMessageId: string;
  title: string;
  /** Counts only where the conversation is made by it. */
  isTemporary: boolean;
  /** The run after which this one comes; another one in between means that somebody was quicker. */
  previous: Run | undefined;
};

const busy = () =>
  new AppError(
    "conflict",
    "An answer is still being written in this conversation. Wait for it or stop it, then send your message.",
  );
const noConversation = () => new AppError("not_found", "This conversation does not exist.");

/**
 * Takes a question, or the wish for a new answer, so that nothing can lose it any more.
 * @throws {AppError} `conflict` while another answer is being written in the conversation; `not_found` for another
 *   person's conversation, or an answer that is not in it
 */
export async function acceptMessage(userId: string, input: SendMessage): Promise<Accepted> {
  const [owner, previous] = await Promise.all([
    findConversationOwner(database(), input.id),
    findLatestRun(database(), input.id),
  ]);
  if (owner !== undefined && owner !== userId) throw noConversation();
  if (input.trigger === "regenerate-message") return acceptRetry(userId, input, previous);
  return acceptQuestion(userId, input, previous);
}

async function acceptQuestion(
  userId: string,
  input: NewQuestion,
  previous: Run | undefined,
): Promise<Accepted> {
  const { id: conversationId, message, isTemporary = false } = input;
  const known = await findRunByRequest(database(), conversationId, message.id);
  if (known !== undefined) return { run: known, promised: undefined };
  if (previous !== undefined && isActive(previous.status)) throw busy();
  const parentId = await parentOf(userId, input, previous);
  await admitMessage(userId, message.id);
  const { isNew, stored } = await insertQuestion({
    id: message.id,
    conversationId,
    userId,
    parentId,
    parts: message.parts.map(({ text }) => ({ type: "text", text })),
    createdAt: new Date(),
  });
  if (stored.conversationId !== conversationId || stored.userId !== userId || stored.role !== "user")
    throw new AppError(
      "conflict",
      "This message was sent before in another conversation. Send it as a new one.",
    );
  try {
    return await commit({
      userId,
      conversationId,
      requestKey: message.id,
      userMessageId: message.id,
      title: isTemporary ? TEMPORARY_TITLE : titleOf(message.parts.map((part) => part.text).join(" ")),
      isTemporary,
      previous,
    });
  } catch (error) {
    // Nor can a run of somebody who has just deleted their account come to name it.
    const isRefused = error instanceof AppError || !(await findUserById(database(), userId));
    if (isNew && isRefused) await removeQuestion(message.id);
    throw error;
  }
}

/** The answer that a question follows: the one that its sender saw, not one that came meanwhile. */
async function parentOf(userId: string, input: NewQuestion, previous: Run | undefined) {
  const { id, parentId } = input;
  if (parentId === null || previous === undefined) return null;
  if (parentId === undefined) {
    const conversation = await findConversation(database(), userId, id);
    return conversation?.shownAnswerId ?? previous.assistantMessageId;
  }
  if ((await findRunByAnswer(database(), id, parentId)) !== undefined) return parentId;
  throw new AppError("not_found", "The answer before this question does not exist. Reload the conversation.");
}

async function acceptRetry(
  userId: string,
  input: Extract<SendMessage, { trigger: "regenerate-message" }>,
  previous: Run | undefined,
): Promise<Accepted> {
  const answerId = input.messageId ?? previous?.assistantMessageId;
  const answered = answerId === undefined ? undefined : await findRunByAnswer(database(), input.id, answerId);
  if (answered === undefined)
    throw new AppError("not_found", "The answer to write again does not exist. Reload the conversation.");
  const { requestId } = input;
  const requestKey = ["regenerate", answered.assistantMessageId, ...(requestId ? [requestId] : [])].join(":");
  const known = await findRunByRequest(database(), input.id, requestKey);
  if (known !== undefined) return { run: known, promised: undefined };
  if (previous !== undefined && isActive(previous.status)) throw busy();
  await admitMessage(userId, requestKey);
  const { userMessageId } = answered;
  const place = { userId, conversationId: input.id, title: "", isTemporary: false };
  return commit({ ...place, requestKey, userMessageId, previous });
}

/** Conversation, run and promised job become visible together. The lock on the conversation orders simultaneous requests. */
async function commit(request: Request): Promise<Accepted> {
  const { accepted, row } = await database().transaction(async (tx) => {
    const { userId, conversationId, title, isTemporary } = request;
    const row = await touchConversation(tx, { id: conversationId, userId, title, isTemporary });
    if (row === undefined) throw noConversation();
    return { accepted: (await becomeRun(tx, request)) ?? (await otherRun(tx, request)), row };
  });
  const listed = row.isTemporary ? undefined : row;
  if (accepted.promised !== undefined) announceRun(accepted.run, accepted.run.status, listed);
  return accepted;
}

async function becomeRun(tx: Executor, request: Request): Promise<Accepted | undefined> {
  const latest = await findLatestRun(tx, request.conversationId);
  if (latest?.id !== request.previous?.id) return undefined;
  const { userId, conversationId, requestKey, userMessageId } = request;
  const demand = await measureDemand(tx, userId);
  refuseManyUnfinished(demand);
  const run = await insertRun(tx, {
    id: newId(),
    userId,
    conversationId,
    requestKey,
    userMessageId,
    assistantMessageId: newId(),
    turn: demand.turn,
  });
  if (run === undefined) return undefined;
  const job = "answer.generate" satisfies JobName;
  return { run, promised: await promiseJob(tx, job, { runId: run.id, turn: run.turn }) };
}

/** Somebody was quicker: with the very same request, or with another one. */
async function otherRun(tx: Executor, request: Request): Promise<Accepted> {
  const same = await findRunByRequest(tx, request.conversationId, request.requestKey);
  if (same === undefined) throw busy();
  return { run: same, promised: undefined };
}
