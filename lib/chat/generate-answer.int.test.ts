import { describe, expect, it } from "vitest";
import {
  chunksIn,
  door,
  newPerson,
  question,
  quickTiming,
  readAll,
  resume,
  saying,
  scripted,
  textIn,
  until,
} from "../../tests/support/chat-harness";
import { AnswerChanged } from "../agent/answer-changed";
import type { StreamChunk } from "../contract/stream-chunk";
import { database } from "../db/client";
import { claimRun, endRunRow, findRun } from "../db/queries/runs";
import { listPrompts } from "../documents/context-documents";
import { findMessage, saveAnswer } from "../documents/messages";
import { HandedBack } from "../queue/handed-back";
import { redis } from "../redis";
import { headKey, logKey } from "../stream/run-keys";
import { readHead, readWholeLog } from "../stream/run-log";
import { acceptMessage } from "./accept-message";
import { answerOf } from "./answer-of";
import { foldLog } from "./fold-log";
import { generateAnswer } from "./generate-answer";
import { loadConversation } from "./load-conversation";

const idle = new AbortController().signal;

const waitAt = (at: number, gate: { wait: () => Promise<void> }) => (index: number) =>
  index === at ? gate.wait() : Promise.resolve();

/** Says everything that a model says, with its check, and then does not end. */
const whole = (wait: () => Promise<void>) =>
  async function* () {
    yield* saying(["whole"]);
    yield {
      type: "data-grounding",
      id: "grounding-0",
      data: { texts: [], supersedes: [], isFinal: true },
    } satisfies StreamChunk;
    await wait();
  };

// biome-ignore lint/correctness/useYield: it fails before it says anything
async function* failing(error: Error): AsyncGenerator<never> {
  throw error;
}

