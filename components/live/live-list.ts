import type { ConversationSummary } from "../../lib/contract/chat";
import type { PersonEvent } from "../../lib/contract/events";
import { LISTED_AT_ONCE } from "../../lib/contract/history";
import { isActive, type RunStatus } from "../../lib/contract/run";

export type LiveList = {
  conversations: readonly ConversationSummary[];
  /** Runs known to have ended: news of their beginning that arrives late is not believed. */
  ended: readonly string[];
};

/** Status null: seen to have ended, but not how. */
export type Finished = { conversationId: string; title: string; status: RunStatus | null };

/** What this tab knows better than any news: conversations whose answer it is showing right now. */
type IsOwn = (conversationId: string) => boolean;

const MAX_ENDED = 200;

type Snapshot = Extract<PersonEvent, { type: "snapshot" }>;
type RunEvent = Extract<PersonEvent, { type: "run" }>;

/** The list after an event. Applying one twice, or an old one late, changes nothing more. */
export function applyEvent(list: LiveList, event: PersonEvent, isOwn: IsOwn): LiveList {
  switch (event.type) {
    case "snapshot":
      return applySnapshot(list, event, isOwn);
    case "run":
      return isActive(event.status) ? begin(list, event) : end(list, event);
    case "conversation":
      return change(list, event.id, { title: event.title });
    case "conversation-listed":
      return putRow(list, event.conversation, isOwn);
    case "conversation-deleted":
      return { ...list, conversations: list.conversations.filter(({ id }) => id !== event.id) };
    default:
      return list;
  }
}

function applySnapshot(list: LiveList, snapshot: Snapshot, isOwn: IsOwn): LiveList {
  const own = list.conversations.filter(({ id }) => isOwn(id));
  const others = snapshot.conversations.filter(({ id }) => !isOwn(id));
  const active = new Set(others.map(({ activeRunId }) => activeRunId));
  const gone = list.conversations.flatMap(({ id, activeRunId }) =>
    activeRunId === null || isOwn(id) || active.has(activeRunId) ? [] : [activeRunId],
  );
  const ended = remember(list.ended, gone);
  const conversations = others.map((item) =>
    item.activeRunId !== null && ended.includes(item.activeRunId) ? { ...item, activeRunId: null } : item,
  );
  const now = { conversations: [...own, ...conversations], ended };
  return isFull(snapshot) ? addOlder(now, list.conversations) : now;
}

const isFull = ({ conversations }: Snapshot): boolean => conversations.length >= LISTED_AT_ONCE;

/** With those that a full list leaves out. What is known already is known better. */
export function addOlder(list: LiveList, older: readonly ConversationSummary[]): LiveList {
  const known = new Set(list.conversations.map(({ id }) => id));
  return { ...list, conversations: [...list.conversations, ...older.filter(({ id }) => !known.has(id))] };
}

function begin(list: LiveList, { conversationId: id, runId, conversation }: RunEvent): LiveList {
  const known = list.conversations.find((item) => item.id === id);
  const row = conversation ?? known;
  if (list.ended.includes(runId) || row === undefined) return list;
  const { title, updatedAt } = row;
  const rest = list.conversations.filter((item) => item !== known);
  // Asking something brings it back from the archive.
  const begun = { ...known, id, title, updatedAt, activeRunId: runId, isArchived: undefined };
  return { ...list, conversations: [begun, ...rest] };
}

/** What is being written is known better by whoever shows it, and by what was told of its end. */
function putRow(list: LiveList, row: ConversationSummary, isOwn: IsOwn): LiveList {
  const known = list.conversations.find(({ id }) => id === row.id);
  const { activeRunId } = isOwn(row.id) && known ? known : row;
  const isOver = activeRunId !== null && list.ended.includes(activeRunId);
  const put = { ...row, activeRunId: isOver ? null : activeRunId };
  const conversations = known
    ? list.conversations.map((item) => (item === known ? put : item))
    : [put, ...list.conversations];
  return { ...list, conversations };
}

function end(list: LiveList, { conversationId, runId }: RunEvent): LiveList {
  const ended = remember(list.ended, [runId]);
  const isShown = list.conversations.some(({ activeRunId }) => activeRunId === runId);
  return isShown ? change({ ...list, ended }, conversationId, { activeRunId: null }) : { ...list, ended };
}

const change = (list: LiveList, id: string, values: Partial<ConversationSummary>): LiveList => ({
  ...list,
  conversations: list.conversations.map((item) => (item.id === id ? { ...item, ...values } : item)),
});

const remember = (ended: readonly string[], runIds: readonly string[]): readonly string[] =>
  [...ended, ...runIds.filter((runId) => !ended.includes(runId))].slice(-MAX_ENDED);

/** The answers that an event tells to be over, each only once. One that the person stopped is no news to them. */
export function finishedBy(list: LiveList, event: PersonEvent, isOwn: IsOwn): Finished[] {
  if (event.type === "run") {
    const { conversationId, runId, status } = event;
    const known = list.conversations.find(({ id }) => id === conversationId);
    if (isActive(status) || status === "stopped" || list.ended.includes(runId) || !known) return [];
    return [{ conversationId, title: known.title, status }];
  }
  if (event.type !== "snapshot") return [];
  const now = new Map(event.conversations.map((item) => [item.id, item]));
  return list.conversations.flatMap(({ id, activeRunId }) => {
    const item = now.get(id);
    if (activeRunId === null || isOwn(id) || item === undefined || item.activeRunId !== null) return [];
    return [{ conversationId: id, title: item.title, status: null }];
  });
}

/** The conversations that an event tells to be gone. */
export function deletedBy(list: LiveList, event: PersonEvent, isOwn: IsOwn): string[] {
  if (event.type === "conversation-deleted") return [event.id];
  if (event.type !== "snapshot" || isFull(event)) return [];
  const there = new Set(event.conversations.map(({ id }) => id));
  return list.conversations.flatMap(({ id }) => (there.has(id) || isOwn(id) ? [] : [id]));
}
