import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../embedded/process/free-port";
import { newPerson, post, question, until } from "../../tests/support/chat-harness";
import { database } from "../db/client";
import { outbox, runs } from "../db/schema/chat";
import { checkReadiness } from "../web/check-readiness";
import { deleteConversation } from "./delete-conversation";

/** The document store and Redis of this file are not there; one of them comes later. */
describe("while a store is away", () => {
  let mongoPort: number;
  let folder: string;
  let stopMongo: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    mongoPort = await freePort();
    folder = await mkdtemp(join(tmpdir(), "purser-outage-"));
    process.env.MONGODB_URI = `mongodb://127.0.0.1:${mongoPort}/later?directConnection=true`;
    process.env.REDIS_URL = "redis://127.0.0.1:1";
  });
  afterAll(async () => {
    await stopMongo?.();
    await rm(folder, { recursive: true, force: true });
  });

  it("a question is refused as unavailable, and again with words when only the queue is missing", async () => {
    const person = await newPerson();
    const asked = question();
    const first = await post(person.id, asked);
    expect(first.status).toBe(503);
    expect(first.headers.get("retry-after")).toBe("5");
    expect(await first.json()).toMatchObject({
      error: { code: "unavailable", message: expect.stringContaining("conversations") },
    });
    expect(await database().select().from(runs)).toEqual([]);

    const { startMongoServer } = await import("../../embedded/mongo/server");
    const server = await startMongoServer({ directory: folder, port: mongoPort });
    stopMongo = () => server.stop();
    const second = await until(
      () => post(person.id, asked).then((response) => response.json()),
      ({ error }) => !error.message.includes("conversations"),
      20_000,
    );
    expect(second).toMatchObject({
      error: { code: "unavailable", message: expect.stringContaining("Send the question again") },
    });
    // Accepted all the same: the sweeper delivers it, and the same question again finds the same run.
    expect(await database().select().from(runs)).toHaveLength(1);
    expect(await database().select().from(outbox)).toHaveLength(1);

    // Deleted all the same, though nobody can be told to stop: what is left of it is promised.
    await deleteConversation(person.id, asked.id);
    expect(await database().select().from(runs)).toEqual([]);
    expect(await database().select().from(outbox)).toMatchObject([
      { job: "answer.generate" },
      { job: "conversation.forget", payload: { conversationId: asked.id } },
    ]);
  });

  it("readiness names what is missing", async () => {
    expect(await checkReadiness()).toMatchObject({
      isReady: false,
      postgres: "up",
      mongodb: "up",
      redis: "down",
      worker: "down",
    });
  });
});
