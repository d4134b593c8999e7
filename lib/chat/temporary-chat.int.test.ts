import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  chunksIn,
  door,
  newPerson,
  post,
  question,
  readAll,
  resume,
  saying,
  scriptBook,
  startScriptedWorker,
  stop,
  textIn,
  until,
} from "../../tests/support/chat-harness";
import { TEMPORARY_TITLE } from "../contract/chat";
import type { PersonEvent } from "../contract/events";
import { database } from "../db/client";
import { findRun } from "../db/queries/runs";
import { conversations, outbox, runs } from "../db/schema/chat";
import { messageTexts } from "../db/schema/history";
import { contextModel, saveContextDocument } from "../documents/context-documents";
import { listMessages } from "../documents/messages";
import { openLedger } from "../insights/open-ledger";
import { propose } from "../proposals/propose";
import type { Consumers } from "../queue/start-consumers";
import { redis } from "../redis";
import { subscribeToPerson } from "../stream/person-events";
import { logKey } from "../stream/run-keys";
import { archiveConversation } from "./archive-conversation";
import { exportConversation, exportEverything } from "./export-conversations";
import { keepTexts } from "./keep-texts";
import { leaveTemporary } from "./leave-temporary";
import { listConversations } from "./list-conversations";
import { loadConversation } from "./load-conversation";
import { pinConversation } from "./pin-conversation";
import { renameConversation } from "./rename-conversation";
import { searchConversations } from "./search-conversations";
import { shareConversation } from "./share-conversation";
import { deleteForGood, TEMPORARY_MS } from "./sweep-history";
import { trashConversation } from "./trash-conversation";

const book = scriptBook();
const SECRET = "Do I spend too much on walnuts?";
const ANSWER = "You spend little on walnuts.";
const inSilence = (afterMs: number) => new Date(Date.now() + afterMs);

const whispered = (text = SECRET, conversationId?: string) => ({
  ...question(text, conversationId),
  isTemporary: true,
});

/** All that is left of a conversation in the three stores. */
async function leftOf(conversationId: string, runId: string) {
  const rows = await database().select().from(conversations).where(eq(conversations.id, conversationId));
  return {
    conversations: rows.length,
    runs: await database().$count(runs, eq(runs.conversationId, conversationId)),
    messages: (await listMessages(conversationId)).length,
    prompts: await contextModel().countDocuments({ conversationId }),
    chunks: await redis().exists(logKey(runId)),
  };
}

const NOTHING = { conversations: 0, runs: 0, messages: 0, prompts: 0, chunks: 0 };

