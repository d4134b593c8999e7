import { eq } from "drizzle-orm";
import type { Transaction } from "plaid";
import { describe, expect, it } from "vitest";
import { bankRows, newLink, newPerson, setToday, storedRows } from "../../tests/support/linked-bank";
import { proxiedBank } from "../../tests/support/proxied-bank";
import { database } from "../db/client";
import { transactionEdits } from "../db/schema/transactions";
import { editTransaction } from "./edit-transaction";
import { syncItem } from "./sync-item";

const proxy = await proxiedBank();

type Page = { added: Transaction[]; modified: Transaction[]; removed: { transaction_id: string }[] };
type Change = (page: Page) => Page;

/** Changes what the bank says in each page of an update. */
function rewritePages(change: Change): void {
  proxy.rewrite = (path, answer) =>
    path === "/transactions/sync" ? { ...answer, ...change(answer as Page & typeof answer) } : answer;
}

const editOf = async (transactionId: string) =>
  (
    await database().select().from(transactionEdits).where(eq(transactionEdits.transactionId, transactionId))
  )[0];
const rowOf = async (itemId: string, id: string) => (await storedRows(itemId)).find((row) => row.id === id);

/** A bank with a pending purchase that will post. */
async function withPending() {
  const link = await newLink(1, 3);
  await syncItem(link.itemId);
  const pending = (await storedRows(link.itemId)).filter((row) => row.pending && row.amountMinor < 0);
  return { ...link, pending };
}

describe("what a person says about a row", () => {
  it("stays with the row, under the same id, when it posts, and the bank's own word beside it", async () => {
    const { userId, itemId, pending } = await withPending();
    for (const { id } of pending) {
      await editTransaction(userId, id, { category: "pets", note: " for Rex ", tags: ["dog", "dog", " "] });
    }
    await setToday(itemId, "2026-12-10");
    await syncItem(itemId);
    const named = new Set((await bankRows(itemId)).map((row) => row.pending_transaction_id));
    const posted = pending.filter((row) => named.has(row.plaidTransactionId));
    expect(posted.length).toBeGreaterThan(0);
    for (const before of posted) {
      expect(await rowOf(itemId, before.id)).toMatchObject({
        pending: false,
        pendingPlaidTransactionId: before.plaidTransactionId,
        category: "pets",
        flow: "spending",
        plaidCategoryDetailed: before.plaidCategoryDetailed,
      });
      expect(await editOf(before.id)).toMatchObject({ category: "pets", note: "for Rex", tags: ["dog"] });
    }
  });

  it("moves to the one posted row that can be meant when the bank names no pending one", async () => {
    const { userId, itemId, pending } = await withPending();
    for (const { id } of pending) await editTransaction(userId, id, { category: "pets" });
    await setToday(itemId, "2026-12-10");
    const links = new Map(
      (await bankRows(itemId)).map((row) => [
        row.pending_transaction_id ?? "",
        { id: row.transaction_id, cents: Math.round(-row.amount * 100) },
      ]),
    );
    rewritePages((page) => ({
      ...page,
      added: page.added.map((row) => ({ ...row, pending_transaction_id: null })),
    }));
    await syncItem(itemId);
    const stored = await storedRows(itemId);
    let moved = 0;
    for (const before of pending) {
      const after = links.get(before.plaidTransactionId);
      if (!after || after.cents !== before.amountMinor) continue;
      const row = stored.find(({ plaidTransactionId }) => plaidTransactionId === after.id);
      const twins = stored.filter(
        ({ accountId, amountMinor, pending: waits }) =>
          !waits && accountId === before.accountId && amountMinor === before.amountMinor,
      );
      if (!row || twins.length > 1) continue;
      moved += 1;
      expect(row.id).not.toBe(before.id);
      expect(row.category).toBe("pets");
      expect(await editOf(row.id)).toMatchObject({ category: "pets", userId });
    }
    expect(moved).toBeGreaterThan(0);
  });

  it("is not given to either of two posted rows that can be meant", async () => {
    const { userId, itemId, pending } = await withPending();
    const [chosen] = pending;
    if (!chosen) throw new Error("no pending row");
    await editTransaction(userId, chosen.id, { category: "pets" });
    const original = (await bankRows(itemId)).find((row) => row.transaction_id === chosen.plaidTransactionId);
    if (!original) throw new Error("the bank lacks it");
    const twin = (id: string) => ({
      ...original,
      transaction_id: id,
      pending: false,
      pending_transaction_id: null,
    });
    let isFirst = true;
    rewritePages((page) => {
      if (!isFirst) return page;
      isFirst = false;
      return { added: [twin("twin-1"), twin("twin-2")], modified: [], removed: [original] };
    });
    await syncItem(itemId);
    const twins = (await storedRows(itemId)).filter((row) => row.plaidTransactionId.startsWith("twin-"));
    expect(twins).toHaveLength(2);
    expect(twins.map(({ category }) => category)).not.toContain("pets");
    expect(await rowOf(itemId, chosen.id)).toBeUndefined();
  });

  it("outlives every later word of the bank, and ends when the person takes it back", async () => {
    const { userId, itemId, pending } = await withPending();
    const row = (await storedRows(itemId)).find(
      ({ flow, category }) => flow === "spending" && category === "groceries",
    );
    if (!row) throw new Error("no groceries");
    expect(pending.length).toBeGreaterThan(0);
    await editTransaction(userId, row.id, { category: "transfer" });
    expect(await rowOf(itemId, row.id)).toMatchObject({ category: "transfer", flow: "transfer" });
    const said = (await bankRows(itemId)).find(({ transaction_id: id }) => id === row.plaidTransactionId);
    if (!said) throw new Error("the bank lacks it");
    rewritePages((page) => ({ ...page, modified: [...page.modified, { ...said, name: "NEW NAME" }] }));
    await syncItem(itemId);
    expect(await rowOf(itemId, row.id)).toMatchObject({
      category: "transfer",
      flow: "transfer",
      description: "NEW NAME",
    });
    await editTransaction(userId, row.id, { category: null });
    expect(await rowOf(itemId, row.id)).toMatchObject({ category: "groceries", flow: "spending" });
    expect(await editOf(row.id)).toBeUndefined();
  });

  it("changes only what is said", async () => {
    const { userId, pending } = await withPending();
    const id = pending[0]?.id ?? "";
    await editTransaction(userId, id, { category: "pets", note: "one" });
    await editTransaction(userId, id, { tags: ["two"] });
    expect(await editOf(id)).toMatchObject({ category: "pets", note: "one", tags: ["two"] });
  });

  it("is said by the owner alone, in words that exist", async () => {
    const { userId, pending } = await withPending();
    const id = pending[0]?.id ?? "";
    const edit = (who: string, what: Parameters<typeof editTransaction>[2]) => editTransaction(who, id, what);
    await expect(edit(await newPerson(), { note: "mine" })).rejects.toMatchObject({ code: "not_found" });
    await expect(edit(userId, { category: "constructor" })).rejects.toMatchObject({ code: "invalid" });
    await expect(edit(userId, { note: "x".repeat(1_001) })).rejects.toMatchObject({ code: "invalid" });
    expect(await editOf(id)).toBeUndefined();
  });
});
