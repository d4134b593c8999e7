import { eq } from "drizzle-orm";
import type { AccountBase } from "plaid";
import { describe, expect, inject, it } from "vitest";
import {
  accessTokenOf,
  bankRows,
  inCents,
  newLink,
  setToday,
  storedRows,
} from "../../tests/support/linked-bank";
import { askBank } from "../../tests/support/plaid-proxy";
import { proxiedBank } from "../../tests/support/proxied-bank";
import { database } from "../db/client";
import { accounts } from "../db/schema/banks";
import { openLedger } from "../insights/open-ledger";
import { listConnections } from "./list-connections";
import { syncItem } from "./sync-item";

const bankUrl = inject("services").plaidUrl;
const proxy = await proxiedBank();

describe("link and sync", () => {
  it("stores exactly the rows of the bank", async () => {
    const { userId, itemId } = await newLink();
    const result = await syncItem(itemId);
    const expected = await bankRows(itemId);
    const stored = await storedRows(itemId);
    expect(expected.length).toBeGreaterThan(800);
    expect(result).toEqual({ added: expected.length, modified: 0, removed: 0, isHistoryComplete: true });
    expect(
      new Map(stored.map((row) => [row.plaidTransactionId, [row.amountMinor, row.postedDate, row.pending]])),
    ).toEqual(
      new Map(expected.map((row) => [row.transaction_id, [inCents(-row.amount), row.date, row.pending]])),
    );
    expect(stored.every((row) => row.userId === userId)).toBe(true);
  });

  it("stores every account with the balance that the bank states", async () => {
    const { userId, itemId } = await newLink();
    await syncItem(itemId, new Date("2026-11-20T10:00:00Z"));
    const [connection] = await listConnections(userId);
    const { accounts: expected } = await askBank<{ accounts: AccountBase[] }>(bankUrl, "/accounts/get", {
      access_token: await accessTokenOf(itemId),
    });
    expect(connection).toMatchObject({
      institutionName: "First Platypus Bank",
      status: "active",
      problem: null,
      lastSyncedAt: "2026-11-20T10:00:00.000Z",
    });
    const shown = connection?.accounts.map(({ name, mask, balance }) => [name, mask, balance?.amountMinor]);
    const stated = expected.map(({ name, mask, type, balances }) => [
      name,
      mask,
      inCents(balances.current ?? 0) * (type === "credit" || type === "loan" ? -1 : 1),
    ]);
    expect(shown?.sort()).toEqual(stated.sort());
    expect(shown?.length).toBeGreaterThanOrEqual(5);
  });

  it("says the same balances on the accounts page as in the chat, also where a bank states only what is available", async () => {
    const { userId, itemId } = await newLink(5, 1);
    proxy.rewrite = (path, answer) => {
      if (path !== "/accounts/get") return answer;
      const stated = answer.accounts as AccountBase[];
      return {
        ...answer,
        accounts: stated.map((account) => ({ ...account, balances: { ...account.balances, current: null } })),
      };
    };
    await syncItem(itemId);
    const [connection] = await listConnections(userId);
    const shown = connection?.accounts.map(({ id, balance }) => [id, balance?.amountMinor ?? null]);
    const told = await (await openLedger(userId, new Date())).accounts();
    expect(told.map(({ id, balanceMinor }) => [id, balanceMinor]).sort()).toEqual(shown?.sort());
    expect(told.some(({ balanceMinor }) => balanceMinor !== null)).toBe(true);
    expect(told.find(({ type }) => type === "credit")?.balanceMinor).toBeNull();
  });

  it("explains every change of a balance by the rows that posted meanwhile", async () => {
    const { itemId } = await newLink(9);
    const currents = async () =>
      new Map(
        (await database().select().from(accounts).where(eq(accounts.itemId, itemId))).map((account) => [
          account.id,
          (account.currentMinor ?? 0) * (account.type === "credit" ? -1 : 1),
        ]),
      );
    await syncItem(itemId);
    const before = await currents();
    const seen = new Set((await storedRows(itemId)).filter((row) => !row.pending).map((row) => row.id));
    await setToday(itemId, "2027-01-15");
    await syncItem(itemId);
    const after = await currents();
    const posted = (await storedRows(itemId)).filter((row) => !row.pending && !seen.has(row.id));
    const moved = new Map<string, number>();
    for (const row of posted) moved.set(row.accountId, (moved.get(row.accountId) ?? 0) + row.amountMinor);
    expect(moved.size).toBeGreaterThanOrEqual(4);
    for (const [accountId, sum] of moved) {
      expect((after.get(accountId) ?? 0) - (before.get(accountId) ?? 0)).toBe(sum);
    }
  });

  it("changes nothing when it runs again", async () => {
    const { itemId } = await newLink();
    await syncItem(itemId);
    const before = await storedRows(itemId);
    expect(await syncItem(itemId)).toMatchObject({ added: 0, modified: 0, removed: 0 });
    expect(await storedRows(itemId)).toEqual(before);
  });

  it("counts a pending purchase once after it has posted", async () => {
    const { itemId } = await newLink(1, 3);
    await syncItem(itemId);
    const pending = (await storedRows(itemId)).filter((row) => row.pending);
    expect(pending.length).toBeGreaterThan(0);
    await setToday(itemId, "2026-12-10");
    const result = await syncItem(itemId);
    expect(result?.removed).toBeGreaterThanOrEqual(pending.length);
    const stored = await storedRows(itemId);
    const expected = await bankRows(itemId);
    expect(stored.map((row) => row.plaidTransactionId).sort()).toEqual(
      expected.map((row) => row.transaction_id).sort(),
    );
    const ids = new Set(stored.map((row) => row.plaidTransactionId));
    for (const row of pending) expect(ids.has(row.plaidTransactionId)).toBe(false);
    for (const row of stored) expect(ids.has(row.pendingPlaidTransactionId ?? "")).toBe(false);
  });

  it("drops a pending row that a posted one names, even when the bank forgets to remove it", async () => {
    const { itemId } = await newLink(1, 3);
    await syncItem(itemId);
    const pending = (await storedRows(itemId)).filter((row) => row.pending);
    await setToday(itemId, "2026-12-10");
    proxy.rewrite = (path, answer) => (path === "/transactions/sync" ? { ...answer, removed: [] } : answer);
    await syncItem(itemId);
    const stored = await storedRows(itemId);
    const named = new Set(stored.map((row) => row.pendingPlaidTransactionId));
    const replaced = pending.filter((row) => named.has(row.plaidTransactionId));
    expect(replaced.length).toBeGreaterThan(0);
    const ids = new Set(stored.map((row) => row.plaidTransactionId));
    for (const row of replaced) expect(ids.has(row.plaidTransactionId)).toBe(false);
  });

  it("refuses a row of an account that the bank never listed, and stores nothing of that update", async () => {
    const { itemId } = await newLink(5, 3);
    proxy.rewrite = (path, answer) => {
      if (path !== "/transactions/sync") return answer;
      const [first, ...rest] = answer.added as { account_id: string }[];
      return { ...answer, added: [{ ...first, account_id: "unheard-of" }, ...rest] };
    };
    await expect(syncItem(itemId)).rejects.toThrow("an account it did not list");
    expect(await storedRows(itemId)).toEqual([]);
  });
});
