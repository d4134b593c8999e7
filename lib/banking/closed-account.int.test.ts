import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { newLink, storedRows } from "../../tests/support/linked-bank";
import { type PlaidProxy, startPlaidProxy, withoutVisit } from "../../tests/support/plaid-proxy";
import { closeDatabase } from "../db/client";
import { netWorthSeries } from "../domain/daily-balances";
import { netWorthByCurrency } from "../domain/net-worth";
import { openLedger } from "../insights/open-ledger";
import { closeQueues } from "../queue/enqueue";
import { listConnections } from "./list-connections";
import { syncItem } from "./sync-item";

let proxy: PlaidProxy;
const at = (day: number) => new Date(Date.UTC(2026, 11, day, 12));

beforeAll(async () => {
  proxy = await startPlaidProxy(inject("services").plaidUrl);
  process.env.PLAID_BASE_URL = proxy.url;
});
beforeEach(() => {
  proxy.rewrite = withoutVisit;
});
afterAll(async () => {
  await Promise.all([closeQueues(), closeDatabase(), proxy.stop()]);
});

type Stated = { subtype: string };

/** As after the savings account was closed; with a problem where Plaid cannot reach the bank. */
function withoutSavings(problem: object | null = null) {
  proxy.rewrite = (path, answer) =>
    path === "/accounts/get"
      ? {
          ...answer,
          accounts: (answer.accounts as Stated[]).filter(({ subtype }) => subtype !== "savings"),
          item: { ...(answer.item as object), error: problem },
        }
      : withoutVisit(path, answer);
}

async function savingsOf(userId: string) {
  const [connection] = await listConnections(userId);
  const savings = connection?.accounts.find(({ subtype }) => subtype === "savings");
  if (!savings) throw new Error("no savings account");
  return savings;
}

async function netWorthOf(userId: string): Promise<number> {
  const [net] = netWorthByCurrency(await (await openLedger(userId, at(9))).accounts());
  return net?.amountMinor ?? 0;
}

async function worthOn(userId: string, date: string): Promise<number | undefined> {
  const period = { start: date, end: date };
  const balances = await (await openLedger(userId, at(9))).dailyBalances(period);
  return netWorthSeries(balances, period).days[0]?.amounts[0]?.amountMinor;
}

describe("an account that its bank no longer lists", () => {
  it("is closed: in no total from then on, with its rows kept, until it is listed again", async () => {
    const { userId, itemId } = await newLink(5, 3);
    await syncItem(itemId, at(1));
    const { balance } = await savingsOf(userId);
    const held = balance?.amountMinor ?? 0;
    const [before, rows] = [await netWorthOf(userId), await storedRows(itemId)];
    expect(held).toBeGreaterThan(0);

    withoutSavings();
    await syncItem(itemId, at(3));
    await syncItem(itemId, at(5));
    expect(await savingsOf(userId)).toMatchObject({ isClosed: true, balance: null, available: null });
    expect(await netWorthOf(userId)).toBe(before - held);
    expect((await storedRows(itemId)).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    const [open = 0, closed = 0] = [await worthOn(userId, "2026-12-02"), await worthOn(userId, "2026-12-03")];
    expect(open - closed).toBe(held);

    proxy.rewrite = withoutVisit;
    await syncItem(itemId, at(7));
    expect(await savingsOf(userId)).toMatchObject({ isClosed: false, balance });
    expect(await netWorthOf(userId)).toBe(before);
    expect(await worthOn(userId, "2026-12-03")).toBe(open);
  });

  it("is not taken for closed while Plaid cannot reach the bank", async () => {
    const { userId, itemId } = await newLink(5, 2);
    await syncItem(itemId, at(1));
    withoutSavings({ error_type: "ITEM_ERROR", error_code: "ITEM_LOGIN_REQUIRED", error_message: "" });
    await syncItem(itemId, at(3));
    expect(await savingsOf(userId)).toMatchObject({ isClosed: false });
  });
});
