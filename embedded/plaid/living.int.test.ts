import type { PlaidApi } from "plaid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type SandboxBank, startSandboxBank } from "./server";
import { type Books, emptyBooks, follow } from "./testing/follow-transactions";
import { control, household, link, plaidClient } from "./testing/linked-bank";
import { receiveWebhooks } from "./testing/webhook-receiver";

const Truth = z.object({
  today: z.iso.date(),
  accounts: z.array(
    z.looseObject({ account_id: z.string(), balances: z.looseObject({ current: z.number().nullable() }) }),
  ),
  transactions: z.array(z.looseObject({ transaction_id: z.string(), account_id: z.string() })),
});

let bank: SandboxBank;
let client: PlaidApi;
let receiver: Awaited<ReturnType<typeof receiveWebhooks>>;
beforeAll(async () => {
  bank = await startSandboxBank({ today: "2026-11-24" });
  client = plaidClient(bank.url);
  receiver = await receiveWebhooks();
});
afterAll(async () => {
  await bank.stop();
  await receiver.stop();
});

const linked = (seed: number, months = 3) =>
  link(client, { ...household(seed, months), webhook: receiver.url });
const onItem = (accessToken: string, path: string, body: object = {}) =>
  control(bank.url, path, { access_token: accessToken, ...body });
const books = async (accessToken: string) => Truth.parse(await onItem(accessToken, "books"));
const sorted = <Row extends { transaction_id: string }>(rows: Iterable<Row>) =>
  [...rows].sort((a, b) => (a.transaction_id < b.transaction_id ? -1 : 1));
const codesOf = async (itemId: string) => {
  await control(bank.url, "webhooks/retry", {});
  return receiver.received.filter(({ body }) => body.item_id === itemId).map(({ body }) => body);
};
const plain = <Row extends object>(rows: Row[]) =>
  rows.map((row) => ({ ...row, original_description: null }));

async function expectTrue(accessToken: string, kept: Books): Promise<void> {
  const truth = await books(accessToken);
  expect(sorted(kept.rows.values())).toEqual(plain(sorted(truth.transactions)));
}

describe("time", () => {
  it("goes on day by day, and who follows has at last what the bank has", async () => {
    const { accessToken } = await linked(41);
    let kept = await follow(client, accessToken, emptyBooks());
    await expectTrue(accessToken, kept);
    let modified = 0;
    for (const days of [1, 2, 1, 9, 30, 1]) {
      await onItem(accessToken, "live", { days });
      const page = await client.transactionsSync({
        access_token: accessToken,
        cursor: kept.cursor ?? "",
        count: 500,
      });
      modified += page.data.modified.length;
      kept = await follow(client, accessToken, kept);
      await expectTrue(accessToken, kept);
    }
    expect(modified).toBeGreaterThan(0);
    expect((await books(accessToken)).today).toBe("2027-01-07");
  });

  it("is told by one SYNC_UPDATES_AVAILABLE for each day with changes, once sync was called", async () => {
    const { accessToken, itemId } = await linked(42);
    await onItem(accessToken, "live", { days: 4 });
    const before = await codesOf(itemId);
    expect(before.map(({ webhook_code: code }) => code)).not.toContain("SYNC_UPDATES_AVAILABLE");
    expect(before.map(({ webhook_code: code }) => code)).toContain("DEFAULT_UPDATE");
    const kept = await follow(client, accessToken, emptyBooks());
    await onItem(accessToken, "live", { days: 10 });
    const told = (await codesOf(itemId)).filter(({ webhook_code: c }) => c === "SYNC_UPDATES_AVAILABLE");
    expect(told.length).toBeGreaterThan(5);
    expect(told.length).toBeLessThanOrEqual(10);
    expect(told[0]).toMatchObject({ initial_update_complete: true, historical_update_complete: true });
    await expectTrue(accessToken, await follow(client, accessToken, kept));
  });

  it("goes on for the whole bank", async () => {
    const own = await startSandboxBank({ today: "2026-11-24" });
    const { accessToken } = await link(plaidClient(own.url), household(3, 2));
    await control(own.url, "live", { days: 3 });
    expect(await control(own.url, "books", { access_token: accessToken })).toMatchObject({
      today: "2026-11-27",
    });
    await own.stop();
  });
});

describe("history", () => {
  it("comes in two steps, each with its webhooks, after a start with nothing", async () => {
    const { accessToken, itemId } = await linked(43);
    await onItem(accessToken, "history", { history: "none" });
    const early = await client.transactionsSync({ access_token: accessToken });
    expect(early.data).toMatchObject({ transactions_update_status: "NOT_READY", next_cursor: "" });
    await onItem(accessToken, "history", { history: "initial" });
    await onItem(accessToken, "history", { history: "complete" });
    const told = await codesOf(itemId);
    expect(told.filter(({ webhook_code: c }) => c !== "SYNC_UPDATES_AVAILABLE")).toMatchObject([
      { webhook_code: "INITIAL_UPDATE" },
      { webhook_code: "HISTORICAL_UPDATE" },
    ]);
    const progress = told
      .filter(({ webhook_code: c }) => c === "SYNC_UPDATES_AVAILABLE")
      .map(({ historical_update_complete: complete }) => complete);
    expect(progress.toSorted()).toEqual([false, true]);
  });
});

