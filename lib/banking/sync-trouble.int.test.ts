import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { bankRows, newLink, setToday, storedRows } from "../../tests/support/linked-bank";
import { proxiedBank } from "../../tests/support/proxied-bank";
import { database } from "../db/client";
import { findItem } from "../db/queries/items";
import { listConnections } from "./list-connections";
import { syncItem } from "./sync-item";

const proxy = await proxiedBank();

const failing = (code: string, type: string, status = 400) => ({ code, type, status });
const cursorOf = async (itemId: string) => (await findItem(database(), itemId))?.cursor;
const idsOf = (rows: { plaidTransactionId: string }[]) => rows.map((row) => row.plaidTransactionId).sort();

describe("a sync in trouble", () => {
  it("starts over from its cursor when the bank's data changes between two pages", async () => {
    const { itemId } = await newLink(5, 12);
    let pages = 0;
    proxy.intervene = async (path) => {
      if (path !== "/transactions/sync") return undefined;
      pages += 1;
      if (pages === 3) await setToday(itemId, "2026-12-01");
      return undefined;
    };
    const result = await syncItem(itemId);
    const expected = await bankRows(itemId);
    expect(pages).toBeGreaterThan(Math.ceil(expected.length / 500));
    expect(result?.added).toBe(expected.length);
    expect(idsOf(await storedRows(itemId))).toEqual(expected.map((row) => row.transaction_id).sort());
  });

  it("gives up with a passing error when the data never holds still", async () => {
    const { itemId } = await newLink(5, 6);
    proxy.intervene = (path) =>
      path === "/transactions/sync"
        ? failing("TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION", "TRANSACTIONS_ERROR")
        : undefined;
    await expect(syncItem(itemId)).rejects.toMatchObject({ code: "unavailable", retryable: true });
    expect(proxy.paths.filter((path) => path === "/transactions/sync")).toHaveLength(6);
    expect((await findItem(database(), itemId))?.status).toBe("active");
  });

  it("keeps nothing of a sync that fails on a later page, and is whole the next time", async () => {
    const { itemId } = await newLink(5, 12);
    let pages = 0;
    proxy.intervene = (path) => {
      if (path === "/transactions/sync") pages += 1;
      return pages === 3 ? failing("INTERNAL_SERVER_ERROR", "API_ERROR", 500) : undefined;
    };
    await expect(syncItem(itemId)).rejects.toMatchObject({ code: "unavailable" });
    expect(await storedRows(itemId)).toEqual([]);
    expect(await cursorOf(itemId)).toBeNull();

    pages = 100;
    await syncItem(itemId);
    expect((await storedRows(itemId)).length).toBe((await bankRows(itemId)).length);
  });

  it("asks the person to sign in again, keeps their rows, and forgets it once it works", async () => {
    const { userId, itemId } = await newLink(5, 3);
    await syncItem(itemId);
    const before = await storedRows(itemId);
    proxy.intervene = () => failing("ITEM_LOGIN_REQUIRED", "ITEM_ERROR");
    await expect(syncItem(itemId)).rejects.toMatchObject({ code: "conflict", retryable: false });
    expect((await listConnections(userId))[0]).toMatchObject({
      status: "login_required",
      problem: expect.stringContaining("sign in again"),
    });
    expect(await storedRows(itemId)).toEqual(before);

    proxy.intervene = () => undefined;
    await syncItem(itemId);
    expect((await listConnections(userId))[0]).toMatchObject({ status: "active", problem: null });
  });

  it("says that the bank is away, not that the person must act", async () => {
    const { userId, itemId } = await newLink(5, 3);
    proxy.intervene = () => failing("INSTITUTION_DOWN", "INSTITUTION_ERROR");
    await expect(syncItem(itemId)).rejects.toMatchObject({ code: "unavailable" });
    expect((await listConnections(userId))[0]).toMatchObject({
      status: "error",
      problem: expect.stringContaining("try again later"),
    });
  });

  it("waits while the bank prepares the first data, and never takes the empty cursor for progress", async () => {
    const { itemId } = await newLink(5, 3);
    proxy.rewrite = (path, answer) =>
      path === "/transactions/sync"
        ? { ...answer, added: [], next_cursor: "", has_more: false, transactions_update_status: "NOT_READY" }
        : answer;
    await expect(syncItem(itemId)).rejects.toMatchObject({
      code: "unavailable",
      plaidCode: "PRODUCT_NOT_READY",
    });
    expect(await findItem(database(), itemId)).toMatchObject({
      cursor: null,
      lastSyncedAt: null,
      status: "active",
    });
  });

  it("lets one of four syncs at the same time read, and the others go", async () => {
    const { itemId } = await newLink(5, 12);
    const results = await Promise.all([1, 2, 3, 4].map(() => syncItem(itemId)));
    const stored = await storedRows(itemId);
    expect(idsOf(stored)).toEqual((await bankRows(itemId)).map((row) => row.transaction_id).sort());
    expect(results.filter((result) => result !== null).map(({ added }) => added)).toEqual([stored.length]);
  });

  it("does not know a bank that is not there", async () => {
    await expect(syncItem(randomUUID())).rejects.toMatchObject({ code: "not_found" });
  });
});
