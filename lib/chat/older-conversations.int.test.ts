import { v7 as newId } from "uuid";
import { describe, expect, it } from "vitest";
import { newPerson } from "../../tests/support/chat-harness";
import type { ConversationSummary } from "../contract/chat";
import { LISTED_AT_ONCE } from "../contract/history";
import { database } from "../db/client";
import { conversations } from "../db/schema/chat";
import { listConversations, listOlderConversations } from "./list-conversations";

const NOW = new Date("2026-05-01T10:00:00Z").getTime();

/** One a second, the first the oldest. */
async function keepMany(userId: string, count: number, values: { archivedAt?: Date } = {}): Promise<void> {
  await database()
    .insert(conversations)
    .values(
      Array.from({ length: count }, (_, index) => ({
        id: newId(),
        userId,
        title: `${values.archivedAt ? "put away" : "listed"} ${index}`,
        updatedAt: new Date(NOW + index * 1_000),
        ...values,
      })),
    );
}

async function readToTheEnd(
  userId: string,
  isArchived: boolean,
  known: readonly ConversationSummary[],
): Promise<ConversationSummary[]> {
  const below = known.at(-1);
  const older = await listOlderConversations(userId, {
    isArchived,
    below: below ? { updatedAt: below.updatedAt, id: below.id } : null,
  });
  const all = [...known, ...older];
  return older.length < LISTED_AT_ONCE ? all : readToTheEnd(userId, isArchived, all);
}

describe("a list of conversations that is too long for one page", () => {
  it("goes on below its last one, newest first, each once, without those of the archive", async () => {
    const [person, stranger] = [await newPerson(), await newPerson()];
    await keepMany(person.id, 2 * LISTED_AT_ONCE + 30);
    await keepMany(person.id, 3, { archivedAt: new Date(NOW) });
    await keepMany(stranger.id, 5);
    const first = await listConversations(person.id);
    expect(first).toHaveLength(LISTED_AT_ONCE);
    const all = await readToTheEnd(person.id, false, first);
    expect(all.map(({ title }) => title)).toEqual(
      Array.from({ length: 2 * LISTED_AT_ONCE + 30 }, (_, index) => `listed ${index}`).reverse(),
    );
  });

  it("has its archive read from the top, of which it shows nothing itself", async () => {
    const person = await newPerson();
    await keepMany(person.id, LISTED_AT_ONCE);
    await keepMany(person.id, LISTED_AT_ONCE + 2, { archivedAt: new Date(NOW) });
    expect((await listConversations(person.id)).filter(({ isArchived }) => isArchived)).toEqual([]);
    const archive = await readToTheEnd(person.id, true, []);
    expect(archive).toHaveLength(LISTED_AT_ONCE + 2);
    expect(new Set(archive.map(({ id }) => id)).size).toBe(LISTED_AT_ONCE + 2);
    expect(archive.every(({ isArchived }) => isArchived)).toBe(true);
  });
});
