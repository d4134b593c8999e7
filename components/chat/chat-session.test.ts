import { afterEach, describe, expect, it, vi } from "vitest";
import type { ConversationView } from "../../lib/contract/chat";
import { type ChatUIMessage, textOf } from "./chat-message";
import { ChatSession } from "./chat-session";

const CHAT = "0190a000-0000-7000-8000-000000000001";
const RUN = "0190a000-0000-7000-8000-000000000002";
const CUT_OFF: ChatUIMessage = {
  id: "0190a000-0000-7000-8000-000000000003",
  role: "assistant",
  parts: [{ type: "text", text: "You spent" }],
  metadata: { status: "running" },
};
const STORED: ConversationView = {
  id: CHAT,
  title: "Rent",
  messages: [
    {
      id: CUT_OFF.id,
      role: "assistant",
      parts: [{ type: "text", text: "You spent nothing." }],
      metadata: { status: "completed" },
    },
  ],
  elsewhere: [],
  activeRunId: null,
};

afterEach(() => vi.unstubAllGlobals());

/** A session whose answer has left the log, while the stored conversation is on its way. */
async function whileFetching() {
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("window", new EventTarget());
  // The log is gone; a question stays on its way.
  vi.stubGlobal("fetch", async (_url: string, { method }: RequestInit) =>
    method === "POST" ? new Promise(() => undefined) : new Response(null, { status: 204 }),
  );
  const onReload = vi.fn(() => new Promise<void>(() => undefined));
  const session = new ChatSession(CHAT, [CUT_OFF], {
    onAccepted: () => undefined,
    onEnded: () => undefined,
    onReload,
    onShow: () => new Promise(() => undefined),
  });
  await session.resume(RUN);
  expect(onReload).toHaveBeenCalledTimes(1);
  expect(session.getState().isFetching).toBe(true);
  return session;
}

it("shows the stored conversation once it is here", async () => {
  const session = await whileFetching();
  session.replace(STORED);
  expect(session.chat.messages.map(textOf)).toEqual(["You spent nothing."]);
  expect(session.getState().isFetching).toBe(false);
});

it("keeps a question that was asked while the stored conversation was on its way", async () => {
  const session = await whileFetching();
  session.send("And on food?");
  expect(session.getState().isFetching).toBe(false);
  session.replace(STORED);
  expect(session.chat.messages.map(textOf)).toEqual(["You spent nothing.", "And on food?"]);
  expect(session.isBusy).toBe(true);
});

describe("a question that is asked differently", () => {
  const question = (id: string, text: string): ChatUIMessage => ({
    id,
    role: "user",
    parts: [{ type: "text", text }],
  });
  const answer = (id: string, text: string): ChatUIMessage => ({
    id,
    role: "assistant",
    parts: [{ type: "text", text }],
    metadata: { runId: RUN, status: "completed" },
  });
  const shown = [question("1", "Rent?"), answer("2", "800"), question("3", "Food?"), answer("4", "300")];

  function sessionOf(respond: (body: unknown) => Response | Promise<Response>) {
    vi.stubGlobal("document", new EventTarget());
    vi.stubGlobal("window", new EventTarget());
    vi.stubGlobal("fetch", async (_url: string, { body }: RequestInit) => respond(JSON.parse(String(body))));
    return new ChatSession(CHAT, shown, {
      onAccepted: () => undefined,
      onEnded: () => undefined,
      onReload: async () => undefined,
      onShow: () => new Promise(() => undefined),
    });
  }

  it("takes the place of the other one, which stays in the tree with all that follows", async () => {
    const sent: unknown[] = [];
    const session = sessionOf((body) => {
      sent.push(body);
      return new Promise(() => undefined);
    });
    void session.edit("3", "Drinks?");
    expect(session.chat.messages.map(textOf)).toEqual(["Rent?", "800", "Drinks?"]);
    expect(session.getState().elsewhere).toEqual([
      { id: "3", parentId: "2" },
      { id: "4", parentId: "3" },
    ]);
    await vi.waitFor(() => expect(sent).toMatchObject([{ parentId: "2", trigger: "submit-message" }]));
  });

  it("comes back into its field when it is refused, and the conversation is as it was", async () => {
    const ids: unknown[] = [];
    const session = sessionOf((body) => {
      ids.push((body as { message: { id: string } }).message.id);
      const error = { code: "rate_limited", message: "Too many.", requestId: "r" };
      return Response.json({ error }, { status: 429 });
    });
    await session.edit("1", "Rent in May?");
    expect(session.chat.messages).toEqual(shown);
    expect(session.getState()).toMatchObject({
      elsewhere: [],
      editing: { messageId: "1", text: "Rent in May?" },
      problem: { kind: "edit-refused", reason: "Too many." },
    });
    await session.retry();
    expect(ids[1]).toBe(ids[0]);
    session.startEditing(null);
    expect(session.getState().problem).toBeNull();
  });
});
