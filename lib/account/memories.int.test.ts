import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { describe, expect, it } from "vitest";
import { newPerson } from "../../tests/support/linked-bank";
import { MAX_MEMORIES } from "../contract/memory";
import { database } from "../db/client";
import { touchConversation } from "../db/queries/conversations";
import { insertMemory } from "../db/queries/memories";
import { insertRun } from "../db/queries/runs";
import { users } from "../db/schema/people";
import { openLedger } from "../insights/open-ledger";
import { applyProposal } from "../proposals/apply-proposal";
import { propose } from "../proposals/propose";
import { correctMemory } from "./correct-memory";
import { forgetAllMemories, forgetMemory } from "./forget-memories";
import { listMemories } from "./list-memories";

async function remembered(userId: string, text: string): Promise<string> {
  const id = newId();
  await insertMemory(database(), userId, id, text);
  return id;
}

async function proposeMemory(userId: string, text: string) {
  const conversationId = newId();
  const run = { id: newId(), userId, conversationId, requestKey: newId() };
  await touchConversation(database(), { id: conversationId, userId, title: "Test" });
  await insertRun(database(), { ...run, userMessageId: newId(), assistantMessageId: newId() });
  const now = new Date();
  const ledger = await openLedger(userId, now);
  return propose({ kind: "memory", text }, { userId, runId: run.id, callId: newId(), ledger, now });
}

const textsOf = async (userId: string) => (await listMemories(userId)).map(({ text }) => text);

describe("what is remembered of a person", () => {
  it("is what they clicked, and nothing before", async () => {
    const person = await newPerson();
    const { proposalId } = await proposeMemory(person, "Call me Dana");
    expect(await textsOf(person)).toEqual([]);
    await applyProposal(person, proposalId);
    expect(await textsOf(person)).toEqual(["Call me Dana"]);
    await expect(proposeMemory(person, "call me dana")).rejects.toMatchObject({ code: "conflict" });
  });

  it("can be corrected and forgotten by them alone", async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    const first = await remembered(person, "Paid on the 15th");
    const second = await remembered(person, "Rent is shared with Sam");
    await expect(correctMemory(other, first, "x")).rejects.toMatchObject({ code: "not_found" });
    await forgetMemory(other, first);
    await forgetAllMemories(other);
    await correctMemory(person, first, "Paid on the 1st");
    expect(await textsOf(person)).toEqual(["Paid on the 1st", "Rent is shared with Sam"]);
    await forgetMemory(person, second);
    expect(await textsOf(person)).toEqual(["Paid on the 1st"]);
    await forgetAllMemories(person);
    expect(await textsOf(person)).toEqual([]);
  });

  it(`is at most ${MAX_MEMORIES} things of at most 300 characters`, async () => {
    const person = await newPerson();
    await expect(proposeMemory(person, "x".repeat(301))).rejects.toMatchObject({ code: "invalid" });
    const { proposalId } = await proposeMemory(person, "one too many");
    for (let number = 0; number < MAX_MEMORIES; number += 1) await remembered(person, `thing ${number}`);
    await expect(applyProposal(person, proposalId)).rejects.toMatchObject({ code: "conflict" });
    await expect(proposeMemory(person, "another")).rejects.toMatchObject({ code: "conflict" });
  });

  it("goes with the person", async () => {
    const person = await newPerson();
    await remembered(person, "Paid on the 15th");
    await database().delete(users).where(eq(users.id, person));
    expect(await listMemories(person)).toEqual([]);
  });

  it("is nothing in the demo household, which strangers share", async () => {
    const person = await newPerson();
    await database().update(users).set({ isDemo: true }).where(eq(users.id, person));
    await expect(proposeMemory(person, "My name is Dana")).rejects.toMatchObject({ code: "invalid" });
  });
});