describe("a temporary chat", () => {
  let worker: Consumers;
  beforeAll(async () => {
    worker = await startScriptedWorker(book.play);
    book.when(SECRET, () => saying(["You spend little ", "on walnuts."]));
    book.when("And on nuts?", () => saying(["Little as well."]));
  });
  afterAll(() => worker.close(1_000));

  async function told() {
    const person = await newPerson();
    const asked = whispered();
    const response = await post(person.id, asked);
    const runId = response.headers.get("x-run-id") ?? "";
    const events = await readAll(response);
    await saveContextDocument({
      _id: `${runId}.1.001`,
      kind: "prompt",
      userId: person.id,
      conversationId: asked.id,
      runId,
      content: SECRET,
      createdAt: new Date(),
    });
    return { userId: person.id, asked, conversationId: asked.id, runId, text: textIn(chunksIn(events)) };
  }

  it("is answered, resumed and gone on with as any other", async () => {
    const { userId, conversationId, runId, text } = await told();
    expect(text).toBe(ANSWER);
    const replay = await readAll(await resume(userId, conversationId, { run: runId, after: 0 }));
    expect(textIn(chunksIn(replay))).toBe(ANSWER);
    await readAll(await post(userId, whispered("And on nuts?", conversationId)));
    const view = await loadConversation(userId, conversationId);
    expect(view).toMatchObject({ title: TEMPORARY_TITLE, isTemporary: true });
    expect(view.messages).toHaveLength(4);
  });

  it("can be stopped", async () => {
    const gate = door();
    book.when("Go on and on", () =>
      saying(["begun", "never"], (index) => (index === 1 ? gate.wait() : Promise.resolve())),
    );
    const person = await newPerson();
    const asked = whispered("Go on and on");
    const response = await post(person.id, asked);
    await gate.reached;
    await stop(person.id, asked.id);
    await readAll(response);
    const { messages } = await loadConversation(person.id, asked.id);
    expect(messages.at(-1)?.metadata).toMatchObject({ status: "stopped" });
    gate.open();
  });

  it("is in no list, search, export or link, and says nothing of its question in any row", async () => {
    const { userId, conversationId, runId } = await told();
    expect(await listConversations(userId)).toEqual([]);
    await until(
      () => keepTexts(),
      (left) => left === 0,
    );
    expect((await findRun(database(), runId))?.isSearchable).toBe(true);
    expect(await database().$count(messageTexts, eq(messageTexts.conversationId, conversationId))).toBe(0);
    expect(await searchConversations(userId, "walnuts")).toEqual([]);
    expect(await searchConversations(userId, TEMPORARY_TITLE)).toEqual([]);
    const reader = { id: userId, timeZone: "UTC" };
    const whole: string[] = [];
    for await (const piece of exportEverything(reader, "json", new Date())) whole.push(piece);
    expect(JSON.parse(whole.join(""))).toMatchObject({ conversations: [] });
    await expect(exportConversation(reader, conversationId, "markdown")).rejects.toMatchObject({
      code: "invalid",
    });
    const link = { conversationId, days: 7 as const, showsAmounts: true, showsAccounts: true };
    await expect(shareConversation(userId, link, new Date())).rejects.toMatchObject({ code: "invalid" });
    const [row] = await database().select().from(conversations).where(eq(conversations.id, conversationId));
    expect(JSON.stringify(row)).not.toContain("walnuts");
  });

  it("has no place in the list to be pinned, renamed, archived or brought back from", async () => {
    const { userId, conversationId: id } = await told();
    const now = new Date();
    const refused = { code: "not_found" };
    await expect(pinConversation(userId, { id, isPinned: true }, now)).rejects.toMatchObject(refused);
    await expect(archiveConversation(userId, { id, isArchived: true }, now)).rejects.toMatchObject(refused);
    await expect(renameConversation(userId, id, "Walnuts")).rejects.toMatchObject(refused);
    await expect(trashConversation(userId, id, now)).rejects.toMatchObject(refused);
  });

  it("is not told to other tabs as an entry of their list", async () => {
    const person = await newPerson();
    const events: PersonEvent[] = [];
    const unsubscribe = await subscribeToPerson(
      person.id,
      (event) => events.push(event),
      () => undefined,
    );
    await readAll(await post(person.id, whispered()));
    await until(() => events.some((event) => event.type === "run" && event.status === "completed"));
    unsubscribe();
    expect(JSON.stringify(events)).not.toContain("title");
  });

  it("stays temporary, and one that is kept stays kept, whatever a later question says", async () => {
    const { userId, conversationId } = await told();
    await readAll(await post(userId, question("And on nuts?", conversationId)));
    expect(await listConversations(userId)).toEqual([]);
    const kept = question();
    book.when(kept.message.parts[0]?.text ?? "", () => saying(["Kept."]));
    await readAll(await post(userId, kept));
    await readAll(await post(userId, whispered("And on nuts?", kept.id)));
    expect(await listConversations(userId)).toMatchObject([{ id: kept.id }]);
    await expect(leaveTemporary(userId, kept.id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("gives nothing to remember, while a kept one does", async () => {
    const { userId, runId } = await told();
    const now = new Date();
    const ledger = await openLedger(userId, now);
    const memory = { kind: "memory" as const, text: "Call me Bo" };
    await expect(propose(memory, { userId, runId, callId: "a", ledger, now })).rejects.toMatchObject({
      code: "invalid",
    });
    const kept = await post(userId, question("And on nuts?"));
    const keptRun = kept.headers.get("x-run-id") ?? "";
    await readAll(kept);
    await expect(
      propose(memory, { userId, runId: keptRun, callId: "a", ledger, now }),
    ).resolves.toBeDefined();
  });

  it("leaves nothing in any store when it is left, and only its person can do that", async () => {
    const { userId, conversationId, runId } = await told();
    const stranger = await newPerson();
    await expect(leaveTemporary(stranger.id, conversationId)).rejects.toMatchObject({ code: "not_found" });
    expect(await leftOf(conversationId, runId)).toEqual({
      conversations: 1,
      runs: 1,
      messages: 2,
      prompts: 1,
      chunks: 1,
    });
    await leaveTemporary(userId, conversationId);
    await until(
      () => leftOf(conversationId, runId),
      (left) => left.chunks === 0,
    );
    expect(await leftOf(conversationId, runId)).toEqual(NOTHING);
    const promises = and(eq(outbox.job, "conversation.forget"), eq(outbox.payload, { conversationId }));
    expect(await database().$count(outbox, promises)).toBe(0);
    await expect(loadConversation(userId, conversationId)).rejects.toMatchObject({ code: "not_found" });
  });

  it("leaves nothing, either, when it is left while the answer is being written", async () => {
    const gate = door();
    book.when("Tell me all", () =>
      saying(["begun ", "never"], (index) => (index === 1 ? gate.wait() : Promise.resolve())),
    );
    const person = await newPerson();
    const asked = whispered("Tell me all");
    const response = await post(person.id, asked);
    const runId = response.headers.get("x-run-id") ?? "";
    await gate.reached;
    await leaveTemporary(person.id, asked.id);
    await until(
      () => leftOf(asked.id, runId),
      (left) => JSON.stringify(left) === JSON.stringify(NOTHING),
    );
    gate.open();
    await response.body?.cancel().catch(() => undefined);
  });

  it("goes an hour after its last question when nobody said to have left it", async () => {
    const { userId, conversationId, runId } = await told();
    await deleteForGood(inSilence(TEMPORARY_MS - 60_000));
    expect(await loadConversation(userId, conversationId)).toMatchObject({ isTemporary: true });
    await deleteForGood(inSilence(TEMPORARY_MS + 1_000));
    await until(
      () => leftOf(conversationId, runId),
      (left) => JSON.stringify(left) === JSON.stringify(NOTHING),
    );
  });

  it("does not take a kept one along when it goes", async () => {
    const person = await newPerson();
    const kept = question("And on nuts?");
    await readAll(await post(person.id, kept));
    await deleteForGood(inSilence(10 * TEMPORARY_MS));
    expect(await listConversations(person.id)).toMatchObject([{ id: kept.id }]);
  });
});
