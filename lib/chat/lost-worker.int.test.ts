import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import {
  chunksIn,
  newPerson,
  post,
  question,
  readAll,
  type SseEvent,
  saying,
  sseEvents,
  startScriptedWorker,
  textIn,
} from "../../tests/support/chat-harness";
import type { StreamChunk } from "../contract/stream-chunk";
import type { Consumers } from "../queue/start-consumers";
import { loadConversation } from "./load-conversation";

const children: ChildProcess[] = [];
const rescuers: Consumers[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await Promise.all(rescuers.splice(0).map((rescuer) => rescuer.close(1_000)));
});

async function startRescuer(words: string[]): Promise<void> {
  rescuers.push(await startScriptedWorker(() => saying(words)));
}

/** Reads along; `shown` settles once this text has reached the reader, and so the log. */
function readAlong(response: Response, text: string) {
  const events: SseEvent[] = [];
  let tell: () => void = () => undefined;
  const shown = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const whole = (async () => {
    for await (const event of sseEvents(response)) {
      events.push(event);
      if (textIn(chunksIn(events)).includes(text)) tell();
    }
    return events;
  })();
  return { shown, whole };
}

async function startChild(): Promise<ChildProcess> {
  const child = fork("tests/support/scripted-worker.ts", { execArgv: ["--import", "tsx"], env: process.env });
  children.push(child);
  await once(child, "message");
  return child;
}

const hangs = (child: ChildProcess) => once(child, "message");

/** One start, one step, one text, and nothing but the end of a whole answer. */
function expectUnbroken(chunks: StreamChunk[], text: string): void {
  expect(textIn(chunks)).toBe(text);
  const others = chunks.filter(({ type }) => type !== "text-delta").map(({ type }) => type);
  expect(others).toEqual(["start", "start-step", "text-start", "text-end", "finish-step", "finish"]);
}

describe("an answer whose worker is lost in the middle of it", () => {
  it("is gone on with by another one, in the same text, when the lock of its job has run out", async () => {
    const child = await startChild();
    const person = await newPerson();
    const asked = question("shown before then hang");
    const response = await post(person.id, asked);
    const { shown, whole } = readAlong(response, "shownbefore");
    await Promise.all([hangs(child), shown]);
    child.kill("SIGKILL");
    await startRescuer(["shown", "before", " and after"]);
    const events = await whole;
    const chunks = chunksIn(events);
    expect(events.map(({ id }) => id)).toEqual([...chunks.map((_, index) => index + 1), null]);
    expectUnbroken(chunks, "shownbefore and after");
    const view = await loadConversation(person.id, asked.id);
    expect(view.messages[1]).toMatchObject({
      metadata: { status: "completed" },
      parts: [{ type: "step-start" }, { type: "text", text: "shownbefore and after", state: "done" }],
    });
  });

  it("is answered after all when nothing was shown yet, with one start", async () => {
    const child = await startChild();
    const person = await newPerson();
    const response = await post(person.id, question(" then hang"));
    const reading = readAll(response);
    await hangs(child);
    child.kill("SIGKILL");
    await startRescuer(["whole ", "answer"]);
    const chunks = chunksIn(await reading);
    expect(textIn(chunks)).toBe("whole answer");
    expect(chunks.filter(({ type }) => type === "start")).toHaveLength(1);
    expect(chunks.at(-1)).toMatchObject({ type: "finish", messageMetadata: { status: "completed" } });
  });

  it("is gone on with at once when its worker was asked to go and had to leave it", async () => {
    const child = await startChild();
    const person = await newPerson();
    const response = await post(person.id, question("long then hang"));
    const { shown, whole } = readAlong(response, "long");
    await Promise.all([hangs(child), shown]);
    await startRescuer(["long", " and after"]);
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    expectUnbroken(chunksIn(await whole), "long and after");
    expect(await exited).toEqual([0, null]);
  });

  it("waits for one to come when its worker was the last", async () => {
    const child = await startChild();
    const person = await newPerson();
    const response = await post(person.id, question("alone then hang"));
    const { shown, whole } = readAlong(response, "alone");
    await Promise.all([hangs(child), shown]);
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
    await startRescuer(["alone", " and after"]);
    expectUnbroken(chunksIn(await whole), "alone and after");
  });
});