describe("what a bank does to rows", () => {
  it("makes, amends, posts and takes back, and balances and updates follow", async () => {
    const { accessToken } = await linked(44);
    let kept = await follow(client, accessToken, emptyBooks());
    const account = (await books(accessToken)).accounts[0];
    const balance = async () =>
      Math.round(((await books(accessToken)).accounts[0]?.balances.current ?? 0) * 100);
    const opening = await balance();
    const make = { amountCents: 1_234, transactedOn: "2026-11-24", postedOn: "2026-12-24", name: "MADE" };
    await onItem(accessToken, "edit", {
      edit: { kind: "made", account_id: account?.account_id, row: make },
    });
    kept = await follow(client, accessToken, kept);
    const pending = [...kept.rows.values()].find(({ name }) => name === "MADE");
    expect(pending).toMatchObject({ pending: true, amount: 12.34 });
    expect(await balance()).toBe(opening);
    await onItem(accessToken, "edit", {
      edit: { kind: "posted", transaction_id: pending?.transaction_id },
    });
    kept = await follow(client, accessToken, kept);
    const row = [...kept.rows.values()].find(({ name }) => name === "MADE");
    expect(row).toMatchObject({ pending: false, pending_transaction_id: pending?.transaction_id });
    expect(await balance()).toBe(opening - 1_234);
    const edit = { kind: "amended", transaction_id: row?.transaction_id, amountCents: 2_000 };
    await onItem(accessToken, "edit", { edit });
    const page = await client.transactionsSync({ access_token: accessToken, cursor: kept.cursor ?? "" });
    expect(page.data).toMatchObject({ added: [], removed: [], modified: [{ amount: 20 }] });
    kept = await follow(client, accessToken, kept);
    expect(await balance()).toBe(opening - 2_000);
    await onItem(accessToken, "edit", {
      edit: { kind: "removed", transaction_id: row?.transaction_id },
    });
    kept = await follow(client, accessToken, kept);
    expect(await balance()).toBe(opening);
    await expectTrue(accessToken, kept);
  });

  it("tells nothing more of an account that the person took back", async () => {
    const { accessToken, itemId } = await linked(45);
    const kept = await follow(client, accessToken, emptyBooks());
    const gone = (await books(accessToken)).accounts[0]?.account_id;
    await onItem(accessToken, "problem", { code: "USER_ACCOUNT_REVOKED", account_id: gone });
    const { data } = await client.transactionsSync({
      access_token: accessToken,
      cursor: kept.cursor ?? "",
    });
    expect(data).toMatchObject({ added: [], modified: [], removed: [] });
    expect(data.accounts.map(({ account_id: id }) => id)).not.toContain(gone);
    const truth = await books(accessToken);
    expect(truth.transactions.some(({ account_id: id }) => id === gone)).toBe(false);
    expect(await codesOf(itemId)).toMatchObject([{ webhook_code: "USER_ACCOUNT_REVOKED", account_id: gone }]);
  });
});

describe("a connection in trouble", () => {
  it.each(["ITEM_LOGIN_REQUIRED", "ITEM_LOCKED", "USER_PERMISSION_REVOKED"])(
    "%s stops every reading, shows on the item and is told",
    async (code) => {
      const { accessToken, itemId } = await linked(46);
      await follow(client, accessToken, emptyBooks());
      await onItem(accessToken, "problem", { code });
      const refused = { response: { status: 400, data: { error_type: "ITEM_ERROR", error_code: code } } };
      await expect(client.transactionsSync({ access_token: accessToken })).rejects.toMatchObject(refused);
      await expect(client.accountsGet({ access_token: accessToken })).rejects.toMatchObject(refused);
      const { data } = await client.itemGet({ access_token: accessToken });
      expect(data.item.error).toMatchObject({ error_code: code });
      const [told] = await codesOf(itemId);
      expect(told).toMatchObject({ error: { error_code: code, status: 400 } });
      expect(told?.webhook_code).toBe(code === "USER_PERMISSION_REVOKED" ? code : "ERROR");
    },
  );

  it("is silent about new rows until it is repaired, and then tells of them", async () => {
    const { accessToken, itemId } = await linked(47);
    const kept = await follow(client, accessToken, emptyBooks());
    await onItem(accessToken, "problem", { code: "ITEM_LOGIN_REQUIRED" });
    await onItem(accessToken, "live", { days: 5 });
    await onItem(accessToken, "problem", { code: null });
    const codes = (await codesOf(itemId)).map(({ webhook_code: code }) => code);
    expect(codes.toSorted()).toEqual(["ERROR", "LOGIN_REPAIRED", "SYNC_UPDATES_AVAILABLE"]);
    await expectTrue(accessToken, await follow(client, accessToken, kept));
  });

  it("goes on as before while it is only about to end", async () => {
    const { accessToken, itemId } = await linked(48);
    for (const code of ["PENDING_DISCONNECT", "PENDING_EXPIRATION"]) {
      await onItem(accessToken, "problem", { code });
      expect((await client.accountsGet({ access_token: accessToken })).status).toBe(200);
    }
    const { data } = await client.itemGet({ access_token: accessToken });
    expect(data.item.consent_expiration_time).toBeTypeOf("string");
    expect(await codesOf(itemId)).toHaveLength(2);
  });
});
