import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { newLink, newPerson, storedRows } from "../../tests/support/linked-bank";
import { listMemories } from "../account/list-memories";
import { editTransaction } from "../banking/edit-transaction";
import { syncItem } from "../banking/sync-item";
import type { PersonEvent } from "../contract/events";
import type { ProposalKind, ProposedChange } from "../contract/proposals";
import { database } from "../db/client";
import { deleteConversationRow, touchConversation } from "../db/queries/conversations";
import { insertRun } from "../db/queries/runs";
import { categoryRules } from "../db/schema/category-rules";
import { budgets, goals, recurringMarks } from "../db/schema/planning";
import { proposals } from "../db/schema/proposals";
import { transactionEdits, transactions } from "../db/schema/transactions";
import { openLedger } from "../insights/open-ledger";
import { publishToPerson, subscribeToPerson } from "../stream/person-events";
import { applyProposal } from "./apply-proposal";
import { dismissProposal } from "./dismiss-proposal";
import { listProposals } from "./list-proposals";
import { propose } from "./propose";
import { undoProposal } from "./undo-proposal";

let userId: string;
let itemId: string;
let merchant: string;
let rows: Awaited<ReturnType<typeof storedRows>>;
beforeAll(async () => {
  ({ userId, itemId } = await newLink(1, 3));
  await syncItem(itemId);
  rows = (await storedRows(itemId)).filter(({ category, pending }) => category === "groceries" && !pending);
  merchant = rows[0]?.merchant ?? "";
});

async function newRun(person = userId) {
  const conversationId = newId();
  const run = { id: newId(), userId: person, conversationId, requestKey: newId() };
  await touchConversation(database(), { id: conversationId, userId: person, title: "Test" });
  await insertRun(database(), { ...run, userMessageId: newId(), assistantMessageId: newId() });
  return { runId: run.id, conversationId };
}

type Options = { runId?: string; callId?: string; now?: Date };

async function wish(
  change: ProposedChange,
  { runId, callId = randomUUID(), now = new Date() }: Options = {},
) {
  const ledger = await openLedger(userId, now);
  return propose(change, { userId, runId: runId ?? (await newRun()).runId, callId, ledger, now });
}

const ids = (count: number) => rows.slice(0, count).map(({ id }) => id);

const halvesOf = (wholeMinor: number) => [
  { amountMinor: wholeMinor - Math.trunc(wholeMinor / 3), category: "groceries", note: null },
  { amountMinor: Math.trunc(wholeMinor / 3), category: "pets", note: "for Rex" },
];

/** One of each kind, not made before. */
const CHANGES: Record<ProposalKind, () => ProposedChange> = {
  category: () => ({ kind: "category", transactionIds: ids(3), category: "transfer" }),
  rule: () => ({ kind: "rule", match: { by: "merchant", value: merchant }, category: "pets" }),
  budget: () => ({ kind: "budget", category: "groceries", currency: "USD", amountMinor: 40_000 }),
  goal: () => ({
    kind: "goal",
    name: "Bicycle",
    targetMinor: 90_000,
    currency: "USD",
    targetDate: null,
    accountId: null,
    savedMinor: 10_000,
  }),
  note: () => ({ kind: "note", transactionIds: ids(2), note: "for Rex", addTags: ["dog"] }),
  split: () => ({
    kind: "split",
    transactionId: ids(1)[0] ?? "",
    parts: halvesOf(rows[0]?.amountMinor ?? 0),
  }),
  recurring: () => ({ kind: "recurring", merchant, isRecurring: true, cadence: "weekly" }),
  memory: () => ({ kind: "memory", text: "I get paid on the 15th" }),
};
const KINDS = Object.keys(CHANGES) as ProposalKind[];

/** All money data of the person that a change could touch. */
async function everything() {
  const db = database();
  const [moved, edits, rules, budget, goal, marks, remembered] = await Promise.all([
    db
      .select({
        id: transactions.id,
        amountMinor: transactions.amountMinor,
        wholeMinor: transactions.wholeMinor,
        category: transactions.category,
        flow: transactions.flow,
        rule: transactions.ruleId,
      })
      .from(transactions)
      .where(eq(transactions.userId, userId))
      .orderBy(transactions.id),
    db
      .select()
      .from(transactionEdits)
      .where(eq(transactionEdits.userId, userId))
      .orderBy(transactionEdits.transactionId),
    db.select().from(categoryRules).where(eq(categoryRules.userId, userId)).orderBy(categoryRules.id),
    db.select().from(budgets).where(eq(budgets.userId, userId)),
    db.select().from(goals).where(eq(goals.userId, userId)),
    db.select().from(recurringMarks).where(eq(recurringMarks.userId, userId)),
    listMemories(userId),
  ]);
  const said = edits.map(({ updatedAt: _, ...edit }) => edit);
  return { moved, said, rules, budget, goal, marks, remembered };
}