describe("an attempt", () => {
  async function accepted(text = "q") {
    const person = await newPerson();
    const asked = question(text);
    const { run } = await acceptMessage(person.id, asked);
    return { person, asked, run };
  }

  it("R6: stores the answer on its way with the number it covers, and what the model was sent", async () => {
    const { person, run } = await accepted();
    const gate = door();
    const working = generateAnswer(
      run.id,
      idle,
      scripted(({ onPrompt }) => {
        onPrompt([{ role: "user", content: "q" }]);
        return saying(["one ", "two"], (index) => (index === 1 ? gate.wait() : Promise.resolve()));
      }),
      quickTiming,
    );
    const partial = await until(() => findMessage(run.assistantMessageId));
    expect(partial).toMatchObject({ seq: 4, attempt: 1, metadata: { status: "running" } });
    expect(partial?.parts[1]).toMatchObject({ text: "one ", state: "streaming" });
    gate.open();
    await working;
    expect(await findMessage(run.assistantMessageId)).toMatchObject({ metadata: { status: "completed" } });
    const [prompt] = await until(
      () => listPrompts(person.id, run.id),
      (prompts) => prompts.length > 0,
    );
    expect(prompt?.content).toEqual([{ role: "user", content: "q" }]);
  });

  it("R3: that was overtaken writes nothing more, anywhere", async () => {
    const { person, asked, run } = await accepted();
    const gate = door();
    const first = generateAnswer(
      run.id,
      idle,
      scripted(() => saying(["", "ghost"], gate.wait)),
      {
        ...quickTiming,
        heartbeatMs: 60_000,
      },
    );
    await gate.reached;
    await generateAnswer(
      run.id,
      idle,
      scripted(() => saying(["the answer"])),
      quickTiming,
    );
    gate.open();
    await first;
    const events = await readAll(await resume(person.id, asked.id, { run: run.id }));
    expect(textIn(chunksIn(events))).toBe("the answer");
    expect(await findRun(database(), run.id)).toMatchObject({ status: "completed", attempt: 2 });
    expect((await findMessage(run.assistantMessageId))?.parts.at(-1)).toMatchObject({ text: "the answer" });
  });

  it("on a run that has ended does nothing", async () => {
    const { run } = await accepted();
    await generateAnswer(
      run.id,
      idle,
      scripted(() => saying(["once"])),
      quickTiming,
    );
    const before = await findRun(database(), run.id);
    await generateAnswer(
      run.id,
      idle,
      scripted(() => saying(["twice"])),
      quickTiming,
    );
    expect(await findRun(database(), run.id)).toEqual(before);
  });

  it("that finds the whole answer without its end asks nobody", async () => {
    const { person, asked, run } = await accepted();
    const gate = door();
    const dying = generateAnswer(run.id, idle, scripted(whole(gate.wait)), {
      ...quickTiming,
      heartbeatMs: 60_000,
    });
    await gate.reached;
    await until(async () => (await readHead(run.id))?.seq === 7);
    const neverAsked = scripted(() => {
      throw new Error("asked");
    });
    await generateAnswer(run.id, idle, neverAsked, quickTiming);
    gate.open();
    await dying;
    const chunks = chunksIn(await readAll(await resume(person.id, asked.id, { run: run.id })));
    expect(textIn(chunks)).toBe("whole");
    expect(chunks.at(-1)).toMatchObject({ type: "finish" });
  });

  it("whose answer reads differently by now ends as interrupted, with what was shown", async () => {
    const { run } = await accepted();
    const leaving = new AbortController();
    const gate = door();
    const first = generateAnswer(
      run.id,
      leaving.signal,
      scripted(() => saying(["begun", ""], waitAt(1, gate))),
      quickTiming,
    );
    await gate.reached;
    leaving.abort();
    await expect(first).rejects.toBeInstanceOf(HandedBack);
    const changed = scripted(() => saying([""]));
    changed.answer = () => failing(new AnswerChanged());
    await generateAnswer(run.id, idle, changed, quickTiming);
    expect(await findRun(database(), run.id)).toMatchObject({ status: "interrupted", attempt: 2 });
    expect(await findMessage(run.assistantMessageId)).toMatchObject({
      metadata: { endedBecause: expect.stringContaining("your data has changed") },
      parts: [{ type: "step-start" }, { type: "text", text: "begun", state: "done" }],
    });
  });

  it("that finds neither worker nor log ends the run from what was stored", async () => {
    const { person, asked, run } = await accepted();
    const dying = new AbortController();
    const first = generateAnswer(
      run.id,
      dying.signal,
      scripted(() =>
        saying(["stored", "never"], (index) =>
          index === 1 ? new Promise(() => undefined) : Promise.resolve(),
        ),
      ),
      quickTiming,
    );
    await until(() => findMessage(run.assistantMessageId));
    await redis().del(logKey(run.id), headKey(run.id));
    await generateAnswer(
      run.id,
      idle,
      scripted(() => saying(["again"])),
      quickTiming,
    );
    await first;
    const view = await loadConversation(person.id, asked.id);
    expect(view.messages[1]).toMatchObject({
      metadata: { status: "interrupted" },
      parts: [{ type: "step-start" }, { type: "text", text: "stored", state: "done" }],
    });
    const chunks = chunksIn(await readAll(await resume(person.id, asked.id, { run: run.id })));
    expect(textIn(chunks)).toBe("stored");
    expect(chunks.at(-1)?.type).toBe("error");
  });

  it("is not made a sixth time: the run is given up", async () => {
    const { run } = await accepted();
    for (const _ of [1, 2, 3, 4, 5]) await claimRun(database(), run.id);
    await generateAnswer(
      run.id,
      idle,
      scripted(() => saying(["poison"])),
      quickTiming,
    );
    expect(await findRun(database(), run.id)).toMatchObject({ status: "interrupted", attempt: 6 });
  });

  it("whose end was never told is told by its row", async () => {
    const { person, asked, run } = await accepted();
    const gate = door();
    const working = generateAnswer(
      run.id,
      idle,
      scripted(() => saying(["text", "more"], gate.wait)),
      quickTiming,
    );
    await gate.reached;
    const reading = readAll(await resume(person.id, asked.id));
    // What a process that dies between the row and the terminal chunk leaves.
    const lastSeq = 6;
    const { parts } = foldLog(await readWholeLog(run.id));
    await saveAnswer(
      answerOf({ ...run, attempt: 1 }, { parts, seq: lastSeq, metadata: { status: "completed" } }),
    );
    await endRunRow(database(), { id: run.id, attempt: 1, status: "completed", lastSeq });
    const chunks = chunksIn(await reading);
    expect(chunks.map(({ type }) => type)).toEqual([
      "start",
      "start-step",
      "text-start",
      "text-end",
      "finish-step",
      "finish",
    ]);
    gate.open();
    await working;
  });
});
