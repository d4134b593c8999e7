import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import fc from "fast-check";
import { v7 as newId } from "uuid";
import { afterAll, describe, expect, it } from "vitest";
import { newLink, newPerson, setToday, storedRows } from "../../../tests/support/linked-bank";
import { storedAccount, storedBank, storedRowsOn } from "../../../tests/support/stored-bank";
import { wrongSums } from "../../../tests/support/wrong-sums";
import { confirmImport } from "../../banking/confirm-import";
import { editTransaction } from "../../banking/edit-transaction";
import { syncItem } from "../../banking/sync-item";
import { undoImport } from "../../banking/undo-import";
import { unlinkItem } from "../../banking/unlink-item";
import { addDays } from "../../domain/calendar";
import { FLOWS } from "../../domain/transaction";
import { openLedger } from "../../insights/open-ledger";
import { applyProposal } from "../../proposals/apply-proposal";
import { propose } from "../../proposals/propose";
import { undoProposal } from "../../proposals/undo-proposal";
import { closeQueues } from "../../queue/enqueue";
import { closeDatabase, database } from "../client";
import { accounts } from "../schema/banks";
import { flowSums } from "../schema/flow-sums";
import { users } from "../schema/people";
import { transactions } from "../schema/transactions";
import { touchConversation } from "./conversations";
import { insertRun } from "./runs";

afterAll(() => Promise.all([closeQueues(), closeDatabase()]));

const keptOf = (userId: string) => database().$count(flowSums, eq(flowSums.userId, userId));

const aRow = fc.record({
  date: fc.integer({ min: 0, max: 70 }).map((day) => addDays("2024-11-25", day)),
  amountMinor: fc.constantFrom(-500, -1, 0, 1, 700),
  currency: fc.constantFrom("USD", "JPY"),
  merchant: fc.constantFrom("", "Café", "Shop"),
  category: fc.constantFrom("groceries", "coffee"),
  flow: fc.constantFrom(...FLOWS),
  pending: fc.boolean(),
});
const someRows = fc.array(aRow, { minLength: 1, maxLength: 12 });
const aPlace = fc.nat({ max: 1_000 });

