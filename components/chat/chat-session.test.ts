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
    onRate: () => new Promise(() => undefined),
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
      onRate: () => new Promise(() => undefined),
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

describe("questions that wait for an answer", () => {
  const ENDS = {
    completed: [{ type: "finish", messageMetadata: { status: "completed" } }],
    stopped: [{ type: "message-metadata", messageMetadata: { status: "stopped" } }, { type: "abort" }],
  };

  /** A server that ends each answer like this, the first one only when it is let go. */
  function serving(end: keyof typeof ENDS) {
    vi.stubGlobal("document", new EventTarget());
    vi.stubGlobal("window", new EventTarget());
    const asked: string[] = [];
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    vi.stubGlobal("fetch", async (_url: string, { body }: RequestInit) => {
      const { message } = JSON.parse(String(body)) as { message: ChatUIMessage };
      asked.push(textOf(message));
      if (asked.length === 1) await held;
      const start = { type: "start", messageId: `answer ${asked.length}`, messageMetadata: { runId: RUN } };
      const frames = [start, ...ENDS[end]].map(
        (chunk, index) => `id: ${index + 1}\ndata: ${JSON.stringify(chunk)}\n\n`,
      );
      return new Response(frames.join(""), { headers: { "x-run-id": RUN } });
    });
    const session = new ChatSession(CHAT, [], {
      onAccepted: () => undefined,
      onEnded: () => undefined,
      onReload: async () => undefined,
      onShow: () => new Promise(() => undefined),
      onRate: () => new Promise(() => undefined),
    });
    for (const text of ["Rent?", "Food?", "Drinks?"]) {
      session.draft.type(text);
      expect(session.sendDraft()).toBe(true);
    }
    expect(session.draft.getText()).toBe("");
    return { session, asked, letGo };
  }
  const waiting = (session: ChatSession) => session.queue.get().questions.map(({ text }) => text);

  it("are asked one after the other, each once and when the answer before it is whole", async () => {
    const { session, asked, letGo } = serving("completed");
    expect(waiting(session)).toEqual(["Food?", "Drinks?"]);
    letGo();
    await vi.waitFor(() => expect(session.chat.messages).toHaveLength(6));
    await vi.waitFor(() => expect(session.isBusy).toBe(false));
    expect(asked).toEqual(["Rent?", "Food?", "Drinks?"]);
    expect(waiting(session)).toEqual([]);
  });

  it("wait on after an answer that was stopped, until the person wants them", async () => {
    const { session, asked, letGo } = serving("stopped");
    letGo();
    await vi.waitFor(() => expect(session.isBusy).toBe(false));
    await new Promise((resolve) => setTimeout(resolve));
    expect(waiting(session)).toEqual(["Food?", "Drinks?"]);
    session.sendNext();
    await vi.waitFor(() => expect(waiting(session)).toEqual(["Drinks?"]));
    expect(asked).toEqual(["Rent?", "Food?"]);
  });
});

describe("a temporary chat", () => {
  function newSession() {
    vi.stubGlobal("document", new EventTarget());
    vi.stubGlobal("window", new EventTarget());
    const sent: unknown[] = [];
    vi.stubGlobal("fetch", (_url: string, { body }: RequestInit) => {
      sent.push(JSON.parse(String(body)));
      return new Promise(() => undefined);
    });
    const session = new ChatSession(CHAT, [], {
      onAccepted: () => undefined,
      onEnded: () => undefined,
      onReload: async () => undefined,
      onShow: () => new Promise(() => undefined),
      onRate: () => new Promise(() => undefined),
    });
    return { session, sent };
  }

  it("says so with its question, and any other says nothing of it", async () => {
    const temporary = newSession();
    temporary.session.setTemporary(true);
    temporary.session.send("Rent?");
    await vi.waitFor(() => expect(temporary.sent).toMatchObject([{ isTemporary: true }]));
    const kept = newSession();
    kept.session.setTemporary(true);
    kept.session.setTemporary(false);
    kept.session.send("Rent?");
    await vi.waitFor(() => expect(kept.sent).toHaveLength(1));
    expect(kept.sent[0]).not.toHaveProperty("isTemporary");
  });

  it("cannot be made of one in which something was said", () => {
    const { session } = newSession();
    session.send("Rent?");
    session.setTemporary(true);
    expect(session.getState().isTemporary).toBe(false);
  });
});
