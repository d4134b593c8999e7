import { describe, expect, inject, it } from "vitest";
import { accessTokenOf, newPerson, storedRows } from "../../tests/support/linked-bank";
import { askBank } from "../../tests/support/plaid-proxy";
import { proxiedBank } from "../../tests/support/proxied-bank";
import { newBank, visitBank } from "../../tests/support/sandbox-window";
import { database } from "../db/client";
import { saveItemNotice } from "../db/queries/item-notices";
import { findItem } from "../db/queries/items";
import { finishUpdate } from "./finish-update";
import { linkBank } from "./link-bank";
import { listConnections } from "./list-connections";
import { syncItem } from "./sync-item";

const bankUrl = inject("services").plaidUrl;
const proxy = await proxiedBank();

const small = { username: "user_household", password: JSON.stringify({ seed: 21, months: 2 }) };
const update = (connectionId: string, selectAccounts = false) => ({
  connectionId,
  linkSessionId: null,
  selectAccounts,
});
const subtypes = async (userId: string) => {
  const [connection] = await listConnections(userId);
  return connection?.accounts.map(({ subtype }) => subtype).sort();
};

async function linked(choose?: (account: { subtype: string | null }) => boolean) {
  const userId = await newPerson();
  const visit = choose ? { ...small, choose } : small;
  const { connectionId } = await linkBank(userId, await newBank(userId, visit));
  await syncItem(connectionId);
  return { userId, connectionId };
}

async function lockOut(connectionId: string): Promise<void> {
  const access_token = await accessTokenOf(connectionId);
  await askBank(bankUrl, "/control/problem", { access_token, code: "ITEM_LOGIN_REQUIRED" });
  await expect(syncItem(connectionId)).rejects.toThrow();
}

describe("finishUpdate", () => {
  it("makes a connection whole again after the person has signed in, with the same token and no exchange", async () => {
    const { userId, connectionId } = await linked();
    const token = await accessTokenOf(connectionId);
    const rows = (await storedRows(connectionId)).length;
    await lockOut(connectionId);
    expect((await listConnections(userId))[0]).toMatchObject({ status: "login_required", remedy: "sign_in" });

    const { session, end } = await visitBank(userId, { ...small, target: { connectionId } });
    expect([session.mode, end.publicToken]).toEqual(["update", null]);
    proxy.paths.length = 0;
    await finishUpdate(userId, update(connectionId));
    expect(proxy.paths).not.toContain("/item/public_token/exchange");
    expect((await listConnections(userId))[0]).toMatchObject({ status: "active", remedy: null });
    expect(await accessTokenOf(connectionId)).toBe(token);
    await syncItem(connectionId);
    expect((await storedRows(connectionId)).length).toBeGreaterThanOrEqual(rows);
  });

  it("does not say that all is well while the bank still refuses", async () => {
    const { userId, connectionId } = await linked();
    await lockOut(connectionId);
    await expect(finishUpdate(userId, update(connectionId))).rejects.toMatchObject({ code: "conflict" });
    expect((await listConnections(userId))[0]).toMatchObject({ status: "login_required" });
  });

  it.each([
    ["INVALID_ACCESS_TOKEN", "INVALID_INPUT", "keeps everything: the keys may be wrong"],
    ["ITEM_NOT_FOUND", "ITEM_ERROR", "deletes what came through it"],
  ])("when Plaid says %s (%s) %s", async (code, type) => {
    const { userId, connectionId } = await linked();
    proxy.intervene = (path) => (path === "/accounts/get" ? { status: 400, code, type } : undefined);
    await expect(finishUpdate(userId, update(connectionId))).rejects.toMatchObject({ plaidCode: code });
    const isKept = code === "INVALID_ACCESS_TOKEN";
    expect((await findItem(database(), connectionId))?.status === "revoked").toBe(!isKept);
    expect((await storedRows(connectionId)).length > 0).toBe(isKept);
  });

  it("deletes what came through accounts that are no longer shared, and adds new ones", async () => {
    const { userId, connectionId } = await linked(({ subtype }) => subtype !== "savings");
    await saveItemNotice(database(), connectionId, { hasNewAccounts: true });
    const before = await storedRows(connectionId);
    const [connection] = await listConnections(userId);
    const checking = connection?.accounts.find(({ subtype }) => subtype === "checking")?.id;
    expect(before.some(({ accountId }) => accountId === checking)).toBe(true);

    await visitBank(userId, {
      ...small,
      target: { connectionId, selectAccounts: true },
      choose: ({ subtype }) => subtype !== "checking",
    });
    await finishUpdate(userId, update(connectionId, true));
    expect(await subtypes(userId)).not.toContain("checking");
    expect(await subtypes(userId)).toContain("savings");
    expect((await storedRows(connectionId)).some(({ accountId }) => accountId === checking)).toBe(false);
    expect((await findItem(database(), connectionId))?.hasNewAccounts).toBe(false);
    // What the account added has is read like everything else.
    await syncItem(connectionId);
    const after = await storedRows(connectionId);
    const [now] = await listConnections(userId);
    const savings = now?.accounts.find(({ subtype }) => subtype === "savings")?.id;
    expect(after.some(({ accountId }) => accountId === savings)).toBe(true);
  });

  it("keeps the rows of an account that comes back under a new id", async () => {
    const { userId, connectionId } = await linked();
    type Stated = { account_id: string };
    const rename = (suffix: string) => {
      proxy.rewrite = (path, answer) =>
        path === "/accounts/get"
          ? {
              ...answer,
              accounts: (answer.accounts as Stated[]).map((account) => ({
                ...account,
                account_id: `${account.account_id}${suffix}`,
                persistent_account_id: `tan-${account.account_id}`,
              })),
            }
          : answer;
    };
    rename("");
    await finishUpdate(userId, update(connectionId, true));
    const rows = (await storedRows(connectionId)).length;
    rename("-new");
    await finishUpdate(userId, update(connectionId, true));
    proxy.rewrite = (_path, answer) => answer;
    expect(rows).toBeGreaterThan(0);
    expect(await storedRows(connectionId)).toHaveLength(rows);
  });

  it("keeps accounts that the bank no longer lists when the person did not choose", async () => {
    const { userId, connectionId } = await linked();
    const before = await subtypes(userId);
    proxy.rewrite = (path, answer) =>
      path === "/accounts/get" ? { ...answer, accounts: [(answer.accounts as unknown[])[0]] } : answer;
    await finishUpdate(userId, update(connectionId));
    proxy.rewrite = (_path, answer) => answer;
    expect(await subtypes(userId)).toEqual(before);
  });

  it("changes nobody else's connection", async () => {
    const { connectionId } = await linked();
    await expect(finishUpdate(await newPerson(), update(connectionId))).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
