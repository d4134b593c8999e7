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
  until,
} from "../../tests/support/chat-harness";
import { listMessages } from "../documents/messages";
import type { Consumers } from "../queue/start-consumers";
import { deleteConversation } from "./delete-conversation";
import { listConversations } from "./list-conversations";
import { loadConversation } from "./load-conversation";
import { renameConversation } from "./rename-conversation";

const book = scriptBook();

describe("a person's conversations", () => {
  let worker: Consumers;
  beforeAll(async () => {
    worker = await startScriptedWorker(book.play);
    book.when("hello", () => saying(["hello"]));
  });
  afterAll(() => worker.close(1_000));

  it("are listed newest first, with the run that is being written", async () => {
    const gate = door();
    book.when("long", () => saying(["long"], gate.wait));
    const person = await newPerson();
    const [older, newer] = [question("hello"), question("long")];
    await readAll(await post(person.id, older));
    const response = await post(person.id, newer);
    const runId = response.headers.get("x-run-id");
    expect(await listConversations(person.id)).toMatchObject([
      { id: newer.id, title: "long", activeRunId: runId },
      { id: older.id, title: "hello", activeRunId: null },
    ]);
    expect(await loadConversation(person.id, newer.id)).toMatchObject({
      activeRunId: runId,
      messages: [{ role: "user", parts: [{ type: "text", text: "long" }] }],
    });
    gate.open();
    await readAll(response);
    await readAll(await post(person.id, question("hello", older.id)));
    expect((await listConversations(person.id)).map(({ id }) => id)).toEqual([older.id, newer.id]);
  });

  it("can be renamed by their owner only", async () => {
    const [owner, stranger] = [await newPerson(), await newPerson()];
    const asked = question("hello");
    await readAll(await post(owner.id, asked));
    expect(await renameConversation(owner.id, asked.id, "  My\n groceries ")).toEqual({
      title: "My groceries",
    });
    await expect(renameConversation(owner.id, asked.id, "  ")).rejects.toMatchObject({ code: "invalid" });
    await expect(renameConversation(stranger.id, asked.id, "Mine")).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(loadConversation(stranger.id, asked.id)).rejects.toMatchObject({ code: "not_found" });
    expect((await loadConversation(owner.id, asked.id)).title).toBe("My groceries");
  });

  it("go with all that was said, also when an answer is being written", async () => {
    const gate = door();
    let wasAborted = false;
    book.when("doomed", ({ signal }) => {
      signal.addEventListener("abort", () => {
        wasAborted = true;
      });
      return saying(["so far ", "never"], (index) => (index === 1 ? gate.wait() : Promise.resolve()));
    });
    const [owner, stranger] = [await newPerson(), await newPerson()];
    const asked = question("doomed");
    const response = await post(owner.id, asked);
    await until(
      () => listMessages(asked.id),
      (messages) => messages.length === 2,
    );
    await expect(deleteConversation(stranger.id, asked.id)).rejects.toMatchObject({ code: "not_found" });
    await deleteConversation(owner.id, asked.id);
    await until(() => wasAborted);
    await response.text();
    await until(
      () => listMessages(asked.id),
      (messages) => messages.length === 0,
    );
    expect(await listConversations(owner.id)).toEqual([]);
    await expect(deleteConversation(owner.id, asked.id)).rejects.toMatchObject({ code: "not_found" });
    gate.open();
  });
});
