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

describe("a worker that is killed in the middle of an answer", () => {
  it("leaves it interrupted with what was shown, when another worker comes", async () => {
    const child = await startChild();
    const person = await newPerson();
    const asked = question("shown before then hang");
    const response = await post(person.id, asked);
    const { shown, whole } = readAlong(response, "shownbefore");
    await Promise.all([hangs(child), shown]);
    child.kill("SIGKILL");
    await startRescuer(["a second answer"]);
    const events = await whole;
    const chunks = chunksIn(events);
    expect(events.map(({ id }) => id)).toEqual([...chunks.map((_, index) => index + 1), null]);
    expect(textIn(chunks)).toBe("shownbefore");
    expect(chunks.slice(-4).map(({ type }) => type)).toEqual([
      "text-end",
      "finish-step",
      "message-metadata",
      "error",
    ]);
    expect(chunks.filter(({ type }) => type === "start")).toHaveLength(1);
    const view = await loadConversation(person.id, asked.id);
    expect(view.messages[1]).toMatchObject({
      metadata: { status: "interrupted", endedBecause: expect.stringContaining("ask again") },
      parts: [{ type: "step-start" }, { type: "text", text: "shownbefore", state: "done" }],
    });
    const retry = { trigger: "regenerate-message", id: asked.id, messageId: view.messages[1]?.id };
    expect(textIn(chunksIn(await readAll(await post(person.id, retry))))).toBe("a second answer");
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

  it("is told at once by one that is asked to go, and finishes what is short", async () => {
    const child = await startChild();
    const person = await newPerson();
    const long = await post(person.id, question("long then hang"));
    await hangs(child);
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    const chunks = chunksIn(await readAll(long));
    expect(chunks.at(-1)).toMatchObject({ type: "error", errorText: expect.stringContaining("restarted") });
    expect(await exited).toEqual([0, null]);
  });
});
