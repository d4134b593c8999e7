import type { ChatMessage } from "../contract/chat";
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

export function toChatMessage(message: MessageDocument): ChatMessage {
  const { _id, role, parts, metadata } = message;
  return { id: _id, role, parts, ...(metadata && { metadata }) };
}
