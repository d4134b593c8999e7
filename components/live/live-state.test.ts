import { describe, expect, it } from "vitest";
import type { ConversationSummary } from "../../lib/contract/chat";
import type { ActionResult } from "../../lib/contract/error-body";
import { ChatSession } from "../chat/chat-session";
import { LiveState } from "./live-state";

const item = (id: string): ConversationSummary => ({
  id,
  title: `Title of ${id}`,
  updatedAt: "2026-05-01T10:00:00.000Z",
  activeRunId: null,
});
const done = async (): Promise<ActionResult<unknown>> => ({ ok: true, data: null });
const refused = async (): Promise<ActionResult<unknown>> => ({
  ok: false,
  error: { code: "not_found", message: "It is too late.", requestId: "r" },
});
const stateOf = (...ids: string[]) => new LiveState("p", ids.map(item), new Map());
const never = () => new Promise<never>(() => undefined);
const sessionOf = (id: string) =>
  new ChatSession(id, [], {
    onAccepted: () => undefined,
    onEnded: () => undefined,
    onReload: async () => undefined,
    onShow: never,
    onRate: never,
  });
const idsOf = (state: LiveState) => state.get().list.conversations.map(({ id }) => id);

describe("deleting in this tab", () => {
  it("takes the conversation off the list and offers to bring it back, without the notice of another tab", async () => {
    const state = stateOf("a", "b");
    await state.remove("a", done);
    expect(idsOf(state)).toEqual(["b"]);
    expect(state.get().removed).toEqual([{ id: "a", title: "Title of a", wasOpen: false, problem: null }]);
    expect(state.get().deleted).toEqual([]);
  });

  it("keeps what the page shows until the offer is gone: its address may still be the one that is shown", async () => {
    const sessions = new Map([["a", sessionOf("a")]]);
    const state = new LiveState("p", [item("a")], sessions);
    await state.remove("a", done);
    expect(sessions.has("a")).toBe(true);
    state.forgetRemoved("a");
    expect(sessions.has("a")).toBe(false);
  });

  it("changes nothing when it is refused", async () => {
    const state = stateOf("a");
    expect(await state.remove("a", refused)).toMatchObject({ ok: false });
    expect(idsOf(state)).toEqual(["a"]);
    expect(state.get().removed).toEqual([]);
  });

  it("withdraws the offer once it is taken back, and says why it cannot be", async () => {
    const state = stateOf("a", "b");
    await state.remove("a", done);
    await state.remove("b", done);
    await state.restore("a", done);
    await state.restore("b", refused);
    expect(state.get().removed).toMatchObject([{ id: "b", problem: "It is too late." }]);
  });
});

describe("deleting elsewhere", () => {
  it("leaves a notice until the conversation is back", () => {
    const state = stateOf("a");
    state.apply({ type: "conversation-deleted", id: "a" });
    expect(state.get().deleted).toEqual(["a"]);
    state.apply({ type: "conversation-listed", conversation: item("a") });
    expect(state.get().deleted).toEqual([]);
    expect(idsOf(state)).toEqual(["a"]);
  });
});

it("what this tab pins is pinned before news of it come back", () => {
  const state = stateOf("a");
  state.change("a", { isPinned: true });
  expect(state.get().list.conversations).toEqual([{ ...item("a"), isPinned: true }]);
  state.change("gone", { isPinned: true });
  expect(idsOf(state)).toEqual(["a"]);
});

describe("a temporary chat", () => {
  it("is in no list, and its answer is no news to the tab that asked", async () => {
    const state = stateOf("a");
    state.begin("b", null, "r");
    expect(idsOf(state)).toEqual(["a"]);
    state.apply({ type: "run", conversationId: "b", runId: "r", status: "completed" });
    expect(idsOf(state)).toEqual(["a"]);
    expect(state.get().finished).toEqual([]);
  });

  it("is gone without a notice in the tab that left it, and with one in another", async () => {
    const left = { type: "conversation-deleted", id: "b" } as const;
    const sessions = new Map([["b", sessionOf("b")]]);
    const here = new LiveState("p", [], sessions);
    here.forget("b");
    here.apply(left);
    expect(sessions.has("b")).toBe(false);
    expect(here.get().deleted).toEqual([]);
    const there = stateOf("a");
    there.apply(left);
    expect(there.get().deleted).toEqual(["b"]);
  });
});
