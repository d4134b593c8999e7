import { randomUUID } from "node:crypto";
import type { Transaction } from "plaid";
import { describe, expect, it } from "vitest";
import { bankRows, newLink, newPerson, setToday, storedRows } from "../../tests/support/linked-bank";
import { proxiedBank } from "../../tests/support/proxied-bank";
import { database } from "../db/client";
import { insertRule } from "../db/queries/category-rules";
import { applyRules } from "./apply-rules";
import { editTransaction } from "./edit-transaction";
import { syncItem } from "./sync-item";

const proxy = await proxiedBank();

type Page = { added: Transaction[]; modified: Transaction[] };

/** Changes what the bank says in each page of an update. */
function rewritePages(change: (page: Page) => Page): void {
  proxy.rewrite = (path, answer) =>
    path === "/transactions/sync" ? { ...answer, ...change(answer as Page & typeof answer) } : answer;
}

const addRule = (userId: string, match: { by: "merchant" | "text"; value: string }, category: string) =>
  insertRule(database(), {
    id: randomUUID(),
    userId,
    matchBy: match.by,
    matchValue: match.value,
    category,
  });

const apply = (userId: string) => database().transaction((tx) => applyRules(tx, userId, "all"));

/** A bank with its most frequent merchant of groceries. */
async function withMerchant() {
  const link = await newLink(1, 3);
  await syncItem(link.itemId);
  const counts = new Map<string, number>();
  for (const { merchant, category } of await storedRows(link.itemId)) {
    if (category === "groceries") counts.set(merchant, (counts.get(merchant) ?? 0) + 1);
  }
  const [merchant = ""] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return {
    ...link,
    merchant,
    rowsOf: async () => (await storedRows(link.itemId)).filter((row) => row.merchant === merchant),
  };
}

describe("a person's rules", () => {
  it("give their category to the rows that a reading brings, and to those that are there", async () => {
    const { userId, itemId, merchant, rowsOf } = await withMerchant();
    await addRule(userId, { by: "merchant", value: merchant.toUpperCase() }, "pets");
    await apply(userId);
    const before = await rowsOf();
    expect(new Set(before.map(({ category }) => category))).toEqual(new Set(["pets"]));
    const [said] = (await bankRows(itemId)).filter(
      ({ transaction_id: id }) => id === before[0]?.plaidTransactionId,
    );
    if (!said) throw new Error("the bank lacks it");
    rewritePages((page) => ({
      ...page,
      added: [...page.added, { ...said, transaction_id: "new-one" }],
      modified: [...page.modified, { ...said, amount: said.amount + 1 }],
    }));
    await syncItem(itemId);
    const after = await rowsOf();
    expect(after).toHaveLength(before.length + 1);
    expect(new Set(after.map(({ category, flow }) => `${category} ${flow}`))).toEqual(
      new Set(["pets spending"]),
    );
  });

  it("stay with a pending row that posts", async () => {
    const { userId, itemId } = await withMerchant();
    const pending = (await storedRows(itemId)).filter((row) => row.pending && row.amountMinor < 0);
    for (const { merchant } of pending) await addRule(userId, { by: "merchant", value: merchant }, "pets");
    await apply(userId);
    await setToday(itemId, "2026-12-10");
    await syncItem(itemId);
    const posted = (await storedRows(itemId)).filter(
      (row) => pending.some(({ id }) => id === row.id) && !row.pending,
    );
    expect(posted.length).toBeGreaterThan(0);
    expect(new Set(posted.map(({ category }) => category))).toEqual(new Set(["pets"]));
  });

  it("give way to what the person says of a row, and come back when that is taken back", async () => {
    const { userId, merchant, rowsOf } = await withMerchant();
    const [{ id } = { id: "" }] = await rowsOf();
    const categoryNow = async () => (await rowsOf()).find((row) => row.id === id)?.category;
    await editTransaction(userId, id, { category: "coffee" });
    await addRule(userId, { by: "merchant", value: merchant }, "pets");
    await apply(userId);
    expect(await categoryNow()).toBe("coffee");
    await editTransaction(userId, id, { category: null });
    expect(await categoryNow()).toBe("pets");
  });

  it("count from the newest on, treat marks as text, and touch no other person's rows", async () => {
    const { userId, merchant, rowsOf } = await withMerchant();
    const other = await newPerson();
    const untouched = await rowsOf();
    await addRule(other, { by: "merchant", value: merchant }, "pets");
    await addRule(userId, { by: "text", value: "%%" }, "pets");
    await apply(other);
    await apply(userId);
    expect(await rowsOf()).toEqual(untouched);
    await addRule(userId, { by: "merchant", value: merchant }, "pets");
    await addRule(userId, { by: "text", value: merchant.slice(1, 5) }, "transfer");
    await apply(userId);
    const now = await rowsOf();
    expect(new Set(now.map(({ category, flow }) => `${category} ${flow}`))).toEqual(
      new Set(["transfer transfer"]),
    );
  });
});
