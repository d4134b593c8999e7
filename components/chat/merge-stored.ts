import type { BranchNode } from "../../lib/contract/chat";
import { isActive } from "../../lib/contract/run";
import type { ChatUIMessage } from "./chat-message";

type Branches = { elsewhere: readonly BranchNode[] };
const NO_BRANCHES: Branches = { elsewhere: [] };

/**
 * The stored conversation over what is shown: it wins where it knows more (another device's messages, how an answer
 * ended), and never where the page does. Null when it lacks something that the page has: then it is older; and when it
 * only shows another branch that the page knows: the one that is looked at here stays.
 */
export function mergeStored(
  shown: readonly ChatUIMessage[],
  stored: readonly ChatUIMessage[],
  { elsewhere: knownHere }: Branches = NO_BRANCHES,
  { elsewhere: knownThere }: Branches = NO_BRANCHES,
): ChatUIMessage[] | null {
  const here = new Map(shown.map((message) => [message.id, message]));
  const there = new Set(stored.map((message) => message.id));
  const missing = shown.filter((message) => !there.has(message.id));
  if (missing.length > 0) {
    if (!missing.every(({ id }) => knownThere.some((node) => node.id === id))) return null;
    const hasNews = stored.some(({ id }) => !here.has(id) && !knownHere.some((node) => node.id === id));
    if (!hasNews) return null;
  }
  const merged = stored.map((message) => {
    const mine = here.get(message.id);
    return mine === undefined ? message : moreKnowing(mine, message);
  });
  return merged;
}

/** What is shown, with the stored end of every answer that has none here, except of the last: that one is being written. */
export function completeEarlier(
  shown: readonly ChatUIMessage[],
  stored: readonly ChatUIMessage[],
): ChatUIMessage[] {
  const known = new Map(stored.map((message) => [message.id, message]));
  return shown.map((message, index) =>
    index === shown.length - 1 ? message : moreKnowing(message, known.get(message.id) ?? message),
  );
}

const moreKnowing = (mine: ChatUIMessage, stored: ChatUIMessage): ChatUIMessage =>
  !hasEnded(mine) && hasEnded(stored) ? stored : mine;

/** Questions are whole from the start. */
function hasEnded({ role, metadata }: ChatUIMessage): boolean {
  return role === "user" || (metadata?.status !== undefined && !isActive(metadata.status));
}
