import { v7 as newId } from "uuid";
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
import type { ConversationView } from "../contract/chat";
import type { Consumers } from "../queue/start-consumers";
import { loadConversation } from "./load-conversation";
import { showBranch } from "./show-branch";

const book = scriptBook();

const shown = ({ messages }: ConversationView) =>
  messages.flatMap(({ parts }) => parts.flatMap((part) => (part.type === "text" ? [part.text] : [])));

const answerIn = ({ messages }: ConversationView, index: number): string => messages[index]?.id ?? "";

describe("the branches of a conversation", () => {
  let worker: Consumers;
  beforeAll(async () => {
    worker = await startScriptedWorker(book.play);
    for (const text of ["rent", "rent in May", "food", "and drinks"])
      book.when(text, ({ messages }) => saying([`${text} after ${messages.length - 1}`]));
  });
  afterAll(() => worker.close(1_000));

  async function asked() {
    const person = await newPerson();
    const first = question("rent");
    await readAll(await post(person.id, first));
    const { id } = first;
    const ask = async (text: string, parentId?: string | null) =>
      readAll(await post(person.id, { ...question(text, id), ...(parentId !== undefined && { parentId }) }));
    const load = () => loadConversation(person.id, id);
    return { person, id, first, ask, load };
  }

  it("grow from a question that is asked differently, and nothing is lost", async () => {
    const { person, id, first, ask, load } = await asked();
    await ask("food");
    await ask("rent in May", null);
    const view = await load();
    expect(shown(view)).toEqual(["rent in May", "rent in May after 0"]);
    expect(view.elsewhere).toHaveLength(4);
    expect(view.elsewhere[0]).toEqual({ id: first.message.id, parentId: null });
    const before = await showBranch(person.id, id, first.message.id);
    expect(shown(before)).toEqual(["rent", "rent after 0", "food", "food after 2"]);
    expect(before.elsewhere.map(({ parentId }) => parentId)).toEqual([null, answerIn(view, 0)]);
    expect(shown(await load())).toEqual(shown(before));
  });

  it("are gone on with where the person looks, also by a client that names no place", async () => {
    const { person, id, first, ask, load } = await asked();
    const answer = answerIn(await load(), 1);
    await ask("food");
    await ask("and drinks", answer);
    expect(shown(await load())).toEqual(["rent", "rent after 0", "and drinks", "and drinks after 2"]);
    const food = (await load()).elsewhere.find(({ parentId }) => parentId === answer)?.id ?? "";
    await showBranch(person.id, id, food);
    await ask("rent in May");
    expect(shown(await load())).toEqual([
      "rent",
      "rent after 0",
      "food",
      "food after 2",
      "rent in May",
      "rent in May after 4",
    ]);
    expect(answerIn(await load(), 0)).toBe(first.message.id);
  });

  it("hold every answer to a question, one for each wish", async () => {
    const { person, id, load } = await asked();
    const messageId = answerIn(await load(), 1);
    const wish = { trigger: "regenerate-message", id, messageId, requestId: newId() };
    const again = await post(person.id, wish);
    const runId = again.headers.get("x-run-id");
    await readAll(again);
    const twice = await post(person.id, wish);
    expect(twice.headers.get("x-run-id")).toBe(runId);
    await readAll(twice);
    const other = await post(person.id, { ...wish, requestId: newId() });
    expect(other.headers.get("x-run-id")).not.toBe(runId);
    await readAll(other);
    const view = await load();
    expect(view.elsewhere.map(({ parentId }) => parentId)).toEqual([answerIn(view, 0), answerIn(view, 0)]);
    expect(answerIn(await showBranch(person.id, id, messageId), 1)).toBe(messageId);
  });

  it("show the answer that is being written, whatever was looked at before", async () => {
    const { person, id, ask, load } = await asked();
    await ask("rent in May", null);
    const first = (await load()).elsewhere[0]?.id ?? "";
    await showBranch(person.id, id, first);
    const gate = door();
    book.when("slowly", () => saying(["slowly"], gate.wait));
    const response = await post(person.id, { ...question("slowly", id), parentId: null });
    expect(shown(await load())).toEqual(["slowly"]);
    expect((await load()).elsewhere).toHaveLength(4);
    await expect(showBranch(person.id, id, first)).rejects.toMatchObject({ code: "conflict" });
    gate.open();
    await readAll(response);
    expect(shown(await load())).toEqual(["slowly", "slowly"]);
  });

  it("begin only after answers of the same conversation, and are only their person's", async () => {
    const [mine, other, stranger] = [await asked(), await asked(), await newPerson()];
    const foreign = answerIn(await other.load(), 1);
    const refused = await post(mine.person.id, { ...question("food", mine.id), parentId: foreign });
    expect(refused.status).toBe(404);
    expect(shown(await mine.load())).toEqual(["rent", "rent after 0"]);
    await expect(showBranch(mine.person.id, mine.id, foreign)).rejects.toMatchObject({ code: "not_found" });
    await expect(showBranch(stranger.id, other.id, foreign)).rejects.toMatchObject({ code: "not_found" });
  });
});
