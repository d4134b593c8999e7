import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { newLink, newPerson } from "../../tests/support/linked-bank";
import type { ConfirmImport } from "../contract/imports";
import { closeDatabase, database } from "../db/client";
import { dailyBalances } from "../db/schema/balances";
import { accounts, items } from "../db/schema/banks";
import { imports, transactions } from "../db/schema/transactions";
import { addDays } from "../domain/calendar";
import { closeQueues } from "../queue/enqueue";
import { confirmImport } from "./confirm-import";
import { listConnections } from "./list-connections";
import { listImports } from "./list-imports";
import { previewImport } from "./preview-import";
import { syncItem } from "./sync-item";
import { undoImport } from "./undo-import";

const now = new Date("2026-11-24T12:00:00Z");

type Line = { date: string; text: string; cents: number };

afterAll(async () => {
  await Promise.all([closeQueues(), closeDatabase()]);
});

const person = async () => ({ id: await newPerson(), timeZone: "UTC" });

const amountOf = (cents: number) => `${cents < 0 ? "-" : ""}${(Math.abs(cents) / 100).toFixed(2)}`;

function fileOf(lines: readonly Line[], name = "export.csv") {
  const rows = lines.map(({ date, text, cents }) => `${date},${text},${amountOf(cents)}`);
  return { name, bytes: new TextEncoder().encode(["Date,Description,Amount", ...rows, ""].join("\n")) };
}

const target = {
  kind: "new",
  institutionName: "Village Bank",
  accountName: "Everyday",
  type: "depository",
  currency: "USD",
} as const;

const wishes = (changes: Partial<ConfirmImport> = {}): ConfirmImport => ({
  importId: randomUUID(),
  overrides: {},
  target,
  statedBalance: "",
  choices: { include: [], exclude: [] },
  ...changes,
});

const LINES: Line[] = [
  { date: "2026-11-02", text: "Village Store", cents: -1250 },
  { date: "2026-11-03", text: "ACME PAYROLL", cents: 200000 },
  { date: "2026-11-05", text: "Tram", cents: -240 },
  { date: "2026-11-05", text: "Tram", cents: -240 },
];

async function everythingOf(userId: string) {
  const db = database();
  const own = await db.select().from(accounts).where(eq(accounts.userId, userId)).orderBy(accounts.id);
  return {
    items: (await db.select().from(items).where(eq(items.userId, userId))).map(({ id }) => id),
    accounts: own.map(({ id, currentMinor }) => [id, currentMinor]),
    imports: (await db.select().from(imports).where(eq(imports.userId, userId))).map(({ id }) => id),
    rows: (
      await db.select().from(transactions).where(eq(transactions.userId, userId)).orderBy(transactions.id)
    ).map(({ updatedAt, ...row }) => row),
    days: (
      await Promise.all(
        own.map(({ id }) => db.select().from(dailyBalances).where(eq(dailyBalances.accountId, id))),
      )
    ).flat(),
  };
}

const rowsOf = async (userId: string) =>
  (await everythingOf(userId)).rows
    .map(({ date, description, amountMinor }) => `${date} ${description} ${amountMinor}`)
    .sort();