describe.each(KINDS)("a proposed change of kind %s", (kind) => {
  it("changes nothing by itself, all that it says when applied, and nothing is left of it when undone", async () => {
    const before = await everything();
    const { proposalId, title, change } = await wish(CHANGES[kind]());
    expect(change).toBe(kind);
    expect(title).not.toBe("");
    expect(await everything()).toEqual(before);
    expect(await applyProposal(userId, proposalId)).toMatchObject({ state: "applied" });
    expect(await everything()).not.toEqual(before);
    expect(await undoProposal(userId, proposalId)).toMatchObject({ state: "undone" });
    expect(await everything()).toEqual(before);
    await expect(applyProposal(userId, proposalId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is applied and undone once, however many clicks come at the same time", async () => {
    const before = await everything();
    const { proposalId } = await wish(CHANGES[kind]());
    const clicks = <Result>(click: () => Promise<Result>) => Promise.all(Array.from({ length: 5 }, click));
    const applied = await clicks(() => applyProposal(userId, proposalId));
    const after = await everything();
    expect(new Set(applied.map(({ state }) => state))).toEqual(new Set(["applied"]));
    await applyProposal(userId, proposalId);
    expect(await everything()).toEqual(after);
    const undone = await clicks(() => undoProposal(userId, proposalId));
    expect(new Set(undone.map(({ state }) => state))).toEqual(new Set(["undone"]));
    expect(await everything()).toEqual(before);
  });

  it("is nobody else's to apply, undo, dismiss or see", async () => {
    const other = await newPerson();
    const { proposalId } = await wish(CHANGES[kind]());
    const before = await everything();
    for (const click of [applyProposal, undoProposal, dismissProposal]) {
      await expect(click(other, proposalId)).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await listProposals(other, [proposalId])).toEqual([]);
    expect(await everything()).toEqual(before);
    expect(await listProposals(userId, [proposalId])).toMatchObject([{ state: "proposed" }]);
  });

  it("cannot be applied after a week, nor once it is dismissed", async () => {
    const before = await everything();
    const now = new Date();
    const old = await wish(CHANGES[kind](), { now });
    const later = new Date(now.getTime() + 7 * 86_400_000);
    await expect(applyProposal(userId, old.proposalId, later)).rejects.toMatchObject({ code: "conflict" });
    expect(await listProposals(userId, [old.proposalId], later)).toMatchObject([{ state: "expired" }]);
    const unwanted = await wish(CHANGES[kind]());
    expect(await dismissProposal(userId, unwanted.proposalId)).toMatchObject({ state: "dismissed" });
    await expect(applyProposal(userId, unwanted.proposalId)).rejects.toMatchObject({ code: "conflict" });
    await expect(undoProposal(userId, unwanted.proposalId)).rejects.toMatchObject({ code: "conflict" });
    expect(await everything()).toEqual(before);
  });

  it("is the same proposal when another worker makes the same call again", async () => {
    const { runId } = await newRun();
    const again = { runId, callId: "call-1" };
    const made = await Promise.all(Array.from({ length: 4 }, () => wish(CHANGES[kind](), again)));
    expect(new Set(made.map(({ proposalId }) => proposalId)).size).toBe(1);
    const found = await database().select().from(proposals).where(eq(proposals.runId, runId));
    expect(found).toHaveLength(1);
  });
});

describe("a proposal", () => {
  it("is refused when a row has changed since it was shown, and its undo when the person has changed one since", async () => {
    const [first = ""] = ids(1);
    const stale = await wish(CHANGES.category());
    await editTransaction(userId, first, { category: "coffee" });
    await expect(applyProposal(userId, stale.proposalId)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("has changed since"),
    });
    const fresh = await wish(CHANGES.category());
    await applyProposal(userId, fresh.proposalId);
    await editTransaction(userId, first, { category: "restaurants" });
    const now = await everything();
    await expect(undoProposal(userId, fresh.proposalId)).rejects.toMatchObject({ code: "conflict" });
    expect(await everything()).toEqual(now);
    for (const id of ids(3)) await editTransaction(userId, id, { category: null });
  });

  it("is refused when another one has set the same budget meanwhile", async () => {
    const [one, other] = [
      await wish(CHANGES.budget()),
      await wish({ ...CHANGES.budget(), amountMinor: 1 } as ProposedChange),
    ];
    await applyProposal(userId, other.proposalId);
    await expect(applyProposal(userId, one.proposalId)).rejects.toMatchObject({ code: "conflict" });
    await undoProposal(userId, other.proposalId);
  });

  it("keeps what was said of a row before, and gives it back", async () => {
    const [first = ""] = ids(1);
    await editTransaction(userId, first, { category: "coffee", note: "mine", tags: ["a"] });
    const before = await everything();
    for (const change of [CHANGES.category(), CHANGES.note()]) {
      const { proposalId } = await wish(change);
      await applyProposal(userId, proposalId);
      const [edit] = (await everything()).said.filter(({ transactionId }) => transactionId === first);
      expect(edit?.tags).toContain("a");
      await undoProposal(userId, proposalId);
      expect(await everything()).toEqual(before);
    }
    await editTransaction(userId, first, { category: null, note: null, tags: [] });
  });

  it("of a rule counts the rows that it would move, and moves just those", async () => {
    const { proposalId, rowCount } = await wish(CHANGES.rule());
    await applyProposal(userId, proposalId);
    const moved = (await storedRows(itemId)).filter(({ ruleId }) => ruleId === proposalId);
    expect(moved).toHaveLength(rowCount);
    expect(rowCount).toBe((await storedRows(itemId)).filter((row) => row.merchant === merchant).length);
    await undoProposal(userId, proposalId);
  });

  it("says what it does to the totals of the month", async () => {
    const [row] = (await storedRows(itemId))
      .filter(({ flow }) => flow === "spending")
      .sort((a, b) => (a.date < b.date ? 1 : -1));
    if (!row) throw new Error("no spending");
    const now = new Date(`${row.date}T12:00:00Z`);
    const change: ProposedChange = { kind: "category", transactionIds: [row.id], category: "transfer" };
    const { effects, rows: shown, rowCount } = await wish(change, { now });
    expect([rowCount, shown?.map(({ id }) => id)]).toEqual([1, [row.id]]);
    const spending = effects.find(({ label }) => label === "All spending");
    expect((spending?.after.amountMinor ?? 0) - (spending?.before?.amountMinor ?? 0)).toBe(row.amountMinor);
  });

  it("is only made of what exists and is the person's", async () => {
    const foreign = await newLink(2, 3);
    await syncItem(foreign.itemId);
    const [theirs] = await storedRows(foreign.itemId);
    const { runId } = await newRun(foreign.userId);
    const budget = CHANGES.budget();
    const goal = CHANGES.goal();
    const refused: [unknown, string][] = [
      [{ kind: "category", transactionIds: [theirs?.id], category: "pets" }, "not_found"],
      [{ kind: "category", transactionIds: ids(1), category: "constructor" }, "invalid"],
      [{ kind: "category", transactionIds: ids(1), category: "groceries" }, "invalid"],
      [{ kind: "category", transactionIds: [], category: "pets" }, "invalid"],
      [{ kind: "note", transactionIds: [...ids(1), randomUUID()], note: "x" }, "not_found"],
      [{ ...budget, amountMinor: 0 }, "invalid"],
      [{ ...budget, amountMinor: 1.5 }, "invalid"],
      [{ ...budget, category: "salary" }, "invalid"],
      [{ ...budget, currency: "JPY" }, "invalid"],
      [{ ...goal, accountId: theirs?.accountId }, "not_found"],
      [{ ...goal, targetDate: "2020-01-01" }, "invalid"],
      [{ ...goal, targetDate: "2027-02-30" }, "invalid"],
      [{ kind: "recurring", merchant: "No such shop", isRecurring: true, cadence: null }, "not_found"],
      [{ kind: "rule", match: { by: "text", value: " x " }, category: "pets" }, "invalid"],
    ];
    for (const [change, code] of refused) {
      await expect(wish(change as ProposedChange), JSON.stringify(change)).rejects.toMatchObject({ code });
    }
    await expect(wish(budget, { runId })).rejects.toMatchObject({ code: "not_found" });
  });

  it("is told to the person's tabs when it is decided, and not when a click changes nothing", async () => {
    const heard: PersonEvent[] = [];
    const stop = await subscribeToPerson(
      userId,
      (event) => heard.push(event),
      () => undefined,
    );
    const { proposalId } = await wish(CHANGES.memory());
    await applyProposal(userId, proposalId);
    await applyProposal(userId, proposalId);
    await expect(dismissProposal(userId, proposalId)).rejects.toMatchObject({ code: "conflict" });
    await undoProposal(userId, proposalId);
    // Comes last, over the same connection: what was told before has been heard then.
    publishToPerson(userId, { type: "conversation-deleted", id: proposalId });
    await vi.waitFor(() => expect(heard.at(-1)?.type).toBe("conversation-deleted"));
    stop();
    expect(heard.slice(0, -1)).toEqual([
      { type: "proposal", id: proposalId },
      { type: "proposal", id: proposalId },
    ]);
  });

  it("comes at most ten times in one answer", async () => {
    const { runId } = await newRun();
    for (let index = 0; index < 10; index += 1) await wish(CHANGES.note(), { runId });
    await expect(wish(CHANGES.note(), { runId })).rejects.toMatchObject({ code: "invalid" });
  });

  it("goes with its conversation; what was applied stays", async () => {
    const { runId, conversationId } = await newRun();
    const { proposalId } = await wish(CHANGES.budget(), { runId });
    await applyProposal(userId, proposalId);
    await deleteConversationRow(database(), userId, conversationId);
    expect(await listProposals(userId, [proposalId])).toEqual([]);
    expect((await everything()).budget).toHaveLength(1);
  });
});
