import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { bankRows, newLink, setToday, storedRows } from "../../tests/support/linked-bank";
import { proxiedBank } from "../../tests/support/proxied-bank";
import { database } from "../db/client";
import { findItem } from "../db/queries/items";
import { items } from "../db/schema/banks";
import { stagedTransactions } from "../db/schema/transactions";
import { queueOf } from "../queue/enqueue";
import { requestSync } from "./request-sync";
import { sweepBanks } from "./sweep-banks";
import { syncItem } from "./sync-item";

const proxy = await proxiedBank();

beforeEach(async () => {
  await queueOf("bank.sync").drain();
});

const itemOf = async (itemId: string) => {
  const item = await findItem(database(), itemId);
  if (!item) throw new Error("no item");
  return item;
};
const staged = (itemId: string) =>
  database().$count(stagedTransactions, eq(stagedTransactions.itemId, itemId));
const jobsOf = async (itemId: string) =>
  (await queueOf("bank.sync").getJobs(["waiting", "prioritized", "delayed"])).filter(
    ({ data }) => data.itemId === itemId,
  ).length;
const expire = (itemId: string) =>
  database()
    .update(items)
    .set({ readLeaseUntil: new Date(0) })
    .where(eq(items.id, itemId));

/** Calls `then` once, before the page of this number is passed on. */
function beforePage(number: number, then: () => Promise<unknown>): void {
  let pages = 0;
  proxy.intervene = async (path) => {
    if (path !== "/transactions/sync") return undefined;
    pages += 1;
    if (pages === number) await then();
    return undefined;
  };
}

async function expectTruth(itemId: string) {
  const [stored, expected] = [await storedRows(itemId), await bankRows(itemId)];
  expect(stored.map((row) => row.plaidTransactionId)).toEqual(
    expected.map((row) => row.transaction_id).sort(),
  );
  expect(await staged(itemId)).toBe(0);
}

describe("one reading of a bank at a time", () => {
  it("leaves a bank alone that another process reads, and takes it over once that has gone silent", async () => {
    const { itemId } = await newLink(5, 12);
    let meanwhile: unknown = "not asked";
    let overtaking: unknown = "not asked";
    beforePage(2, async () => {
      meanwhile = await syncItem(itemId);
      await expire(itemId);
      overtaking = await syncItem(itemId);
    });
    const overtaken = await syncItem(itemId);
    expect(meanwhile).toBeNull();
    expect(overtaking).toMatchObject({ isHistoryComplete: true });
    expect(overtaken).toBeNull();
    await expectTruth(itemId);
  });

  it("stores nothing of a reading that is overtaken after its last page", async () => {
    const { itemId } = await newLink(5, 3);
    const usurper = "00000000-0000-4000-8000-000000000001";
    proxy.intervene = async (path) => {
      if (path === "/accounts/get") {
        await database().update(items).set({ readLease: usurper }).where(eq(items.id, itemId));
      }
      return undefined;
    };
    expect(await syncItem(itemId)).toBeNull();
    expect(await storedRows(itemId)).toEqual([]);
    expect(await itemOf(itemId)).toMatchObject({ cursor: null, readLease: usurper, lastSyncedAt: null });
  });

  it("gives its right back at the end, whether it could read or not", async () => {
    const { itemId } = await newLink(5, 1);
    proxy.intervene = () => ({ code: "INTERNAL_SERVER_ERROR", type: "API_ERROR", status: 500 });
    await expect(syncItem(itemId)).rejects.toMatchObject({ code: "unavailable" });
    expect(await itemOf(itemId)).toMatchObject({ readLease: null, readLeaseUntil: null });
    proxy.intervene = () => undefined;
    await syncItem(itemId);
    expect(await itemOf(itemId)).toMatchObject({ readLease: null, readLeaseUntil: null, readAttempts: 0 });
  });

  it("clears what a reading that was killed had staged, and is whole", async () => {
    const { itemId } = await newLink(5, 6);
    const lease = "00000000-0000-4000-8000-000000000002";
    await database()
      .insert(stagedTransactions)
      .values({ lease, itemId, plaidTransactionId: "of-the-dead", row: { plaidAccountId: "x" } });
    await database()
      .update(items)
      .set({ readLease: lease, readLeaseUntil: new Date(Date.now() + 3_600_000) })
      .where(eq(items.id, itemId));
    await sweepBanks(new Date(Date.now() + 60_000));
    expect(await syncItem(itemId)).toBeNull();
    await expire(itemId);
    await syncItem(itemId);
    await expectTruth(itemId);
  });

  it("ends between two pages when its worker goes, and leaves the bank to others at once", async () => {
    const { itemId } = await newLink(5, 12);
    const going = new AbortController();
    beforePage(2, async () => going.abort());
    await expect(syncItem(itemId, new Date(), going.signal)).rejects.toMatchObject({ code: "unavailable" });
    expect(await staged(itemId)).toBe(0);
    expect(await syncItem(itemId)).toMatchObject({ isHistoryComplete: true });
    await expectTruth(itemId);
  });
});

describe("a wish for a reading", () => {
  it("leads to another one when it is made while a reading is past what it is about", async () => {
    const { itemId } = await newLink(5, 6);
    await queueOf("bank.sync").drain();
    const now = new Date();
    proxy.intervene = async (path) => {
      // All pages are here, nothing is stored.
      if (path === "/accounts/get") await requestSync(itemId, now);
      return undefined;
    };
    await syncItem(itemId, now);
    expect((await itemOf(itemId)).nextReadAt).toEqual(now);
    expect(await jobsOf(itemId)).toBe(1);
    proxy.intervene = () => undefined;
    const later = new Date(now.getTime() + 1_000);
    await syncItem(itemId, later);
    expect((await itemOf(itemId)).nextReadAt?.getTime()).toBeGreaterThan(later.getTime() + 3_600_000);
  });

  it("stands in Postgres although the queue forgets it", async () => {
    const { itemId } = await newLink(5, 1);
    await syncItem(itemId);
    const now = new Date();
    await requestSync(itemId, now);
    await queueOf("bank.sync").obliterate({ force: true });
    await sweepBanks(now);
    expect(await jobsOf(itemId)).toBe(1);
  });
});

describe("whatever happens to readings", () => {
  it.each([1, 2, 3])("ends with the bank's own rows (%d)", async (seed) => {
    const { itemId } = await newLink(seed, 6);
    const random = lcg(seed);
    for (let turn = 0; turn < 4; turn += 1) {
      await setToday(itemId, `2026-12-${String(2 + turn * 7).padStart(2, "0")}`);
      proxy.intervene = (path) => (path.startsWith("/transactions") ? trouble(random()) : undefined);
      await Promise.allSettled([syncItem(itemId), syncItem(itemId), syncItem(itemId)]);
    }
    proxy.intervene = () => undefined;
    await syncItem(itemId);
    await expectTruth(itemId);
  });
});

function lcg(seed: number): () => number {
  let state = seed * 7_919;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function trouble(chance: number) {
  if (chance < 0.25) {
    return { code: "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION", type: "TRANSACTIONS_ERROR", status: 400 };
  }
  return chance < 0.4 ? { code: "INTERNAL_SERVER_ERROR", type: "API_ERROR", status: 500 } : undefined;
}
