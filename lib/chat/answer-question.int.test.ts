import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  chunksIn,
  lookingUp,
  newPerson,
  post,
  question,
  readAll,
  resume,
  saying,
  startScriptedWorker,
  textIn,
} from "../../tests/support/chat-harness";
import type { Consumers } from "../queue/start-consumers";
import { loadConversation } from "./load-conversation";

const WORDS = ["You ", "spent ", "$412.07 ", "on ", "groceries."];

describe("a question", () => {
  let worker: Consumers;
  beforeAll(async () => {
    worker = await startScriptedWorker(async function* () {
      yield* lookingUp("call-1");
      yield* saying(WORDS, () => new Promise((resolve) => setTimeout(resolve, 8)));
    });
  });
  afterAll(() => worker.close(1_000));

  it("is answered by a worker, chunk by numbered chunk, and stored before the end is told", async () => {
    const person = await newPerson();
    const asked = question();
    const response = await post(person.id, asked);
    expect(response.status).toBe(200);
    expect(response.headers.get("x-vercel-ai-ui-message-stream")).toBe("v1");
    expect(response.headers.get("x-run-id")).toMatch(/^[0-9a-f-]{36}$/);
    const events = await readAll(response);
    const chunks = chunksIn(events);
    expect(events.map(({ id }) => id)).toEqual([...chunks.map((_, index) => index + 1), null]);
    expect(events.at(-1)?.data).toBe("[DONE]");
    expect(chunks[0]).toMatchObject({
      type: "start",
      messageMetadata: { model: "Scripted", status: "running" },
    });
    expect(chunks.at(-1)).toMatchObject({ type: "finish", messageMetadata: { status: "completed" } });
    expect(textIn(chunks)).toBe(WORDS.join(""));
    const view = await loadConversation(person.id, asked.id);
    expect(view.activeRunId).toBeNull();
    expect(view.title).toBe("How much did I spend on groceries?");
    expect(view.messages.map(({ role }) => role)).toEqual(["user", "assistant"]);
    expect(view.messages[1]).toMatchObject({
      id: chunks[0]?.type === "start" ? chunks[0].messageId : "",
      metadata: { status: "completed", model: "Scripted", runId: response.headers.get("x-run-id") },
      parts: [
        { type: "step-start" },
        { type: "dynamic-tool", state: "output-available" },
        { type: "step-start" },
        { type: "text", text: WORDS.join(""), state: "done" },
      ],
    });
  });

  it("R5: can be read on from every chunk, and gives the same bytes", async () => {
    const person = await newPerson();
    const asked = question();
    const response = await post(person.id, asked);
    const run = response.headers.get("x-run-id") ?? "";
    const whole = await readAll(response);
    const last = whole.at(-2)?.id ?? 0;
    for (let after = 0; after < last; after += 1) {
      const rest = await readAll(await resume(person.id, asked.id, { after, run }));
      expect(rest).toEqual(whole.slice(after));
    }
    expect((await resume(person.id, asked.id, { after: last, run })).status).toBe(204);
  });
});
