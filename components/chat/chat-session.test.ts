import { afterEach, expect, it, vi } from "vitest";
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
