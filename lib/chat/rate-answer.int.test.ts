import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  door,
  newPerson,
  post,
  question,
  readAll,
  saying,
  scriptBook,
  startScriptedWorker,
} from "../../tests/support/chat-harness";
import type { Consumers } from "../queue/start-consumers";
import { loadConversation } from "./load-conversation";
import { rateAnswer } from "./rate-answer";

const book = scriptBook();
const DOWN = { rating: "down", reason: "wrong-number", comment: "Rent is 800." } as const;
const UP = { rating: "up", reason: null, comment: null } as const;

describe("what a person thinks of an answer", () => {
  let worker: Consumers;
  beforeAll(async () => {
    worker = await startScriptedWorker(book.play);
    book.when("rent", () => saying(["800"]));
  });
  afterAll(() => worker.close(1_000));

  async function answered() {
    const person = await newPerson();
    const asked = question("rent");
    const response = await post(person.id, asked);
    const runId = response.headers.get("x-run-id") ?? "";
    await readAll(response);
    const said = async () =>
      (await loadConversation(person.id, asked.id)).messages.at(-1)?.metadata?.feedback;
    return { person, said, answer: { conversationId: asked.id, runId } };
  }

  it("comes with the answer, can be changed and taken back", async () => {
    const { person, said, answer } = await answered();
    expect(await said()).toBeUndefined();
    await rateAnswer(person.id, { ...answer, feedback: DOWN });
    expect(await said()).toEqual(DOWN);
    await rateAnswer(person.id, { ...answer, feedback: UP });
    expect(await said()).toEqual(UP);
    await rateAnswer(person.id, { ...answer, feedback: null });
    expect(await said()).toBeUndefined();
  });

  it("is said by nobody else", async () => {
    const [{ said, answer }, stranger] = [await answered(), await newPerson()];
    await expect(rateAnswer(stranger.id, { ...answer, feedback: DOWN })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await said()).toBeUndefined();
  });

  it("waits until the answer is there", async () => {
    const gate = door();
    book.when("slowly", () => saying(["slowly"], gate.wait));
    const person = await newPerson();
    const asked = question("slowly");
    const response = await post(person.id, asked);
    const runId = response.headers.get("x-run-id") ?? "";
    await expect(
      rateAnswer(person.id, { conversationId: asked.id, runId, feedback: UP }),
    ).rejects.toMatchObject({ code: "conflict" });
    gate.open();
    await readAll(response);
  });
});
