import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { storedAccount, storedBank, storedRowsOn } from "../../tests/support/stored-bank";
import type { PageCursor, RowChange, TransactionSearch } from "../contract/transactions";
import { closeDatabase } from "../db/client";
import type { Ledger } from "../domain/ledger";
import { EVERY_TRANSACTION } from "../domain/transaction-search";
import { openLedger } from "../insights/open-ledger";
import { undoProposal } from "../proposals/undo-proposal";
import { changeRows, makeRule } from "./change-rows";
import { countFacets } from "./count-facets";
import { exportTransactions } from "./export-transactions";
import { listPage, rereadRows } from "./list-page";

afterAll(() => closeDatabase());

const NOW = new Date("2026-11-24T12:00:00Z");
const CATEGORIES = ["groceries", "coffee", "restaurants"];

/** Of one day on many, and of days with one: where paging goes wrong. */
const manyRows = Array.from({ length: 60 }, (_, index) => ({
  date: `2026-11-${String(1 + (index % 7)).padStart(2, "0")}`,
  amountMinor: index % 9 === 0 ? 5_000 : -100 * (index + 1),
  category: CATEGORIES[index % 3] ?? "",
  merchant: index % 2 === 0 ? "Corner Bakery" : "Whole Foods",
  flow:
    index % 9 === 0 ? ("income" as const) : index % 10 === 0 ? ("transfer" as const) : ("spending" as const),
  pending: index === 1,
}));

async function household() {
  const bank = await storedBank({ lastSyncedAt: NOW });
  const checking = await storedAccount(bank, { mask: "1001" });
  const euros = await storedAccount(bank, { name: "Euros", currency: "EUR" });
  const ids = await storedRowsOn(checking, manyRows);
  await storedRowsOn(euros, [{ date: "2026-11-03", amountMinor: -700, category: "coffee" }]);
  return { userId: bank.userId, checking, euros, ids };
}

async function readAll(
  userId: string,
  ledger: Ledger,
  search: TransactionSearch,
  size: number,
  between?: () => Promise<unknown>,
) {
  const ids: string[] = [];
  const days = new Map<string, number>();
  let after: PageCursor | null = null;
  do {
    const page: Awaited<ReturnType<typeof listPage>> = await listPage(
      userId,
      { search, after },
      ledger,
      size,
    );
    ids.push(...page.rows.map(({ id }) => id));
    for (const { date, rowCount } of page.days) days.set(date, rowCount);
    after = page.next;
    await between?.();
  } while (after !== null);
  return { ids, days };
}

