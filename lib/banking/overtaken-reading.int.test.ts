import { eq } from "drizzle-orm";
import { describe, expect, inject, it } from "vitest";
import { accessTokenOf, newLink, newPerson, storedRows } from "../../tests/support/linked-bank";
import { askBank } from "../../tests/support/plaid-proxy";
import { proxiedBank } from "../../tests/support/proxied-bank";
import { newBank, visitBank } from "../../tests/support/sandbox-window";
import { database } from "../db/client";
import { listAccountsOfItem } from "../db/queries/accounts";
import { findItem, saveItemProblem } from "../db/queries/items";
import { takeReadLease } from "../db/queries/read-leases";
import { items } from "../db/schema/banks";
import { endAccess } from "./end-access";
import { endAccountAccess } from "./end-account-access";
import { finishUpdate } from "./finish-update";
import { linkBank } from "./link-bank";
import { noteItemProblem } from "./note-item-problem";
import { requestSync } from "./request-sync";
import { syncItem } from "./sync-item";

const bankUrl = inject("services").plaidUrl;
const proxy = await proxiedBank();

const itemOf = (itemId: string) => findItem(database(), itemId);
const subtypesOf = async (itemId: string) =>
  (await listAccountsOfItem(database(), itemId)).map(({ subtype }) => subtype).sort();

/** The bank's next list of accounts is on its way when `then` happens. */
function whileListed(itemId: string, then: () => Promise<unknown>): void {
  let isDone = false;
  proxy.intervene = async (path) => {
    if (path !== "/accounts/get" || isDone) return undefined;
    isDone = true;
    const answer = await askBank<object>(bankUrl, path, { access_token: await accessTokenOf(itemId) });
    await then();
    return { answer };
  };
}

describe("an account that is withdrawn while the bank is read", () => {
  it("does not come back with that reading, the first one too", async () => {
    const { itemId } = await newLink(5, 2);
    for (let turn = 0; turn < 2; turn += 1) {
      const [gone] = await listAccountsOfItem(database(), itemId);
      if (!gone) throw new Error("no account");
      const before = Date.now();
      whileListed(itemId, () => endAccountAccess(itemId, gone.plaidAccountId));
      expect(await syncItem(itemId)).toBeNull();
      const left = await listAccountsOfItem(database(), itemId);
      expect(left.map(({ plaidAccountId }) => plaidAccountId)).not.toContain(gone.plaidAccountId);
      expect((await storedRows(itemId)).filter(({ accountId }) => accountId === gone.id)).toEqual([]);
      const item = await itemOf(itemId);
      expect(item).toMatchObject({ readLease: null, readLeaseUntil: null });
      expect(item?.nextReadAt?.getTime()).toBeGreaterThanOrEqual(before);
      expect(item?.nextReadAt?.getTime()).toBeLessThan(before + 60_000);
    }
  });

  it("does not come back when it was not known yet", async () => {
    const { itemId } = await newLink(5, 2);
    const [gone] = await listAccountsOfItem(database(), itemId);
    if (!gone) throw new Error("no account");
    await endAccountAccess(itemId, gone.plaidAccountId);
    whileListed(itemId, () => endAccountAccess(itemId, gone.plaidAccountId));
    expect(await syncItem(itemId)).toBeNull();
    const left = await listAccountsOfItem(database(), itemId);
    expect(left.map(({ plaidAccountId }) => plaidAccountId)).not.toContain(gone.plaidAccountId);
  });

  it("does not come back when the person left it out in Link", async () => {
    const { userId, itemId } = await household();
    whileListed(itemId, async () => {
      await visitBank(userId, {
        ...small,
        target: { connectionId: itemId, selectAccounts: true },
        choose: ({ subtype }) => subtype !== "checking",
      });
      await finishUpdate(userId, { connectionId: itemId, linkSessionId: null, selectAccounts: true });
    });
    expect(await syncItem(itemId)).toBeNull();
    expect(await subtypesOf(itemId)).not.toContain("checking");
    await syncItem(itemId);
    expect(await subtypesOf(itemId)).not.toContain("checking");
    expect(await subtypesOf(itemId)).toContain("savings");
  });

  it("stays gone with its bank when access ends while the person's choice is on its way", async () => {
    const { userId, itemId } = await household();
    whileListed(itemId, () => endAccess(itemId));
    await expect(
      finishUpdate(userId, { connectionId: itemId, linkSessionId: null, selectAccounts: true }),
    ).rejects.toMatchObject({ code: "conflict" });
    expect(await listAccountsOfItem(database(), itemId)).toEqual([]);
    expect(await itemOf(itemId)).toMatchObject({ status: "revoked" });
  });
});

const small = { username: "user_household", password: JSON.stringify({ seed: 21, months: 2 }) };

async function household() {
  const userId = await newPerson();
  const { connectionId } = await linkBank(userId, await newBank(userId, small));
  await syncItem(connectionId);
  return { userId, itemId: connectionId };
}

describe("a wish for a reading", () => {
  it("stands already when the rows are stored, should the process be killed before the end", async () => {
    const { itemId } = await newLink(5, 2);
    await database()
      .update(items)
      .set({ webhookUrl: "https://old.example/hook" })
      .where(eq(items.id, itemId));
    const now = new Date();
    let due: Date | null | undefined;
    proxy.intervene = async (path) => {
      if (path === "/accounts/get") await requestSync(itemId, now);
      if (path === "/item/webhook/update") due = (await itemOf(itemId))?.nextReadAt;
      return undefined;
    };
    await syncItem(itemId, now);
    expect(due).toEqual(now);
  });

  it("outlives the plan of a reading that failed", async () => {
    const { itemId } = await newLink(5, 2);
    const held = { itemId, lease: "00000000-0000-4000-8000-000000000003" };
    const now = new Date();
    const plan = { readAttempts: 1, nextReadAt: now };
    const item = await takeReadLease(database(), held, 60, plan);
    if (!item) throw new Error("no lease");
    const later = new Date(now.getTime() + 3_600_000);
    const reading = { lease: held.lease, readRequests: item.readRequests, now };
    await saveItemProblem(database(), itemId, { nextReadAt: later }, reading);
    expect(await itemOf(itemId)).toMatchObject({ nextReadAt: later });
    await requestSync(itemId, now);
    await saveItemProblem(database(), itemId, { nextReadAt: null }, reading);
    expect(await itemOf(itemId)).toMatchObject({ nextReadAt: now });
  });
});

describe("a problem that Plaid tells of while the bank is read", () => {
  it("leads to another reading, which finds it", async () => {
    const { itemId } = await newLink(5, 2);
    const now = new Date();
    whileListed(itemId, async () => {
      await askBank(bankUrl, "/control/problem", {
        access_token: await accessTokenOf(itemId),
        code: "ITEM_LOGIN_REQUIRED",
      });
      await noteItemProblem(itemId, "ITEM_LOGIN_REQUIRED", now);
    });
    await syncItem(itemId, now);
    expect(await itemOf(itemId)).toMatchObject({ nextReadAt: now });
    await expect(syncItem(itemId, now)).rejects.toMatchObject({ code: "conflict" });
    expect(await itemOf(itemId)).toMatchObject({ status: "login_required" });
  });
});
