import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newPerson,
  post,
  question,
  readAll,
  saying,
  startScriptedWorker,
  until,
} from "../../tests/support/chat-harness";
import { database } from "../db/client";
import { claimRun } from "../db/queries/runs";
import { outbox } from "../db/schema/chat";
import { closeDocuments, documents } from "../documents/connection";
import { listMessages } from "../documents/messages";
import { env } from "../env";
import { queueOf } from "../queue/enqueue";
import type { Consumers } from "../queue/start-consumers";
import { acceptMessage } from "./accept-message";
import { deleteConversation } from "./delete-conversation";
import { forgetConversation } from "./forget-conversation";
import { listConversations } from "./list-conversations";
import { sweepRuns } from "./sweep-runs";

const inSixSeconds = () => new Date(Date.now() + 6_000);
const promises = () => database().select().from(outbox);

it("deleting a conversation takes a question that waits for a worker out of the queue", async () => {
  const person = await newPerson();
  const asked = question();
  const answer = await post(person.id, asked);
  const runId = answer.headers.get("x-run-id") ?? "";
  const jobInQueue = () => queueOf("answer.generate").getJob(runId);
  expect(await jobInQueue()).toBeDefined();
  await deleteConversation(person.id, asked.id);
  expect(await jobInQueue()).toBeUndefined();
  expect(await listMessages(asked.id)).toEqual([]);
  expect(await promises()).toEqual([]);
  await answer.body?.cancel();
});

describe("deleting a conversation", () => {
  let worker: Consumers;
  beforeAll(async () => {
    worker = await startScriptedWorker(() => saying(["said"]));
  });
  afterAll(() => worker.close(1_000));

  const isForgotten = async (id: string) => {
    await until(
      () => listMessages(id),
      (messages) => messages.length === 0,
    );
    await until(promises, (rows) => rows.length === 0);
  };

  it("leaves neither documents nor a promise", async () => {
    const person = await newPerson();
    const asked = question();
    await readAll(await post(person.id, asked));
    await deleteConversation(person.id, asked.id);
    expect(await listMessages(asked.id)).toEqual([]);
    expect(await promises()).toEqual([]);
  });

  it("works while the document store is away, and the sweep removes the documents later", async () => {
    const person = await newPerson();
    const asked = question();
    await readAll(await post(person.id, asked));
    await closeDocuments();
    await deleteConversation(person.id, asked.id);
    expect(await listConversations(person.id)).toEqual([]);
    expect(await promises()).toMatchObject([{ job: "conversation.forget" }]);
    await documents().openUri(env().MONGODB_URI);
    expect(await listMessages(asked.id)).toHaveLength(2);
    await sweepRuns(inSixSeconds());
    await isForgotten(asked.id);
  });

  it("is finished by the sweep when the answer's worker is gone and cannot do it", async () => {
    const person = await newPerson();
    const asked = question();
    const { run } = await acceptMessage(person.id, asked);
    await database().delete(outbox);
    await claimRun(database(), run.id);
    await deleteConversation(person.id, asked.id);
    await sweepRuns(new Date());
    expect(await promises()).toHaveLength(1);
    await sweepRuns(inSixSeconds());
    await isForgotten(asked.id);
  });

  it("does not take away what was said in it since it was made anew", async () => {
    const person = await newPerson();
    const asked = question();
    await readAll(await post(person.id, asked));
    await forgetConversation(asked.id);
    expect(await listMessages(asked.id)).toHaveLength(2);
  });
});
