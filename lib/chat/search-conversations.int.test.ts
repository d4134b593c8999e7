import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newPerson,
  post,
  question,
  readAll,
  saying,
  scriptBook,
  startScriptedWorker,
  stop,
  until,
} from "../../tests/support/chat-harness";
import { database } from "../db/client";
import { conversations } from "../db/schema/chat";
import { closeDocuments, documents } from "../documents/connection";
import { env } from "../env";
import type { Consumers } from "../queue/start-consumers";
import { archiveConversation } from "./archive-conversation";
import { keepTexts } from "./keep-texts";
import { renameConversation } from "./rename-conversation";
import { searchConversations } from "./search-conversations";
import { trashConversation } from "./trash-conversation";

const book = scriptBook();

describe("searching through conversations", () => {
  let worker: Consumers;
  beforeAll(async () => {
    worker = await startScriptedWorker(book.play);
  });
  afterAll(() => worker.close(1_000));

  async function told(asked: string, answer: string, person = newPerson()) {
    const { id: userId } = await person;
    book.when(asked, () => saying([answer]));
    const sent = question(asked);
    await readAll(await post(userId, sent));
    await keepTexts();
    return { userId, conversationId: sent.id, questionId: sent.message.id };
  }
  const idsOf = async (userId: string, text: string) =>
    (await searchConversations(userId, text)).map(({ id }) => id);

  it("finds words of an answer by their beginning, and says in which message they are", async () => {
    const { userId, conversationId } = await told(
      "Wohin ging das Geld?",
      "| Shop | Spent |\n|---|---|\n| **Café Noir** | $1,234.56 |",
    );
    const [found] = await searchConversations(userId, "cafe 1,234.5");
    expect(found).toMatchObject({ id: conversationId, isArchived: false });
    expect(found?.messages).toMatchObject([{ isQuestion: false }]);
    expect(found?.messages[0]?.excerpt).toEqual([
      { text: "Shop Spent ", isMatch: false },
      { text: "Café", isMatch: true },
      { text: " Noir $", isMatch: false },
      { text: "1,234.56", isMatch: true },
    ]);
  });

  it("finds questions, and titles that the person gave", async () => {
    const { userId, conversationId, questionId } = await told("How is my rent?", "Paid.");
    await renameConversation(userId, conversationId, "Housing");
    expect((await searchConversations(userId, "rent"))[0]?.messages).toMatchObject([
      { id: questionId, isQuestion: true },
    ]);
    expect(await searchConversations(userId, "HOUS")).toMatchObject([
      { id: conversationId, title: [{ text: "Housing", isMatch: true }], messages: [] },
    ]);
  });

  it("wants all the words in one place", async () => {
    const { userId, conversationId } = await told("About trains", "Trains and trams were $12.");
    expect(await idsOf(userId, "trams trains")).toEqual([conversationId]);
    expect(await idsOf(userId, "trams about")).toEqual([]);
    expect(await idsOf(userId, "…")).toEqual([]);
    expect(await idsOf(userId, "' | ! \\ :*")).toEqual([]);
  });

  it("finds nothing of other people", async () => {
    await told("My secret hobby", "Is expensive.");
    const stranger = await newPerson();
    expect(await idsOf(stranger.id, "secret")).toEqual([]);
    expect(await idsOf(stranger.id, "expensive")).toEqual([]);
  });

  it("finds what is archived, and not what is deleted", async () => {
    const { userId, conversationId } = await told("What about coffee?", "Much of it.");
    await archiveConversation(userId, { id: conversationId, isArchived: true }, new Date());
    expect(await searchConversations(userId, "coffee")).toMatchObject([{ isArchived: true }]);
    await trashConversation(userId, conversationId, new Date());
    expect(await idsOf(userId, "coffee")).toEqual([]);
    expect(await idsOf(userId, "much")).toEqual([]);
  });

  it("finds nothing of a conversation that is not kept", async () => {
    const person = await newPerson();
    const conversationId = newId();
    await database().insert(conversations).values({
      id: conversationId,
      userId: person.id,
      title: "Whispered",
      isTemporary: true,
    });
    book.when("Whispered", () => saying(["Murmured."]));
    await readAll(await post(person.id, question("Whispered", conversationId)));
    expect(await keepTexts()).toBe(1);
    expect(await idsOf(person.id, "whispered")).toEqual([]);
    expect(await idsOf(person.id, "murmured")).toEqual([]);
  });

  it("no longer finds what a stop that came late has taken away", async () => {
    const { userId, conversationId } = await told("Tell me", "superfluous");
    expect(await idsOf(userId, "superfluous")).toEqual([conversationId]);
    await stop(userId, conversationId, { seenSeq: 1 });
    await keepTexts();
    expect(await idsOf(userId, "superfluous")).toEqual([]);
  });

  it("makes up for a time in which the document store was away", async () => {
    const person = newPerson();
    const { id: userId } = await person;
    book.when("Later", () => saying(["Remembered."]));
    const sent = question("Later");
    await readAll(await post(userId, sent));
    await closeDocuments();
    await expect(keepTexts()).rejects.toThrow();
    await documents().openUri(env().MONGODB_URI);
    await until(keepTexts, (left) => left === 0);
    expect(await idsOf(userId, "remembered")).toEqual([sent.id]);
  });
});
