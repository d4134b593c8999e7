import { and, eq, or } from "drizzle-orm";
import fc from "fast-check";
import type { Transaction as BankRow } from "plaid";
import { v7 as newId } from "uuid";
import { describe, expect, it } from "vitest";
import { bankRows, newLink, newPerson, storedRows } from "../../tests/support/linked-bank";
import { proxiedBank } from "../../tests/support/proxied-bank";
import { getTransaction } from "../agent/tools/get-transaction";
import { editTransaction } from "../banking/edit-transaction";
import { syncItem } from "../banking/sync-item";
import type { SplitPart } from "../contract/proposals";
import { TransactionResult } from "../contract/results/transaction-result";
import { database } from "../db/client";
import { deleteAccount } from "../db/queries/accounts";
import { listSeries } from "../db/queries/recurring";
import { accounts } from "../db/schema/banks";
import { transactionEdits, transactions } from "../db/schema/transactions";
import { sumFlows } from "../domain/flow-sums";
import { EVERY_TRANSACTION } from "../domain/transaction-search";
import { openLedger } from "../insights/open-ledger";
import { undoProposal } from "../proposals/undo-proposal";
import { splitRow } from "./change-rows";
import { exportTransactions } from "./export-transactions";

const NOW = new Date("2026-11-29T12:00:00Z");

const proxy = await proxiedBank();

/** What the bank says next, besides its news: rows of which it has something new to tell, and those it takes back. */
function bankSays(news: { modified?: BankRow[]; removed?: { transaction_id: string }[] }): void {
  proxy.rewrite = (path, answer) =>
    path === "/transactions/sync" ? { ...answer, added: [], modified: [], removed: [], ...news } : answer;
}

async function linked() {
  const link = await newLink(1, 3);
  await syncItem(link.itemId);
  const rows = await storedRows(link.itemId);
  const row = rows.find(
    ({ category, pending, amountMinor }) => category === "groceries" && !pending && amountMinor < -1_000,
  );
  if (!row) throw new Error("no groceries");
  const bankRow = (await bankRows(link.itemId)).find((one) => one.transaction_id === row.plaidTransactionId);
  if (!bankRow) throw new Error("the bank lacks it");
  return { ...link, rows, row, bankRow };
}

const ledgerOf = (userId: string) => openLedger(userId, NOW);

const inParts = (wholeMinor: number): SplitPart[] => [
  { amountMinor: wholeMinor + 700, category: "groceries", note: null },
  { amountMinor: -500, category: "pets", note: "for Rex" },
  { amountMinor: -200, category: "coffee", note: null },
];

async function split(userId: string, id: string, parts: SplitPart[] | null, changeId = newId()) {
  await splitRow(userId, { changeId, id, parts }, await ledgerOf(userId), NOW);
  return changeId;
}

/** The row and its parts, the largest first. */
async function piecesOf(id: string) {
  const rows = await database()
    .select()
    .from(transactions)
    .where(or(eq(transactions.id, id), eq(transactions.partOfId, id)));
  return rows.sort((a, b) => a.amountMinor - b.amountMinor);
}

const sum = (rows: readonly { amountMinor: number }[]) =>
  rows.reduce((total, row) => total + row.amountMinor, 0);

const editOf = async (id: string) =>
  (await database().select().from(transactionEdits).where(eq(transactionEdits.transactionId, id)))[0];

