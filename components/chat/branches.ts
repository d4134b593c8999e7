import type { BranchNode } from "../../lib/contract/chat";
import type { ChatUIMessage } from "./chat-message";

/** The versions of one message, itself among them, the oldest first; `at` is its own place. */
export type Versions = { ids: readonly string[]; at: number };

type Path = readonly Pick<ChatUIMessage, "id">[];

const parentAt = (path: Path, index: number): string | null => path[index - 1]?.id ?? null;

/** Where the messages from `index` on stand, once another branch is shown in their place. */
export function leaveBehind(
  elsewhere: readonly BranchNode[],
  path: readonly ChatUIMessage[],
  index: number,
): BranchNode[] {
  const left = path.slice(index).flatMap((message, place) =>
    // Nothing of it has ever come: the server knows it by another id.
    message.role === "assistant" && message.metadata?.runId === undefined
      ? []
      : [{ id: message.id, parentId: parentAt(path, index + place) }],
  );
  return unite(elsewhere, left);
}

export function unite(known: readonly BranchNode[], more: readonly BranchNode[]): BranchNode[] {
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...more.filter(({ id }) => !ids.has(id))];
}

/** The versions of each shown message that has more than one. Ids are UUIDv7: their order is that of their time. */
export function versionsOf(path: Path, elsewhere: readonly BranchNode[]): ReadonlyMap<string, Versions> {
  const versions = new Map<string, Versions>();
  for (const [index, { id }] of path.entries()) {
    const siblings = elsewhere.filter(({ parentId }) => parentId === parentAt(path, index));
    const ids = [...new Set([id, ...siblings.map((node) => node.id)])].sort();
    if (ids.length > 1) versions.set(id, { ids, at: ids.indexOf(id) });
  }
  return versions;
}
