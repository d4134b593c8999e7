import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createDocumentIndexes } from "./create-indexes";
import { findMessage, insertQuestion, listMessages, saveAnswer } from "./messages";

const answer = (id: string, seq: number, attempt = 1) => ({
  id,
  conversationId: "c1",
  userId: "u1",
  parentId: "q1",
  parts: [{ type: "text" as const, text: `at ${seq}` }],
  metadata: { status: "running" as const },
  seq,
  attempt,
  createdAt: new Date(),
});

describe("a stored answer", () => {
  it("is always the latest snapshot, in whatever order they arrive", async () => {
    for (let round = 0; round < 20; round += 1) {
      const id = randomUUID();
      await Promise.all([4, 8, 5, 1].map((seq) => saveAnswer(answer(id, seq))));
      expect((await findMessage(id))?.seq).toBe(8);
      expect(await saveAnswer(answer(id, 6))).toBe(false);
      expect((await findMessage(id))?.parts).toEqual([{ type: "text", text: "at 8" }]);
    }
  });

  it("of an earlier attempt never replaces one of a later attempt", async () => {
    const id = randomUUID();
    await saveAnswer(answer(id, 3, 2));
    expect(await saveAnswer(answer(id, 50, 1))).toBe(false);
    expect(await saveAnswer(answer(id, 1, 3))).toBe(true);
    expect(await findMessage(id)).toMatchObject({ seq: 1, attempt: 3 });
  });
});

describe("a stored question", () => {
  it("is stored once, and the same id again shows what stands", async () => {
    const question = {
      id: randomUUID(),
      conversationId: randomUUID(),
      userId: "u1",
      parentId: null,
      parts: [{ type: "text" as const, text: "first" }],
      createdAt: new Date(),
    };
    await createDocumentIndexes();
    const results = await Promise.all(
      [1, 2, 3].map((n) => insertQuestion({ ...question, parts: [{ type: "text", text: `try ${n}` }] })),
    );
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(1);
    const stored = await listMessages(question.conversationId);
    expect(stored).toHaveLength(1);
    for (const result of results) expect(result.stored.parts).toEqual(stored[0]?.parts);
  });
});
