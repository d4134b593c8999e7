import { beforeEach, describe, expect, inject, it } from "vitest";
import { until } from "../../tests/support/chat-harness";
import { accessTokenOf, bankRows, newLink, storedRows } from "../../tests/support/linked-bank";
import { askBank } from "../../tests/support/plaid-proxy";
import { proxiedBank } from "../../tests/support/proxied-bank";
import { handlers } from "../../workers/handlers";
import { database } from "../db/client";
import { findItem } from "../db/queries/items";
import { queueOf } from "../queue/enqueue";
import { startConsumers } from "../queue/start-consumers";
import { listConnections } from "./list-connections";
import { pollDelay, spreadDelay } from "./retry-delay";
import { startSweepingBanks, sweepBanks } from "./sweep-banks";
import { syncItem } from "./sync-item";

const bankUrl = inject("services").plaidUrl;
const proxy = await proxiedBank();

beforeEach(async () => {
  await queueOf("bank.sync").drain();
});

const setHistory = async (itemId: string, history: "initial" | "complete") =>
  askBank(bankUrl, "/control/history", { access_token: await accessTokenOf(itemId), history });
const planOf = async (itemId: string) => (await findItem(database(), itemId))?.nextReadAt ?? null;
const readingOf = async (userId: string) => (await listConnections(userId))[0]?.reading;
const away = (code: string) => () => ({ code, type: "INSTITUTION_ERROR", status: 400 });

/** How often this bank is in the queue once all due at `now` are. */
async function queuedAt(itemId: string, now: Date): Promise<number> {
  await sweepBanks(now);
  const jobs = await queueOf("bank.sync").getJobs(["waiting", "prioritized", "delayed"]);
  return jobs.filter(({ data }) => data.itemId === itemId).length;
}

describe("reading a bank for the first time", () => {
  it("goes on after the last 30 days, and then only looks in now and then", async () => {
    const { userId, itemId } = await newLink(5, 6);
    await queueOf("bank.sync").drain();
    await setHistory(itemId, "initial");
    expect(await readingOf(userId)).toBe("started");
    const first = new Date();
    expect(await syncItem(itemId, first)).toMatchObject({ isHistoryComplete: false });
    expect(await readingOf(userId)).toBe("older");
    const part = (await storedRows(itemId)).length;

    const next = await planOf(itemId);
    expect(next?.getTime()).toBe(first.getTime() + spreadDelay(itemId, 1));
    expect(await queuedAt(itemId, first)).toBe(0);
    expect(await queuedAt(itemId, new Date(first.getTime() + 5_000))).toBe(1);
    expect(await queuedAt(itemId, new Date(first.getTime() + 60_000))).toBe(1);

    await setHistory(itemId, "complete");
    const second = new Date();
    expect(await syncItem(itemId, second)).toMatchObject({ isHistoryComplete: true });
    expect((await storedRows(itemId)).length).toBeGreaterThan(part);
    expect(await storedRows(itemId)).toHaveLength((await bankRows(itemId)).length);
    expect(await readingOf(userId)).toBeNull();
    expect((await planOf(itemId))?.getTime()).toBe(second.getTime() + pollDelay(itemId));
  });

  it("asks a bank that has nothing ready again and again, after growing pauses of an hour at most", async () => {
    const { userId, itemId } = await newLink(5, 1);
    proxy.intervene = away("PRODUCT_NOT_READY");
    const pauses: number[] = [];
    let now = new Date();
    for (let attempt = 0; attempt < 14; attempt += 1) {
      await expect(syncItem(itemId, now)).rejects.toMatchObject({ plaidCode: "PRODUCT_NOT_READY" });
      const next = (await planOf(itemId)) ?? now;
      pauses.push(next.getTime() - now.getTime());
      now = next;
    }
    expect(pauses).toEqual(pauses.map((_, index) => spreadDelay(itemId, index + 1)));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(3_600_000);
    expect(await readingOf(userId)).toBe("waiting");
  });

  it("keeps the promise to try again later when a bank is away", async () => {
    const { userId, itemId } = await newLink(5, 1);
    await queueOf("bank.sync").drain();
    proxy.intervene = away("INSTITUTION_DOWN");
    await expect(syncItem(itemId)).rejects.toMatchObject({ code: "unavailable" });
    const [connection] = await listConnections(userId);
    expect(connection).toMatchObject({ reading: null, problem: expect.stringContaining("try again later") });
    expect(await queuedAt(itemId, new Date(Date.now() + 3_600_000))).toBe(1);
    proxy.intervene = () => undefined;
    await syncItem(itemId);
    expect((await listConnections(userId))[0]).toMatchObject({ status: "active", problem: null });
  });

  it("asks only once a day for a bank where only the person can help", async () => {
    const { itemId } = await newLink(5, 1);
    await queueOf("bank.sync").drain();
    proxy.intervene = away("ITEM_LOGIN_REQUIRED");
    const now = new Date();
    await expect(syncItem(itemId, now)).rejects.toMatchObject({ code: "conflict" });
    const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
    expect(await queuedAt(itemId, hours(19))).toBe(0);
    expect(await queuedAt(itemId, hours(24))).toBe(1);
  });

  it("reads a bank whose job was lost together with the queue", async () => {
    const { itemId } = await newLink(5, 1);
    await queueOf("bank.sync").obliterate({ force: true });
    const worker = await startConsumers(handlers);
    const stopSweeps = startSweepingBanks(100);
    await until(
      () => findItem(database(), itemId),
      (item) => item?.isHistoryComplete === true,
    );
    stopSweeps();
    await worker.close(1_000);
  });
});
