import { isActive } from "../../lib/contract/run";
import type { ChatUIMessage } from "./chat-message";

/**
 * The stored conversation over what is shown: it wins where it knows more (another device's messages, how an answer
 * ended), and never where the page does. Null when it lacks something that the page has: then it is older.
 */
export function mergeStored(
  shown: readonly ChatUIMessage[],
  stored: readonly ChatUIMessage[],
): ChatUIMessage[] | null {
  const here = new Map(shown.map((message) => [message.id, message]));
  const known = new Set(stored.map((message) => message.id));
  if (shown.some((message) => !known.has(message.id))) return null;
  const merged = stored.map((message) => {
    const mine = here.get(message.id);
    return mine === undefined || (!hasEnded(mine) && hasEnded(message)) ? message : mine;
  });
  return merged;
}

/** Questions are whole from the start. */
function hasEnded({ role, metadata }: ChatUIMessage): boolean {
  return role === "user" || (metadata?.status !== undefined && !isActive(metadata.status));
}
