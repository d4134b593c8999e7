import { afterAll, describe, expect, it } from "vitest";
import { generateAnswer } from "../lib/chat/generate-answer";
import { countWaiting } from "../lib/queue/waiting";
import { redis } from "../lib/redis";
import {
  chunksIn,
  door,
  newPerson,
  post,
  question,
  quickTiming,
  readAll,
  saying,
  scriptBook,
  scripted,
  textIn,
} from "../tests/support/chat-harness";
import { handlers } from "./handlers";
import { type RunningWorker, startWorker } from "./start-worker";

// One answer at a time: the second question waits in the queue.
process.env.WORKER_CONCURRENCY = "1";

describe("a Redis that loses all of its memory", () => {
  let worker: RunningWorker | undefined;
  afterAll(() => worker?.stop(1_000));

  it("loses neither the answer that is being written nor the questions that wait in its queue", async () => {
    const book = scriptBook();
    const gate = door();
    book.when("first", () => saying(["a", "b"], (index) => (index === 1 ? gate.wait() : Promise.resolve())));
    book.when("second", () => saying(["c"]));
    const analyst = scripted(book.play);
    worker = await startWorker(
      {
        ...handlers,
        "answer.generate": ({ runId }, signal) => generateAnswer(runId, signal, analyst, quickTiming),
      },
      { everyMs: 200, queuedForMs: 1_000, silentForMs: 12_000 },
    );
    const person = await newPerson();
    const writing = post(person.id, question("first")).then(readAll);
    await gate.reached;
    const waiting = question("second");
    const waited = post(person.id, waiting).then(readAll);
    await waitingJob();
    await redis().flushdb();
    gate.open();
    expect(textIn(chunksIn(await writing))).toBe("ab");
    expect(textIn(chunksIn(await waited))).toBe("c");
    const next = await post(person.id, question("second", waiting.id));
    expect(textIn(chunksIn(await readAll(next)))).toBe("c");
  });
});

async function waitingJob(): Promise<void> {
  while ((await countWaiting("answer.generate")) === 0)
    await new Promise((resolve) => setTimeout(resolve, 10));
}
