import type { ChatMessage } from "../contract/chat";
import { isActive } from "../contract/run";
import type { Run } from "../db/queries/runs";
import type { MessageDocument } from "../documents/message-model";

/** The line of messages from the first one to `leafId`, in order: its ancestors and itself. Others are other branches. */
export function threadTo(messages: MessageDocument[], leafId: string): MessageDocument[] {
  const byId = new Map(messages.map((message) => [message._id, message]));
  const line: MessageDocument[] = [];
  let next = byId.get(leafId);
  while (next !== undefined) {
    line.push(next);
    // Taken out as it is used: a loop in the data cannot become one here.
    byId.delete(next._id);
    next = next.parentId === null ? undefined : byId.get(next.parentId);
  }
  return line.reverse();
}

/** The end of the newest branch that goes through a message. `messages`: the oldest first. */
export function endOfBranch(messages: MessageDocument[], id: string): string {
  const newestChild = new Map(messages.map(({ _id, parentId }) => [parentId, _id]));
  let end = id;
  for (let next = newestChild.get(end); next !== undefined; next = newestChild.get(end)) {
    newestChild.delete(end);
    end = next;
  }
  return end;
}

/**
 * The messages that runs name, in the order of the runs: only those are part of the conversation. The answer of an
 * active run is left out; one that ended before anything of it was stored still says how it ended.
 */
export function messagesOfRuns(runs: Run[], messages: MessageDocument[]): MessageDocument[] {
  const stored = new Map(messages.map((message) => [message._id, message]));
  const named = new Map<string, MessageDocument>();
  for (const run of runs) {
    const question = stored.get(run.userMessageId);
    if (question !== undefined) named.set(question._id, question);
    if (isActive(run.status)) continue;
    named.set(run.assistantMessageId, stored.get(run.assistantMessageId) ?? lostAnswer(run));
  }
  return [...named.values()];
}

const lostAnswer = (run: Run): MessageDocument => ({
  _id: run.assistantMessageId,
  conversationId: run.conversationId,
  userId: run.userId,
  role: "assistant",
  parentId: run.userMessageId,
  parts: [],
  metadata: { runId: run.id, status: run.status, createdAt: run.createdAt.toISOString() },
  seq: 0,
  attempt: 0,
  createdAt: run.createdAt,
});

export function toChatMessage(message: MessageDocument): ChatMessage {
  const { _id, role, parts, metadata } = message;
  return { id: _id, role, parts, ...(metadata && { metadata }) };
}
