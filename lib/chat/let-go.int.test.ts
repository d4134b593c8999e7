import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  door,
  newPerson,
  post,
  question,
  readAll,
  resume,
  saying,
  scriptBook,
  startScriptedWorker,
  until,
} from "../../tests/support/chat-harness";
import { database } from "../db/client";
import { runs } from "../db/schema/chat";
import type { Consumers } from "../queue/start-consumers";
import { redis } from "../redis";
import { followLog } from "../stream/follow-log";
import { channelOf } from "../stream/run-keys";

const book = scriptBook();

/** How many subscriptions of this process Redis knows for the run: one while anybody here reads it. */
async function subscriptions(runId: string): Promise<number> {
  const [, count] = (await redis().pubsub("NUMSUB", channelOf(runId))) as [string, number];
  return count;
}
const isLetGo = (runId: string) =>
  until(
    () => subscriptions(runId),
    (count) => count === 0,
    3_000,
  );

describe("the subscription of a reader", () => {
  let worker: Consumers;
  beforeAll(async () => {
    worker = await startScriptedWorker(book.play);
  });
  afterAll(() => worker.close(1_000));

  async function beingWritten(text: string) {
    const gate = door();
    book.when(text, () => saying(["a", "b"], (index) => (index === 1 ? gate.wait() : Promise.resolve())));
    const person = await newPerson();
    const asked = question(text);
    const response = await post(person.id, asked);
    const runId = response.headers.get("x-run-id") ?? "";
    await gate.reached;
    return { person, asked, response, runId, gate };
  }

  it("goes with the last of them, however they leave, while the answer is still being written", async () => {
    const { person, asked, response, runId, gate } = await beingWritten("leaving");
    const leaving = new AbortController();
    const gone = await resume(person.id, asked.id, { signal: leaving.signal });
    const unread = await resume(person.id, asked.id);
    expect(await subscriptions(runId)).toBe(1);
    await response.body?.cancel();
    leaving.abort();
    expect(await subscriptions(runId)).toBe(1);
    await unread.body?.cancel();
    await isLetGo(runId);
    await gone.body?.cancel().catch(() => undefined);
    gate.open();
  });

  it("goes when the answer has ended", async () => {
    const { response, runId, gate } = await beingWritten("ending");
    gate.open();
    await readAll(response);
    await isLetGo(runId);
  });

  it("is not even kept by one who left before it stood", async () => {
    const runId = crypto.randomUUID();
    const leaving = new AbortController();
    const following = followLog(runId, { after: 0, signal: leaving.signal, pollMs: 1_000 });
    leaving.abort();
    await following;
    await isLetGo(runId);
  });

  it("goes when the question cannot be put into the queue", async () => {
    const person = await newPerson();
    const asked = question("unqueued");
    book.when("unqueued", () => saying(["after all"]));
    // A queue that takes nothing: what it keeps under this key is a hash.
    const meta = "{purser:answer.generate}:answer.generate:meta";
    await redis().rename(meta, `${meta}:aside`);
    await redis().set(meta, "no hash");
    const refused = await post(person.id, asked);
    await redis().rename(`${meta}:aside`, meta);
    expect(refused.status).toBe(503);
    const [run] = await database().select().from(runs).where(eq(runs.conversationId, asked.id));
    await isLetGo(run?.id ?? "");
  });
});
