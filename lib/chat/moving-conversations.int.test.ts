import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  newPerson,
  post,
  question,
  readAll,
  saying,
  startScriptedWorker,
} from "../../tests/support/chat-harness";
import type { PersonEvent } from "../contract/events";
import { listMessages } from "../documents/messages";
import type { Consumers } from "../queue/start-consumers";
import { subscribeToPerson } from "../stream/person-events";
import { archiveConversation } from "./archive-conversation";
import { listConversations } from "./list-conversations";
import { loadConversation } from "./load-conversation";
import { pinConversation } from "./pin-conversation";
import { renameConversation } from "./rename-conversation";
import { restoreConversation } from "./restore-conversation";
import { deleteForGood, UNDO_MS } from "./sweep-history";
import { trashConversation } from "./trash-conversation";

const NOW = new Date("2026-05-01T10:00:00Z");
const later = (ms: number) => new Date(NOW.getTime() + ms);

describe("a conversation", () => {
  let worker: Consumers;
  beforeAll(async () => {
    worker = await startScriptedWorker(() => saying(["said"]));
  });
  afterAll(() => worker.close(1_000));

  async function asked(text: string, userId: string): Promise<string> {
    const sent = question(text);
    await readAll(await post(userId, sent));
    return sent.id;
  }
  const titlesOf = async (userId: string) => (await listConversations(userId)).map(({ title }) => title);

  it("that is pinned comes first, whatever is asked elsewhere, until it is unpinned", async () => {
    const { id: userId } = await newPerson();
    const first = await asked("first", userId);
    await asked("second", userId);
    await pinConversation(userId, { id: first, isPinned: true }, NOW);
    await asked("third", userId);
    expect(await titlesOf(userId)).toEqual(["first", "third", "second"]);
    expect((await listConversations(userId))[0]).toMatchObject({ isPinned: true });
    await pinConversation(userId, { id: first, isPinned: false }, NOW);
    expect(await titlesOf(userId)).toEqual(["third", "second", "first"]);
  });

  it("that is archived is listed last and as such, and is back when something is asked in it", async () => {
    const { id: userId } = await newPerson();
    const first = await asked("first", userId);
    const second = await asked("second", userId);
    await pinConversation(userId, { id: second, isPinned: true }, NOW);
    await archiveConversation(userId, { id: second, isArchived: true }, NOW);
    expect(await listConversations(userId)).toMatchObject([{ id: first }, { id: second, isArchived: true }]);
    expect((await listConversations(userId))[1]).not.toHaveProperty("isPinned");
    await readAll(await post(userId, question("again", second)));
    expect(await listConversations(userId)).toMatchObject([{ id: second }, { id: first }]);
    expect((await listConversations(userId))[0]).not.toHaveProperty("isArchived");
  });

  it("that is deleted is nowhere, and is back with all that was said when that is undone", async () => {
    const { id: userId } = await newPerson();
    const id = await asked("first", userId);
    const before = await loadConversation(userId, id);
    await trashConversation(userId, id, NOW);
    expect(await listConversations(userId)).toEqual([]);
    await expect(loadConversation(userId, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(renameConversation(userId, id, "New")).rejects.toMatchObject({ code: "not_found" });
    await expect(trashConversation(userId, id, NOW)).rejects.toMatchObject({ code: "not_found" });
    await deleteForGood(later(UNDO_MS));
    await restoreConversation(userId, id);
    expect(await loadConversation(userId, id)).toEqual(before);
    await deleteForGood(later(2 * UNDO_MS));
    expect(await titlesOf(userId)).toEqual(["first"]);
  });

  it("that was deleted long enough ago is gone for good", async () => {
    const { id: userId } = await newPerson();
    const id = await asked("first", userId);
    await trashConversation(userId, id, NOW);
    await deleteForGood(later(UNDO_MS + 1));
    expect(await listMessages(id)).toEqual([]);
    await expect(restoreConversation(userId, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("that was deleted is back with its past when something is asked in it from a page that was still open", async () => {
    const { id: userId } = await newPerson();
    const id = await asked("first", userId);
    await trashConversation(userId, id, NOW);
    await readAll(await post(userId, question("second", id)));
    await deleteForGood(later(2 * UNDO_MS));
    expect((await loadConversation(userId, id)).messages).toHaveLength(4);
  });

  it("is moved by its own person only", async () => {
    const [owner, stranger] = [await newPerson(), await newPerson()];
    const id = await asked("first", owner.id);
    const refused = { code: "not_found" };
    await expect(pinConversation(stranger.id, { id, isPinned: true }, NOW)).rejects.toMatchObject(refused);
    await expect(archiveConversation(stranger.id, { id, isArchived: true }, NOW)).rejects.toMatchObject(
      refused,
    );
    await expect(trashConversation(stranger.id, id, NOW)).rejects.toMatchObject(refused);
    await trashConversation(owner.id, id, NOW);
    await expect(restoreConversation(stranger.id, id)).rejects.toMatchObject(refused);
  });

  it("tells the other tabs of each move", async () => {
    const { id: userId } = await newPerson();
    const id = await asked("first", userId);
    const told: PersonEvent[] = [];
    let wake: () => void = () => undefined;
    const unsubscribe = await subscribeToPerson(
      userId,
      (event) => {
        told.push(event);
        wake();
      },
      () => undefined,
    );
    const next = async (count: number) => {
      while (told.length < count) await new Promise<void>((resolve) => (wake = resolve));
      return told.at(-1);
    };
    await pinConversation(userId, { id, isPinned: true }, NOW);
    expect(await next(1)).toMatchObject({
      type: "conversation-listed",
      conversation: { id, isPinned: true },
    });
    await archiveConversation(userId, { id, isArchived: true }, NOW);
    expect(await next(2)).toMatchObject({ type: "conversation-listed", conversation: { isArchived: true } });
    await trashConversation(userId, id, NOW);
    expect(await next(3)).toEqual({ type: "conversation-deleted", id });
    await restoreConversation(userId, id);
    expect(await next(4)).toMatchObject({ type: "conversation-listed", conversation: { id } });
    unsubscribe();
  });
});