describe("importing a file", () => {
  it("writes nothing before the confirmation, and then just what the preview showed", async () => {
    const me = await person();
    const preview = await previewImport(me, fileOf(LINES), wishes(), now);
    expect(await everythingOf(me.id)).toEqual({ items: [], accounts: [], imports: [], rows: [], days: [] });
    expect(preview).toMatchObject({
      format: "UTF-8, separated by commas",
      missing: [],
      counts: { rows: 4, fresh: 4, duplicates: 0, problems: 0 },
      totals: { moneyIn: { amountMinor: 200000 }, moneyOut: { amountMinor: -1730 } },
      period: { start: "2026-11-02", end: "2026-11-05" },
    });
    const result = await confirmImport(me, fileOf(LINES), wishes(), now);
    expect(result).toMatchObject({ imported: 4, institutionName: "Village Bank", accountName: "Everyday" });
    const { rows } = await everythingOf(me.id);
    const shown = preview.rows
      .map(({ date, merchant, amount }) => `${date} ${merchant} ${amount.amountMinor}`)
      .sort();
    expect(rows.map((row) => `${row.date} ${row.merchant} ${row.amountMinor}`).sort()).toEqual(shown);
    expect(rows.find(({ description }) => description === "ACME PAYROLL")).toMatchObject({
      flow: "income",
      category: "salary",
      pending: false,
      currency: "USD",
    });
    const [connection] = await listConnections(me.id);
    expect(connection).toMatchObject({ source: "file", status: "active", problem: null, reading: null });
    expect(connection?.accounts).toMatchObject([{ name: "Everyday", balance: null }]);
    expect(await listImports(me.id)).toMatchObject([{ fileName: "export.csv", rowCount: 4 }]);
  });

  it("is done once, however often it is confirmed at the same time", async () => {
    const me = await person();
    const wish = wishes();
    const results = await Promise.all([1, 2, 3].map(() => confirmImport(me, fileOf(LINES), wish, now)));
    expect(results.map(({ imported }) => imported)).toEqual([4, 4, 4]);
    expect((await everythingOf(me.id)).rows.length).toBe(4);
  });

  it("takes equal lines of one file as different payments, and knows all of them again", async () => {
    const me = await person();
    await confirmImport(me, fileOf(LINES), wishes(), now);
    const again = await previewImport(me, fileOf([...LINES, LINES[3] as Line]), wishes(), now);
    expect(again.rows.map(({ line, duplicate }) => [line, duplicate])).toEqual([
      [2, "imported"],
      [3, "imported"],
      [4, "imported"],
      [5, "imported"],
      [6, null],
    ]);
    await confirmImport(me, fileOf([...LINES, LINES[3] as Line]), wishes(), now);
    expect((await rowsOf(me.id)).filter((row) => row.includes("Tram")).length).toBe(3);
    await expect(confirmImport(me, fileOf(LINES), wishes(), now)).rejects.toMatchObject({
      code: "invalid",
      message: "All rows of this file are here already, so nothing was imported.",
    });
  });

  it("follows the person: a duplicate that they take, a new row that they leave out", async () => {
    const me = await person();
    await confirmImport(me, fileOf(LINES.slice(0, 1)), wishes(), now);
    const choices = { include: [2], exclude: [4, 5] };
    const { imported } = await confirmImport(me, fileOf(LINES), wishes({ choices }), now);
    expect(imported).toBe(2);
    expect(await rowsOf(me.id)).toEqual([
      "2026-11-02 Village Store -1250",
      "2026-11-02 Village Store -1250",
      "2026-11-03 ACME PAYROLL 200000",
    ]);
  });

  it("marks a row of the same day and amount that another export calls by other words", async () => {
    const me = await person();
    await confirmImport(me, fileOf(LINES.slice(0, 1)), wishes(), now);
    const other = [{ date: "2026-11-02", text: "VILLAGE STORE 0042", cents: -1250 }];
    const preview = await previewImport(me, fileOf(other), wishes(), now);
    expect(preview.rows.map(({ duplicate }) => duplicate)).toEqual(["similar"]);
  });

  it("keeps the balance that the newest file states, and the one before it after an undo", async () => {
    const me = await person();
    const balanceOf = async () =>
      (await listConnections(me.id))[0]?.accounts[0]?.balance?.amountMinor ?? null;
    await confirmImport(me, fileOf(LINES), wishes({ statedBalance: "1,982.70" }), now);
    expect(await balanceOf()).toBe(198270);
    const file = {
      name: "b.csv",
      bytes: new TextEncoder().encode(
        "Date,Description,Amount,Balance\n2026-11-10,Kiosk,-2.70,1980.00\n2026-11-11,Cafe,-5.00,1975.00\n",
      ),
    };
    const second = await confirmImport(me, file, wishes(), now);
    expect(await balanceOf()).toBe(197500);
    await undoImport(me, second.importId, now);
    expect(await balanceOf()).toBe(198270);
  });

  it("says what it cannot read", async () => {
    const me = await person();
    await expect(
      confirmImport(me, fileOf(LINES), wishes({ statedBalance: "lots" }), now),
    ).rejects.toMatchObject({
      code: "invalid",
    });
    const undated = {
      name: "x.csv",
      bytes: new TextEncoder().encode("Date,Description,Amount\n03/04/2026,a,-1.00\n"),
    };
    await expect(confirmImport(me, undated, wishes(), now)).rejects.toThrow("Say how the dates are written.");
    expect((await everythingOf(me.id)).items).toEqual([]);
  });
});

