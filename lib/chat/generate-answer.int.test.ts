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
import { database } from "../db/client";
import { claimRun, endRunRow, findRun } from "../db/queries/runs";
import { listPrompts } from "../documents/context-documents";
import { findMessage } from "../documents/messages";
import { redis } from "../redis";
import { headKey, logKey } from "../stream/run-keys";
import { acceptMessage } from "./accept-message";
import { generateAnswer } from "./generate-answer";
import { loadConversation } from "./load-conversation";

const idle = new AbortController().signal;

describe("an attempt", () => {
  async function accepted(text = "q") {
    const person = await newPerson();
    const asked = question(text);
    const { run } = await acceptMessage(person.id, asked);
    return { person, asked, run };
  }

  it("R6: stores the answer on its way with the number it covers, and what the model was sent", async () => {
    const { run } = await accepted();
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
      () => listPrompts(run.id),
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

  it("is not made a fourth time: the run is given up", async () => {
    const { run } = await accepted();
    for (const _ of [1, 2, 3]) await claimRun(database(), run.id);
    await generateAnswer(
      run.id,
      idle,
      scripted(() => saying(["poison"])),
      quickTiming,
    );
    expect(await findRun(database(), run.id)).toMatchObject({ status: "interrupted", attempt: 4 });
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
    await endRunRow(database(), { id: run.id, attempt: 1, status: "completed", lastSeq: 3 });
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