const aWrite = fc.oneof(
  fc.record({ kind: fc.constant("insert" as const), rows: someRows, place: aPlace }),
  fc.record({
    kind: fc.constant("update" as const),
    to: aRow.chain((row) => fc.subarray(Object.entries(row), { minLength: 1 })).map(Object.fromEntries),
    place: aPlace,
    count: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({ kind: fc.constant("move" as const), place: aPlace, count: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ kind: fc.constant("upsert" as const), rows: someRows, place: aPlace }),
  fc.record({
    kind: fc.constant("delete" as const),
    place: aPlace,
    count: fc.integer({ min: 1, max: 6 }),
    isUndone: fc.boolean(),
  }),
);

describe("kept sums", () => {
  it("are what the rows come to after any statements of one or many rows", async () => {
    const bank = await storedBank();
    const own = [await storedAccount(bank), await storedAccount(bank, { type: "credit" })];
    await fc.assert(
      fc.asyncProperty(fc.array(aWrite, { minLength: 1, maxLength: 8 }), async (writes) => {
        await database().delete(transactions).where(eq(transactions.userId, bank.userId));
        expect(await keptOf(bank.userId)).toBe(0);
        for (const write of writes) {
          const rows = await database()
            .select()
            .from(transactions)
            .where(eq(transactions.userId, bank.userId))
            .orderBy(transactions.id);
          const account = own[write.place % own.length] as (typeof own)[0];
          const at = rows.length === 0 ? 0 : write.place % rows.length;
          const some = "count" in write ? rows.slice(at, at + write.count).map(({ id }) => id) : [];
          const chosen = inArray(transactions.id, [randomUUID(), ...some]);
          if (write.kind === "insert") await storedRowsOn(account, write.rows);
          if (write.kind === "update") await database().update(transactions).set(write.to).where(chosen);
          if (write.kind === "move")
            await database().update(transactions).set({ accountId: account.id }).where(chosen);
          if (write.kind === "upsert") {
            const values = write.rows.map((row, index) => ({
              ...{ userId: bank.userId, itemId: bank.itemId, accountId: account.id, postedDate: row.date },
              ...{ plaidTransactionId: `row ${index}`, description: "SHOP", ...row },
            }));
            await database()
              .insert(transactions)
              .values(values)
              .onConflictDoUpdate({
                target: [transactions.itemId, transactions.plaidTransactionId],
                set: {
                  date: sql`excluded.date`,
                  amountMinor: sql`excluded.amount_minor`,
                  category: sql`excluded.category`,
                  pending: sql`excluded.pending`,
                },
              });
          }
          if (write.kind === "delete") {
            await database()
              .transaction(async (tx) => {
                await tx.delete(transactions).where(chosen);
                if (write.isUndone) tx.rollback();
              })
              .catch((error) => {
                if (!write.isUndone) throw error;
              });
          }
          expect(await wrongSums(bank.userId)).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it("are right after a reading, an edit, a rule that is taken back, an import and its undoing, and go with the bank", async () => {
    const { userId, itemId } = await newLink(1, 3);
    await syncItem(itemId);
    expect(await keptOf(userId)).toBeGreaterThan(50);
    expect(await wrongSums(userId)).toEqual([]);

    await setToday(itemId, addDays((await openLedger(userId, new Date())).today, 5));
    await syncItem(itemId);
    expect(await wrongSums(userId)).toEqual([]);

    const [row] = (await storedRows(itemId)).filter(
      ({ category, pending }) => category === "groceries" && !pending,
    );
    if (!row) throw new Error("no groceries");
    await editTransaction(userId, row.id, { category: "transfer" });
    expect(await wrongSums(userId)).toEqual([]);

    const proposalId = await ruleFor(userId, row.merchant);
    await applyProposal(userId, proposalId);
    expect(await wrongSums(userId)).toEqual([]);
    await undoProposal(userId, proposalId);
    expect(await wrongSums(userId)).toEqual([]);

    const person = { id: userId, timeZone: "UTC" };
    const [account] = await database().select().from(accounts).where(eq(accounts.itemId, itemId)).limit(1);
    const importId = randomUUID();
    await confirmImport(
      person,
      {
        name: "old.csv",
        bytes: new TextEncoder().encode("Date,Description,Amount\n2019-03-02,Village Store,-12.50\n"),
      },
      {
        importId,
        overrides: {},
        target: { kind: "existing", accountId: account?.id ?? "" },
        statedBalance: "",
        choices: { include: [], exclude: [] },
      },
    );
    expect(await wrongSums(userId)).toEqual([]);
    await undoImport(person, importId);
    expect(await wrongSums(userId)).toEqual([]);

    await unlinkItem(userId, itemId);
    expect(await keptOf(userId)).toBe(0);
  }, 60_000);

  it("go with the person, and with an account, whichever is deleted first", async () => {
    const bank = await storedBank();
    const [first, second] = [await storedAccount(bank), await storedAccount(bank)];
    for (const account of [first, second])
      await storedRowsOn(account, [{ date: "2026-01-31", amountMinor: -5 }]);
    await database().delete(accounts).where(eq(accounts.id, first.id));
    expect(await keptOf(bank.userId)).toBe(2);
    await database().delete(users).where(eq(users.id, bank.userId));
    expect(await keptOf(bank.userId)).toBe(0);
  });

  it("of one person are not touched by another's rows", async () => {
    const [mine, theirs] = [await storedBank(), await storedBank({ userId: await newPerson() })];
    await storedRowsOn(await storedAccount(mine), [{ date: "2026-01-31", amountMinor: -5 }]);
    await storedRowsOn(await storedAccount(theirs), [{ date: "2026-01-31", amountMinor: -7 }]);
    expect(
      (await database().select().from(flowSums).where(eq(flowSums.userId, mine.userId)))[0],
    ).toMatchObject({
      netMinor: -5,
      rowCount: 1,
    });
  });
});

async function ruleFor(userId: string, merchant: string): Promise<string> {
  const run = { id: newId(), userId, conversationId: newId(), requestKey: newId() };
  await touchConversation(database(), { id: run.conversationId, userId, title: "Test" });
  await insertRun(database(), { ...run, userMessageId: newId(), assistantMessageId: newId() });
  const now = new Date();
  const ledger = await openLedger(userId, now);
  const change = { kind: "rule", match: { by: "merchant", value: merchant }, category: "pets" } as const;
  const { proposalId } = await propose(change, { userId, runId: run.id, callId: randomUUID(), ledger, now });
  return proposalId;
}