describe("a row that its person splits", () => {
  it("counts under the categories of its parts, and in every other total as before", async () => {
    const { userId, row } = await linked();
    const ledger = await ledgerOf(userId);
    const totals = async () => {
      const kept = await Promise.all(
        (["none", "account", "month", "merchant"] as const).map((by) => ledger.sums({}, by)),
      );
      return kept.flat().map(({ flow, key, currency, netMinor }) => ({ flow, key, currency, netMinor }));
    };
    const before = await totals();
    const categories = fc.constantFrom("groceries", "pets", "coffee", "restaurants");
    const cut = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), categories), {
      minLength: 1,
      maxLength: 9,
    });
    await fc.assert(
      fc.asyncProperty(cut, categories, async (others, category) => {
        const parts = others.map(([size, of]) => ({ amountMinor: -size, category: of, note: null }));
        const changeId = await split(userId, row.id, [
          { amountMinor: row.amountMinor - sum(parts), category, note: null },
          ...parts,
        ]);
        const pieces = await piecesOf(row.id);
        expect(pieces).toHaveLength(parts.length + 1);
        expect(sum(pieces)).toBe(row.amountMinor);
        expect(await totals()).toEqual(before);
        const rows = await ledger.transactions({});
        expect(await ledger.sums({}, "category")).toEqual(sumFlows(rows, "category"));
        await undoProposal(userId, changeId, NOW);
        expect(await piecesOf(row.id)).toMatchObject([{ ...row, updatedAt: expect.any(Date) }]);
      }),
      { numRuns: 8 },
    );
  });

  it("tells of each part what it is a part of, in the list, in its details and in the file", async () => {
    const { userId, row } = await linked();
    await split(userId, row.id, inParts(row.amountMinor));
    const pieces = await piecesOf(row.id);
    const ledger = await ledgerOf(userId);
    const details = await ledger.details(pieces.map(({ id }) => id));
    const partOf = { id: row.id, amountMinor: row.amountMinor };
    expect(details.map((one) => one.partOf)).toEqual([partOf, partOf, partOf]);
    const told = await getTransaction(ledger, { id: pieces[1]?.id });
    expect(TransactionResult.parse(told).transactions[0]?.partOf?.amountMinor).toBe(row.amountMinor);
    const file: string[] = [];
    const wanted = { ...EVERY_TRANSACTION, merchants: [row.merchant], categories: ["pets"] };
    for await (const lines of exportTransactions(userId, wanted, ledger)) file.push(lines);
    expect(file.join("")).toContain(`for Rex,${(row.amountMinor / 100).toFixed(2)}`);
  });

  it("is one row again when joined, and as before the split when that is undone", async () => {
    const { userId, row } = await linked();
    await editTransaction(userId, row.id, { note: "mine", tags: ["home"] });
    await split(userId, row.id, inParts(row.amountMinor));
    const inPieces = await piecesOf(row.id);
    expect(await editOf(inPieces[1]?.id ?? "")).toMatchObject({
      category: "pets",
      note: "for Rex",
      tags: ["home"],
    });
    const joining = await split(userId, row.id, null);
    expect(await piecesOf(row.id)).toMatchObject([
      { amountMinor: row.amountMinor, wholeMinor: null, category: "groceries" },
    ]);
    expect(await editOf(row.id)).toMatchObject({ category: null, note: "mine", tags: ["home"] });
    await undoProposal(userId, joining, NOW);
    const meaning = ({ id, amountMinor, category, partOfId }: (typeof inPieces)[number]) => ({
      id,
      amountMinor,
      category,
      partOfId,
    });
    expect((await piecesOf(row.id)).map(meaning)).toEqual(inPieces.map(meaning));
  });

  it("is theirs, posted, in one piece, and its parts are all of it", async () => {
    const { userId, row, rows } = await linked();
    const parts = inParts(row.amountMinor);
    await expect(split(await newPerson(), row.id, parts)).rejects.toMatchObject({ code: "not_found" });
    await expect(split(userId, row.id, parts.slice(1))).rejects.toMatchObject({ code: "invalid" });
    await expect(split(userId, row.id, null)).rejects.toMatchObject({ code: "invalid" });
    const unknown = parts.map((part) => ({ ...part, category: "constructor" }));
    await expect(split(userId, row.id, unknown)).rejects.toMatchObject({ code: "invalid" });
    const pending = rows.find((one) => one.pending && one.amountMinor < -1_000);
    if (!pending) throw new Error("no pending row");
    await expect(split(userId, pending.id, inParts(pending.amountMinor))).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await piecesOf(row.id)).toHaveLength(1);
    await split(userId, row.id, parts);
    for (const { id, amountMinor } of await piecesOf(row.id)) {
      const halves = [amountMinor - -1, -1].map((part) => ({
        amountMinor: part,
        category: "pets",
        note: null,
      }));
      await expect(split(userId, id, halves)).rejects.toMatchObject({ code: "invalid" });
    }
  });

  it("is one purchase, of its whole amount, to whoever looks for unusual ones and for what comes back", async () => {
    const { userId, itemId, rows } = await linked();
    const before = await listSeries(database(), userId);
    const ofSeries = new Set(before.flatMap(({ transactionIds }) => transactionIds));
    const row = rows.find(({ id, amountMinor }) => ofSeries.has(id) && amountMinor < -1_000);
    if (!row) throw new Error("nothing comes back");
    await split(userId, row.id, [
      { amountMinor: row.amountMinor + 700, category: row.category, note: null },
      { amountMinor: -700, category: "pets", note: null },
    ]);
    const bare = (await (await ledgerOf(userId)).bareTransactions({ merchants: [row.merchant] })).filter(
      ({ date }) => date === row.date,
    );
    expect(bare.map(({ id, amountMinor }) => ({ id, amountMinor }))).toContainEqual({
      id: row.id,
      amountMinor: row.amountMinor,
    });
    await syncItem(itemId);
    expect(await listSeries(database(), userId)).toEqual(before);
  });
});