describe("paging", () => {
  it("is complete and without doubles while rows arrive, for any size of page", async () => {
    const { userId, checking, ids } = await household();
    const ledger = await openLedger(userId, NOW);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9 }), async (size, day) => {
        const arrive = () => storedRowsOn(checking, [{ date: `2026-11-0${day}`, amountMinor: -1 }]);
        const read = await readAll(userId, ledger, EVERY_TRANSACTION, size, arrive);
        expect(new Set(read.ids).size).toBe(read.ids.length);
        for (const id of ids) expect(read.ids).toContain(id);
      }),
      { numRuns: 12 },
    );
  });

  it("gives whole days, also where a page ends within one", async () => {
    const { userId } = await household();
    const ledger = await openLedger(userId, NOW);
    const { ids, days } = await readAll(userId, ledger, EVERY_TRANSACTION, 5);
    expect([...days.values()].reduce((sum, count) => sum + count, 0)).toBe(ids.length);
    const whole = await listPage(userId, { search: EVERY_TRANSACTION, after: null }, ledger, 500);
    expect(whole.next).toBeNull();
    expect(Object.fromEntries(whole.days.map(({ date, rowCount }) => [date, rowCount]))).toEqual(
      Object.fromEntries(days),
    );
  });

  it("never shows anything of another person, whatever is asked for", async () => {
    const [mine, others] = [await household(), await household()];
    const ledger = await openLedger(mine.userId, NOW);
    const search = { ...EVERY_TRANSACTION, accounts: [others.checking.id] };
    expect(await listPage(mine.userId, { search, after: null }, ledger)).toEqual({
      rows: [],
      days: [],
      next: null,
    });
    const period = { start: "2026-11-01", end: "2026-11-30" };
    const reread = await rereadRows(
      mine.userId,
      { search: EVERY_TRANSACTION, ids: others.ids, period },
      ledger,
    );
    expect(reread.rows).toEqual([]);
    const change = {
      changeId: randomUUID(),
      rows: { ids: others.ids },
      change: { kind: "category" as const, category: "pets" },
    };
    await expect(changeRows(mine.userId, change, ledger)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the choices", () => {
  it("show what they say: each count is the number of rows after the choice, and they add up", async () => {
    const { userId, checking } = await household();
    const ledger = await openLedger(userId, NOW);
    const searches: Partial<TransactionSearch>[] = [
      {},
      { text: "bakery" },
      { categories: ["coffee"], minUnits: 3 },
      { accounts: [checking.id], flows: ["spending"], period: "last_30_days" },
      { pending: true },
    ];
    for (const patch of searches) {
      const search = { ...EVERY_TRANSACTION, ...patch };
      const facets = await countFacets(userId, search, ledger);
      const { ids } = await readAll(userId, ledger, search, 100);
      expect(facets.rowCount).toBe(ids.length);
      for (const [field, choices] of [
        ["categories", facets.categories],
        ["accounts", facets.accounts],
        ["flows", facets.flows],
      ] as const) {
        for (const { value, rowCount } of choices) {
          const chosen = { ...search, [field]: [value] } as TransactionSearch;
          expect((await readAll(userId, ledger, chosen, 100)).ids, `${field} ${value}`).toHaveLength(
            rowCount,
          );
        }
        const isChosen = (value: string) =>
          search[field].length === 0 || search[field].some((one) => one === value);
        const sum = choices
          .filter(({ value }) => isChosen(value))
          .reduce((count, { rowCount }) => count + rowCount, 0);
        expect(sum, field).toBe(facets.rowCount);
      }
    }
  });
});

describe("changes by hand", () => {
  it("tag rows, find them by the tag, and are taken back", async () => {
    const { userId, ids } = await household();
    const ledger = await openLedger(userId, NOW);
    const some = ids.slice(0, 3);
    const changeId = randomUUID();
    const change = {
      changeId,
      rows: { ids: some },
      change: { kind: "tags" as const, add: ["trip"], remove: [] },
    };
    await changeRows(userId, change, ledger, NOW);
    expect(await changeRows(userId, change, ledger, NOW), "sent twice, made once").toMatchObject({
      state: "applied",
    });
    const search = { ...EVERY_TRANSACTION, tags: ["trip"] };
    expect((await readAll(userId, ledger, search, 2)).ids.sort()).toEqual([...some].sort());
    const facets = await countFacets(userId, EVERY_TRANSACTION, ledger);
    expect(facets.tags).toEqual([{ value: "trip", label: "trip", rowCount: 3 }]);
    await undoProposal(userId, changeId);
    expect((await readAll(userId, ledger, search, 2)).ids).toEqual([]);
    expect((await countFacets(userId, search, ledger)).rowCount).toBe(0);
  });

  it("leave what else was said of the row: a tag, a note and a category stand beside each other", async () => {
    const { userId, ids } = await household();
    const ledger = await openLedger(userId, NOW);
    const [id = ""] = ids;
    const change = async (change: RowChange) => {
      const changeId = randomUUID();
      await changeRows(userId, { changeId, rows: { ids: [id] }, change }, ledger, NOW);
      return changeId;
    };
    const said = async () => (await ledger.details([id]))[0];
    await change({ kind: "tags", add: ["trip"], remove: [] });
    await change({ kind: "note", note: "With Ann" });
    const last = await change({ kind: "category", category: "pets" });
    expect(await said()).toMatchObject({ tags: ["trip"], note: "With Ann", category: "pets" });
    await undoProposal(userId, last);
    expect(await said()).toMatchObject({ tags: ["trip"], note: "With Ann", isCategoryChosen: false });
  });

  it("recategorise all that match, count at once, and are taken back", async () => {
    const { userId } = await household();
    const ledger = await openLedger(userId, NOW);
    const search = { ...EVERY_TRANSACTION, text: "corner" };
    const before = await readAll(userId, ledger, search, 100);
    const changeId = randomUUID();
    const change = { kind: "category" as const, category: "pets" };
    await changeRows(userId, { changeId, rows: { search }, change }, ledger, NOW);
    const again = await changeRows(userId, { changeId, rows: { search }, change }, ledger, NOW);
    expect(again, "sent twice, made once").toMatchObject({ state: "applied" });
    const pets = { ...EVERY_TRANSACTION, categories: ["pets"] };
    expect((await countFacets(userId, pets, ledger)).rowCount).toBe(before.ids.length);
    await undoProposal(userId, changeId);
    expect((await countFacets(userId, pets, ledger)).rowCount).toBe(0);
  });

  it("make a rule for a merchant, and end it again", async () => {
    const { userId } = await household();
    const ledger = await openLedger(userId, NOW);
    const changeId = randomUUID();
    await makeRule(
      userId,
      { changeId, match: { by: "merchant", value: "Whole Foods" }, category: "groceries" },
      ledger,
      NOW,
    );
    const wrong = { ...EVERY_TRANSACTION, merchants: ["Whole Foods"], categories: ["coffee", "restaurants"] };
    expect((await countFacets(userId, wrong, ledger)).rowCount).toBe(0);
    await undoProposal(userId, changeId);
  });
});

it("exports what is found, one line a row, and no formula", async () => {
  const { userId, checking } = await household();
  await storedRowsOn(checking, [
    { date: "2026-11-20", amountMinor: -1_234, merchant: "=HYPERLINK(1)", description: "x, y" },
  ]);
  const ledger = await openLedger(userId, NOW);
  let file = "";
  for await (const lines of exportTransactions(userId, EVERY_TRANSACTION, ledger)) file += lines;
  const [header = "", first = "", ...others] = file.trimEnd().split("\r\n");
  expect(header).toMatch(/^Date,Merchant,Bank text/);
  expect(first).toBe(
    '2026-11-20,\'=HYPERLINK(1),"x, y",General shopping,-12.34,USD,Everyday Checking,Spending,no,,,',
  );
  expect(others).toHaveLength(61);
});
