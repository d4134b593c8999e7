import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newPerson, question, saying, startScriptedWorker, until } from "../../tests/support/chat-harness";
import { database } from "../db/client";
import { claimRun, findRun } from "../db/queries/runs";
import { outbox } from "../db/schema/chat";
import type { Consumers } from "../queue/start-consumers";
import { acceptMessage } from "./accept-message";
import { sweepRuns } from "./sweep-runs";

describe("the sweep", () => {
  let worker: Consumers;
  let asked = 0;
  beforeAll(async () => {
    worker = await startScriptedWorker(() => {
      asked += 1;
      return saying(["swept"]);
    });
  });
  afterAll(() => worker.close(1_000));

  const timing = { everyMs: 1_000, queuedForMs: 5_000, silentForMs: 12_000 };
  const later = (ms: number) => new Date(Date.now() + ms);
  const ended = (runId: string) =>
    until(
      () => findRun(database(), runId),
      (run) => run?.finishedAt !== null,
    );

  it("R2: what a crash between commit and queue left in the outbox is delivered", async () => {
    const person = await newPerson();
    const { run } = await acceptMessage(person.id, question());
    await sweepRuns(new Date(), timing);
    expect(await findRun(database(), run.id)).toMatchObject({ status: "queued" });
    await sweepRuns(later(6_000), timing);
    expect(await ended(run.id)).toMatchObject({ status: "completed" });
    expect(await database().select().from(outbox)).toEqual([]);
  });

  it("takes up a queued run whose job was lost, once however often it looks", async () => {
    const person = await newPerson();
    const { run } = await acceptMessage(person.id, question());
    await database().delete(outbox);
    const before = asked;
    await Promise.all([1, 2, 3].map(() => sweepRuns(later(6_000), timing)));
    expect(await ended(run.id)).toMatchObject({ status: "completed", attempt: 1 });
    expect(asked).toBe(before + 1);
  });

  it("R10: takes up a run whose worker went silent, and leaves one alone that beats", async () => {
    const person = await newPerson();
    const { run } = await acceptMessage(person.id, question());
    await database().delete(outbox);
    await claimRun(database(), run.id);
    await sweepRuns(later(6_000), timing);
    expect(await findRun(database(), run.id)).toMatchObject({ status: "running", attempt: 1 });
    await sweepRuns(later(13_000), timing);
    expect(await ended(run.id)).toMatchObject({ status: "completed", attempt: 2 });
  });
});