describe("taking an import back", () => {
  it("leaves what was there before: rows, meanings, balances, account and bank", async () => {
    const me = await person();
    await confirmImport(me, fileOf(LINES, "first.csv"), wishes({ statedBalance: "10.00" }), now);
    const before = await everythingOf(me.id);
    const more = [
      { date: "2026-11-08", text: "Transfer to savings", cents: -5000 },
      { date: "2026-11-05", text: "Tram", cents: -240 },
    ];
    const { importId } = await confirmImport(
      me,
      fileOf(more),
      wishes({ choices: { include: [3], exclude: [] } }),
      now,
    );
    expect((await everythingOf(me.id)).rows.length).toBe(6);
    await undoImport(me, importId, now);
    expect(await everythingOf(me.id)).toEqual(before);
    await expect(undoImport(me, importId, now)).rejects.toMatchObject({ code: "not_found" });
    const [first] = await listImports(me.id);
    await undoImport(me, first?.id ?? "", now);
    expect(await everythingOf(me.id)).toEqual({ items: [], accounts: [], imports: [], rows: [], days: [] });
  });

  it("is for its owner alone", async () => {
    const [me, other] = [await person(), await person()];
    const { importId } = await confirmImport(me, fileOf(LINES), wishes(), now);
    await expect(undoImport(other, importId, now)).rejects.toMatchObject({ code: "not_found" });
    await expect(confirmImport(other, fileOf(LINES), wishes({ importId }), now)).rejects.toMatchObject({
      code: "conflict",
    });
    const [mine] = (await listConnections(me.id))[0]?.accounts ?? [];
    const theirs = wishes({ target: { kind: "existing", accountId: mine?.id ?? "" } });
    await expect(previewImport(other, fileOf(LINES), theirs, now)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("laws", () => {
  const lines = fc.array(
    fc.record({
      date: fc.integer({ min: 0, max: 20 }).map((days) => addDays("2026-10-01", days)),
      text: fc.constantFrom("Store", "Tram", "Payroll Acme", "Transfer to savings", "ATM withdrawal"),
      cents: fc.integer({ min: -300, max: 300 }).filter((cents) => cents !== 0),
    }),
    { minLength: 1, maxLength: 25 },
  );

  it("importing twice is importing once, and undoing is never having imported", async () => {
    await fc.assert(
      fc.asyncProperty(lines, async (ledger) => {
        const me = await person();
        const { importId } = await confirmImport(me, fileOf(ledger), wishes(), now);
        const expected = ledger.map(({ date, text, cents }) => `${date} ${text} ${cents}`).sort();
        expect(await rowsOf(me.id)).toEqual(expected);
        const again = await previewImport(me, fileOf([...ledger].reverse()), wishes(), now);
        expect(again.counts).toMatchObject({ fresh: 0, duplicates: ledger.length });
        await undoImport(me, importId, now);
        expect(await everythingOf(me.id)).toEqual({
          items: [],
          accounts: [],
          imports: [],
          rows: [],
          days: [],
        });
      }),
      { numRuns: 15 },
    );
  });
});

describe("a file for a connected bank", () => {
  it("has its rows marked that the bank has, or will bring itself; older ones can be added and taken back", async () => {
    const { userId, itemId } = await newLink(5, 2);
    await syncItem(itemId);
    const me = { id: userId, timeZone: "UTC" };
    const before = await everythingOf(userId);
    const accountId = before.rows[0]?.accountId ?? "";
    const known = before.rows.filter((row) => row.accountId === accountId && !row.pending).slice(0, 5);
    const newest = before.rows
      .filter((row) => row.accountId === accountId)
      .map(({ date }) => date)
      .sort()
      .at(-1) as string;
    const shifted = known.map(({ date, amountMinor }) => ({
      date: addDays(date, 1),
      text: "Seen",
      cents: amountMinor,
    }));
    const file = fileOf([
      ...shifted,
      { date: addDays(newest, 1), text: "Tomorrow", cents: -123456 },
      { date: "2020-01-05", text: "Long ago", cents: -777 },
    ]);
    const wish = wishes({ target: { kind: "existing", accountId } });
    const preview = await previewImport(me, file, wish, now);
    const reasons = new Map(preview.rows.map(({ merchant, duplicate }) => [merchant, duplicate]));
    expect(reasons).toEqual(
      new Map([
        ["Seen", "bank"],
        ["Tomorrow", "bank_will"],
        ["Long ago", null],
      ]),
    );
    const { importId, imported } = await confirmImport(me, file, wish, now);
    expect(imported).toBe(1);
    await syncItem(itemId);
    expect((await rowsOf(userId)).filter((row) => row.includes("Long ago"))).toEqual([
      "2020-01-05 Long ago -777",
    ]);
    await undoImport(me, importId, now);
    const after = await everythingOf(userId);
    expect(after.rows).toEqual(before.rows);
    expect(after.accounts).toEqual(before.accounts);
  });

  it("leaves a purchase to the bank that it only holds yet, with another amount than it will have", async () => {
    const { userId, itemId } = await newLink(5, 2);
    await syncItem(itemId);
    const { rows } = await everythingOf(userId);
    const newest = rows.toSorted((a, b) => (a.date < b.date ? 1 : -1)).find(({ pending }) => !pending);
    if (!newest) throw new Error("no row");
    const { id: _, ...copy } = newest;
    const date = addDays(newest.date, 30);
    const hold = { ...copy, plaidTransactionId: randomUUID(), date, postedDate: date, amountMinor: -5000 };
    await database()
      .insert(transactions)
      .values({ ...hold, pending: true });
    const wish = wishes({ target: { kind: "existing", accountId: newest.accountId } });
    const file = fileOf([{ date, text: "Dinner with the tip", cents: -6000 }]);
    const me = { id: userId, timeZone: "UTC" };
    const { rows: seen } = await previewImport(me, file, wish, now);
    expect(seen.map(({ duplicate }) => duplicate)).toEqual(["bank_will"]);
  });

  it("shows and asks for no balance: the bank states it", async () => {
    const { userId, itemId } = await newLink(5, 2);
    await syncItem(itemId);
    const me = { id: userId, timeZone: "UTC" };
    const accountId = (await everythingOf(userId)).rows[0]?.accountId ?? "";
    const text = "Date,Description,Amount,Balance\n2020-01-05,Long ago,-7.77,92.23\n";
    const file = { name: "old.csv", bytes: new TextEncoder().encode(text) };
    const connected = wishes({ target: { kind: "existing", accountId } });
    expect(await previewImport(me, file, connected, now)).toMatchObject({
      keepsBalance: false,
      balance: null,
    });
    expect(await previewImport(me, file, wishes(), now)).toMatchObject({
      keepsBalance: true,
      balance: { money: { amountMinor: 9223 } },
    });
  });

  it("waits until the bank has been read", async () => {
    const { userId, itemId } = await newLink(5, 2);
    const [account] = await database().select().from(accounts).where(eq(accounts.itemId, itemId));
    const wish = wishes({ target: { kind: "existing", accountId: account?.id ?? "" } });
    const me = { id: userId, timeZone: "UTC" };
    await expect(previewImport(me, fileOf(LINES), wish, now)).rejects.toMatchObject({ code: "conflict" });
  });
});