describe("when the bank speaks again of a row that is split", () => {
  it("keeps the parts while the amount is the same: they follow the row's day and text", async () => {
    const { userId, itemId, row, bankRow } = await linked();
    await split(userId, row.id, inParts(row.amountMinor));
    const said = { ...bankRow, name: "NEW NAME", date: "2026-11-20", authorized_date: "2026-11-20" };
    bankSays({ modified: [said] });
    await syncItem(itemId);
    const pieces = await piecesOf(row.id);
    expect(pieces.map(({ amountMinor }) => amountMinor)).toEqual([row.amountMinor + 700, -500, -200]);
    expect(pieces.map(({ category }) => category)).toEqual(["groceries", "pets", "coffee"]);
    expect(new Set(pieces.map(({ date, description }) => `${date} ${description}`))).toEqual(
      new Set(["2026-11-20 NEW NAME"]),
    );
  });

  it("takes the split back when the amount is another, and says so", async () => {
    const { userId, itemId, row, bankRow } = await linked();
    await editTransaction(userId, row.id, { note: "mine" });
    await split(userId, row.id, inParts(row.amountMinor));
    bankSays({ modified: [{ ...bankRow, amount: bankRow.amount + 1 }] });
    await syncItem(itemId);
    expect(await piecesOf(row.id)).toMatchObject([
      { amountMinor: row.amountMinor - 100, wholeMinor: null, category: "groceries", flow: "spending" },
    ]);
    const note = (await editOf(row.id))?.note ?? "";
    expect(note).toContain("no longer split");
    expect(note).toContain("mine");
    const ledger = await ledgerOf(userId);
    expect(await ledger.sums({}, "category")).toEqual(sumFlows(await ledger.transactions({}), "category"));
  });

  it("takes the parts away with the row", async () => {
    const { userId, itemId, row } = await linked();
    await split(userId, row.id, inParts(row.amountMinor));
    bankSays({ removed: [{ transaction_id: row.plaidTransactionId }] });
    await syncItem(itemId);
    expect(await piecesOf(row.id)).toEqual([]);
  });
});

it("the parts of a row go with its account", async () => {
  const { userId, itemId, row } = await linked();
  await split(userId, row.id, inParts(row.amountMinor));
  const [account] = await database().select().from(accounts).where(eq(accounts.id, row.accountId));
  await deleteAccount(database(), itemId, account?.plaidAccountId ?? "");
  const left = and(eq(transactions.userId, userId), eq(transactions.accountId, row.accountId));
  expect(await database().$count(transactions, left)).toBe(0);
  const ledger = await ledgerOf(userId);
  expect(await ledger.sums({}, "category")).toEqual(sumFlows(await ledger.transactions({}), "category"));
});
