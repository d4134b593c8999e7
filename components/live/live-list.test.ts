import { describe, expect, it } from "vitest";
import type { ConversationSummary } from "../../lib/contract/chat";
import type { PersonEvent } from "../../lib/contract/events";
import { addOlder, applyEvent, deletedBy, finishedBy, type LiveList } from "./live-list";

const item = (id: string, activeRunId: string | null = null): ConversationSummary => ({
  id,
  title: `Title of ${id}`,
  updatedAt: "2026-05-01T10:00:00.000Z",
  activeRunId,
});
const listOf = (...conversations: ConversationSummary[]): LiveList => ({ conversations, ended: [] });
const nobody = () => false;
const snapshot = (...conversations: ConversationSummary[]): PersonEvent => ({
  type: "snapshot",
  personId: "p",
  conversations,
});
const run = (id: string, runId: string, status: "queued" | "completed" | "stopped"): PersonEvent => ({
  type: "run",
  conversationId: id,
  runId,
  status,
  ...(status === "queued" && {
    conversation: { title: `Title of ${id}`, updatedAt: "2026-05-01T10:00:00.000Z" },
  }),
});
const withEvents = (list: LiveList, ...events: PersonEvent[]) =>
  events.reduce((now, event) => applyEvent(now, event, nobody), list);

describe("the list of conversations", () => {
  it("takes up a conversation begun elsewhere, spinning, until its run ends", () => {
    const begun = withEvents(listOf(item("a")), run("b", "r", "queued"));
    expect(begun.conversations).toEqual([item("b", "r"), item("a")]);
    expect(withEvents(begun, run("b", "r", "completed")).conversations).toEqual([item("b"), item("a")]);
  });

  it("does not believe that a run begins which has ended", () => {
    const list = withEvents(listOf(item("a")), run("a", "r", "completed"), run("a", "r", "queued"));
    expect(list.conversations).toEqual([item("a")]);
    expect(withEvents(list, snapshot(item("a", "r"))).conversations).toEqual([item("a")]);
  });

  it("leaves a newer run alone when an older one ends", () => {
    const list = withEvents(listOf(item("a", "new")), run("a", "old", "completed"));
    expect(list.conversations).toEqual([item("a", "new")]);
  });

  it("takes up how a conversation stands, and one that is restored", () => {
    const pinned = { ...item("a"), isPinned: true } as const;
    const list = withEvents(listOf(item("b"), item("a")), {
      type: "conversation-listed",
      conversation: pinned,
    });
    expect(list.conversations).toEqual([item("b"), pinned]);
    const restored = withEvents(
      list,
      { type: "conversation-deleted", id: "a" },
      { type: "conversation-listed", conversation: pinned },
    );
    expect(restored.conversations).toEqual([pinned, item("b")]);
  });

  it("does not believe of a restored conversation that a run goes on which has ended", () => {
    const list = withEvents(listOf(item("a")), run("a", "r", "completed"), {
      type: "conversation-listed",
      conversation: item("a", "r"),
    });
    expect(list.conversations).toEqual([item("a")]);
  });

  it("keeps a pinned conversation pinned, and brings an archived one back, when something is asked in it", () => {
    const kept = { ...item("a"), isPinned: true, isArchived: true } as const;
    const list = withEvents(listOf(item("b"), kept), run("a", "r", "queued"));
    expect(list.conversations).toEqual([
      { ...item("a", "r"), isPinned: true, isArchived: undefined },
      item("b"),
    ]);
  });

  it("is the same after an event that comes twice", () => {
    for (const event of [
      run("a", "r", "queued"),
      run("a", "r", "completed"),
      snapshot(item("c"), item("a", "r")),
      { type: "conversation", id: "a", title: "New" } as const,
      { type: "conversation-listed", conversation: { ...item("a"), isPinned: true } } as const,
      { type: "conversation-deleted", id: "a" } as const,
    ]) {
      const once = withEvents(listOf(item("a"), item("b")), event);
      expect(withEvents(once, event)).toEqual(once);
    }
  });

  it("renames and removes", () => {
    const list = listOf(item("a"), item("b"));
    expect(withEvents(list, { type: "conversation", id: "a", title: "New" }).conversations[0]?.title).toBe(
      "New",
    );
    expect(withEvents(list, { type: "conversation-deleted", id: "a" }).conversations).toEqual([item("b")]);
  });

  it("keeps what this tab is showing against a snapshot that is older", () => {
    const list = listOf(item("mine", "r"), item("a"));
    const isOwn = (id: string) => id === "mine";
    expect(applyEvent(list, snapshot(item("a")), isOwn)).toEqual({
      conversations: [item("mine", "r"), item("a")],
      ended: [],
    });
    expect(finishedBy(list, snapshot(item("mine")), isOwn)).toEqual([]);
    expect(deletedBy(list, snapshot(item("a")), isOwn)).toEqual([]);
  });
});

describe("finished answers", () => {
  it("are told once, however the end is learned", () => {
    const list = listOf(item("a", "r"));
    const end = run("a", "r", "completed");
    const finished = { conversationId: "a", title: "Title of a" };
    expect(finishedBy(list, end, nobody)).toEqual([{ ...finished, status: "completed" }]);
    expect(finishedBy(withEvents(list, end), end, nobody)).toEqual([]);
    expect(finishedBy(list, snapshot(item("a")), nobody)).toEqual([{ ...finished, status: null }]);
    expect(finishedBy(withEvents(list, snapshot(item("a"))), end, nobody)).toEqual([]);
  });

  it("are no news when the person stopped them, or when the conversation is gone", () => {
    expect(finishedBy(listOf(item("a", "r")), run("a", "r", "stopped"), nobody)).toEqual([]);
    expect(finishedBy(listOf(item("a", "r")), snapshot(), nobody)).toEqual([]);
  });
});

it("a full list does not say what was deleted", () => {
  const full = Array.from({ length: 200 }, (_, index) => item(`c${index}`));
  expect(deletedBy(listOf(item("a"), item("b")), snapshot(item("a")), nobody)).toEqual(["b"]);
  expect(deletedBy(listOf(item("b")), snapshot(...full), nobody)).toEqual([]);
});

it("what was read below a full list stays when the list is read anew", () => {
  const full = Array.from({ length: 200 }, (_, index) => item(`c${index}`));
  const list = addOlder(listOf(...full), [item("c199"), item("older")]);
  expect(list.conversations).toEqual([...full, item("older")]);
  const later = withEvents(list, snapshot(item("new"), ...full.slice(0, 199)));
  expect(later.conversations).toHaveLength(202);
  expect(later.conversations.at(-1)).toEqual(item("older"));
});
