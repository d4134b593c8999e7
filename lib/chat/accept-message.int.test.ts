import { v7 as newId } from "uuid";
import { describe, expect, it } from "vitest";
import { newPerson, question, until } from "../../tests/support/chat-harness";
import { database } from "../db/client";
import { touchConversation } from "../db/queries/conversations";
import { endRunRow, insertRun } from "../db/queries/runs";
import { listMessages } from "../documents/messages";
import { acceptMessage } from "./accept-message";

describe("accepting a question", () => {
  it("never puts it after an answer that is no longer the last one", async () => {
    const person = await newPerson();
    const first = question("first");
    const { run } = await acceptMessage(person.id, first);
    await endRunRow(database(), { id: run.id, attempt: 0, status: "stopped", lastSeq: 0 });
    const late = question("late", first.id);
    const { late: accepting } = await database().transaction(async (tx) => {
      await touchConversation(tx, { id: first.id, userId: person.id, title: "" });
      const pending = acceptMessage(person.id, late).then(
        () => "accepted",
        (error: { code: string }) => error.code,
      );
      await until(
        () => listMessages(first.id),
        (messages) => messages.some(({ _id }) => _id === late.message.id),
      );
      // Meanwhile another tab asks and gets its whole answer.
      const id = newId();
      const ids = { id, requestKey: id, userMessageId: newId(), assistantMessageId: newId() };
      await insertRun(tx, { ...ids, userId: person.id, conversationId: first.id });
      await endRunRow(tx, { id, attempt: 0, status: "completed", lastSeq: 0 });
      return { late: pending };
    });
    expect(await accepting).toBe("conflict");
    expect((await listMessages(first.id)).map(({ _id }) => _id)).toEqual([first.message.id]);
  });
});
