import { afterEach, expect, it, vi } from "vitest";
import { type PersonEvent, writeEvent } from "../../lib/contract/events";
import { LiveState } from "./live-state";
import { shareFeed } from "./share-feed";

const PERSON = "0190a000-0000-7000-8000-000000000001";
const CHAT = "0190a000-0000-7000-8000-000000000002";
const RUN = "0190a000-0000-7000-8000-000000000003";

const tabs = new AbortController();
afterEach(() => {
  tabs.abort();
  vi.unstubAllGlobals();
});

/** The first tab that asks has the lock for good. */
function oneLock() {
  let isHeld = false;
  return {
    request(_name: string, _options: LockOptions, hold: () => Promise<void>) {
      if (isHeld) return new Promise(() => undefined);
      isHeld = true;
      return hold();
    },
  };
}

function stubBrowser(): (event: PersonEvent) => void {
  const feed = new TransformStream<Uint8Array, Uint8Array>();
  const writer = feed.writable.getWriter();
  vi.stubGlobal("navigator", { locks: oneLock() });
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("fetch", async () => new Response(feed.readable));
  return (event) => void writer.write(new TextEncoder().encode(`data: ${writeEvent(event)}\n\n`));
}

it("tells a tab that joins what the server said, not what another tab expects", async () => {
  const serverSays = stubBrowser();
  const leader = new LiveState(PERSON, [], new Map());
  shareFeed({ ...leader, signal: tabs.signal });
  const row = { title: "Rent", updatedAt: "2026-05-01T10:00:00.000Z" };
  serverSays({
    type: "snapshot",
    personId: PERSON,
    conversations: [{ id: CHAT, ...row, activeRunId: null }],
  });
  serverSays({ type: "run", conversationId: CHAT, runId: RUN, status: "queued", conversation: row });
  await vi.waitFor(() => expect(leader.get().list.conversations[0]?.activeRunId).toBe(RUN), 10_000);
  leader.pause(CHAT);

  const joining: PersonEvent[] = [];
  const onEvent = (event: PersonEvent) => void joining.push(event);
  shareFeed({ ...leader, onEvent, onLive: () => undefined, signal: tabs.signal });
  await vi.waitFor(() => expect(joining).toHaveLength(1), 10_000);
  const conversations = [{ id: CHAT, ...row, activeRunId: RUN }];
  expect(joining).toEqual([{ type: "snapshot", personId: PERSON, conversations }]);
});
