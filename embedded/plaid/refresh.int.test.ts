import { type PlaidApi, Products } from "plaid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SandboxBank, startSandboxBank } from "./server";
import { emptyBooks, follow } from "./testing/follow-transactions";
import { control, household, link, plaidClient } from "./testing/linked-bank";
import { receiveWebhooks } from "./testing/webhook-receiver";

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

const dynamic = () => link(client, { override_username: "user_transactions_dynamic", webhook: receiver.url });
const refresh = (accessToken: string) => client.transactionsRefresh({ access_token: accessToken });
const toldOf = async (itemId: string) => {
  await control(bank.url, "webhooks/retry", {});
  return receiver.received.map(({ body }) => body).filter(({ item_id: id }) => id === itemId);
};

describe("/transactions/refresh", () => {
  it("posts what was pending, raises an amount by a dollar and brings new pending rows", async () => {
    const { accessToken, itemId } = await dynamic();
    const first = await follow(client, accessToken, emptyBooks());
    await refresh(accessToken);
    const { cursor = "" } = first;
    const { data } = await client.transactionsSync({ access_token: accessToken, cursor, count: 500 });
    const pending = data.added.filter((row) => row.pending);
    expect(pending).toHaveLength(3);
    expect(pending.every(({ date }) => date === "2026-11-24")).toBe(true);
    expect(data.modified).toHaveLength(1);
    const [bumped] = data.modified;
    expect((bumped?.amount ?? 0) - (first.rows.get(bumped?.transaction_id ?? "")?.amount ?? 0)).toBeCloseTo(
      1,
    );
    const posted = data.added.filter((row) => !row.pending);
    const gone = new Set(data.removed.map(({ transaction_id: id }) => id));
    for (const { pending_transaction_id: id } of posted) if (id) expect(gone).toContain(id);
    expect((await toldOf(itemId)).map(({ webhook_code: code }) => code)).toContain("SYNC_UPDATES_AVAILABLE");
  });

  it("posts at the next call what the last one brought, and who follows has all of it", async () => {
    const { accessToken } = await dynamic();
    await refresh(accessToken);
    const first = await follow(client, accessToken, emptyBooks());
    const held = [...first.rows.values()].filter(({ pending }) => pending);
    await refresh(accessToken);
    const next = await follow(client, accessToken, first);
    const anew = await follow(client, accessToken, emptyBooks());
    expect(new Map([...next.rows].sort())).toEqual(new Map([...anew.rows].sort()));
    const replaced = new Set([...next.rows.values()].map(({ pending_transaction_id: id }) => id));
    const made = held.filter(({ date }) => date === "2026-11-24").map(({ transaction_id: id }) => id);
    expect(made.filter((id) => replaced.has(id)).length).toBeGreaterThanOrEqual(3);
  });

  it("brings nothing at a bank that has nothing newer", async () => {
    const { accessToken, itemId } = await link(client, { ...household(9, 3), webhook: receiver.url });
    const { cursor = "" } = await follow(client, accessToken, emptyBooks());
    await refresh(accessToken);
    const { data } = await client.transactionsSync({ access_token: accessToken, cursor });
    expect(data).toMatchObject({ added: [], modified: [], removed: [] });
    expect(await toldOf(itemId)).toEqual([]);
  });
});

describe("news of products", () => {
  const linkedWith = async (institution: string, products: Products[]) => {
    const { data } = await client.sandboxPublicTokenCreate({
      institution_id: institution,
      initial_products: products,
      options: { webhook: receiver.url },
    });
    const { data: item } = await client.itemPublicTokenExchange({ public_token: data.public_token });
    const { data: known } = await client.accountsGet({ access_token: item.access_token });
    return { accessToken: item.access_token, itemId: item.item_id, accounts: known.accounts };
  };

  it("come now and then while the bank lives, for products that the item has", async () => {
    const rich = await linkedWith("ins_109508", [
      Products.Transactions,
      Products.Investments,
      Products.Liabilities,
    ]);
    const bare = await linkedWith("ins_109508", [Products.Transactions]);
    for (const { accessToken } of [rich, bare]) {
      await control(bank.url, "live", { days: 30, access_token: accessToken });
    }
    const kinds = async (itemId: string) =>
      (await toldOf(itemId)).map(({ webhook_type: type, webhook_code: code }) => `${type} ${code}`);
    const told = await kinds(rich.itemId);
    expect(told.filter((kind) => kind === "HOLDINGS DEFAULT_UPDATE")).toHaveLength(3);
    expect(told.filter((kind) => kind === "LIABILITIES DEFAULT_UPDATE")).toHaveLength(2);
    expect((await kinds(bare.itemId)).filter((kind) => /^(HOLDINGS|LIABILITIES)/.test(kind))).toEqual([]);
  });

  it("tell of recurring streams once they were asked for, with the accounts that have rows", async () => {
    const { accessToken, itemId, accounts } = await linkedWith("ins_109508", [Products.Transactions]);
    await client.transactionsRecurringGet({ access_token: accessToken });
    await control(bank.url, "live", { days: 14, access_token: accessToken });
    const told = (await toldOf(itemId)).filter(
      ({ webhook_code: code }) => code === "RECURRING_TRANSACTIONS_UPDATE",
    );
    expect(told).toHaveLength(2);
    const listed = accounts
      .filter(({ type }) => type === "depository" || type === "credit")
      .map(({ account_id: id }) => id);
    expect(told[0]).toMatchObject({ webhook_type: "TRANSACTIONS", account_ids: listed });
  });

  it("stay away while the bank does not let Plaid in", async () => {
    const { accessToken, itemId } = await linkedWith("ins_900003", [
      Products.Transactions,
      Products.Liabilities,
    ]);
    await control(bank.url, "problem", { access_token: accessToken, code: "ITEM_LOGIN_REQUIRED" });
    await control(bank.url, "live", { days: 30, access_token: accessToken });
    expect((await toldOf(itemId)).map(({ webhook_code: code }) => code)).toEqual(["ERROR"]);
  });
});
