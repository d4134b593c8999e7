import { eq } from "drizzle-orm";
import type { AccountBase } from "plaid";
import { afterAll, describe, expect, inject, it } from "vitest";
import { accessTokenOf, newLink, newPerson, storedRows } from "../../tests/support/linked-bank";
import { askBank, withoutVisit } from "../../tests/support/plaid-proxy";
import { proxiedBank } from "../../tests/support/proxied-bank";
import { database } from "../db/client";
import { listAccountsOfItem } from "../db/queries/accounts";
import { findItem } from "../db/queries/items";
import { findLinkToEnd } from "../db/queries/links-to-end";
import { items } from "../db/schema/banks";
import { stagedTransactions } from "../db/schema/transactions";
import { openLedger } from "../insights/open-ledger";
import { closeRedis } from "../redis";
import { endAccess } from "./end-access";
import { endAccountAccess } from "./end-account-access";
import { endLink } from "./end-link";
import { itemRepaired } from "./item-repaired";
import { listConnections } from "./list-connections";
import { noteItemProblem } from "./note-item-problem";
import { refreshItem } from "./refresh-item";
import { requestSync } from "./request-sync";
import { syncItem } from "./sync-item";
import { unlinkItem } from "./unlink-item";

const bankUrl = inject("services").plaidUrl;
const proxy = await proxiedBank();

afterAll(async () => {
  await closeRedis();
});

async function newBank() {
  const link = await newLink(5, 2);
  await syncItem(link.itemId);
  return link;
}

const itemOf = (itemId: string) => findItem(database(), itemId);
const viewOf = async (userId: string) => (await listConnections(userId))[0];
const failing =
  (code: string, type = "ITEM_ERROR") =>
  () => ({ code, type, status: 400 });
/** Plaid answers with what it has, and says that it gets nothing new. */
function lockedOut(path: string, answer: Record<string, unknown>) {
  if (path !== "/accounts/get") return answer;
  const error = { error_type: "ITEM_ERROR", error_code: "ITEM_LOGIN_REQUIRED", error_message: "" };
  return { ...answer, item: { ...(answer.item as object), error } };
}
const isKnownToBank = (accessToken: string) =>
  askBank(bankUrl, "/item/get", { access_token: accessToken }).then(
    () => true,
    () => false,
  );

describe("unlinking a bank", () => {
  it("leaves nothing of it, here and at Plaid", async () => {
    const { userId, itemId } = await newBank();
    const accessToken = await accessTokenOf(itemId);
    await unlinkItem(userId, itemId);
    expect(await itemOf(itemId)).toBeUndefined();
    expect(await storedRows(itemId)).toEqual([]);
    expect(await listAccountsOfItem(database(), itemId)).toEqual([]);
    expect(await findLinkToEnd(database(), itemId)).toBeUndefined();
    expect(await isKnownToBank(accessToken)).toBe(false);
  });

  it("is done here although Plaid is away, and there later", async () => {
    const { userId, itemId } = await newBank();
    const accessToken = await accessTokenOf(itemId);
    proxy.intervene = failing("INTERNAL_SERVER_ERROR", "API_ERROR");
    await unlinkItem(userId, itemId);
    expect(await listConnections(userId)).toEqual([]);
    expect(await isKnownToBank(accessToken)).toBe(true);
    proxy.intervene = () => undefined;
    await endLink(itemId);
    expect(await isKnownToBank(accessToken)).toBe(false);
  });

  it("keeps the token while Plaid takes none of ours, and ends the link once it does", async () => {
    const { userId, itemId } = await newBank();
    const accessToken = await accessTokenOf(itemId);
    proxy.intervene = failing("INVALID_ACCESS_TOKEN", "INVALID_INPUT");
    await unlinkItem(userId, itemId);
    expect(await findLinkToEnd(database(), itemId)).toMatchObject({ attempts: 1 });
    proxy.intervene = () => undefined;
    await endLink(itemId);
    expect(await isKnownToBank(accessToken)).toBe(false);
  });

  it("has nothing left to do when Plaid has ended the link already", async () => {
    const { userId, itemId } = await newBank();
    proxy.intervene = failing("ITEM_NOT_FOUND", "ITEM_ERROR");
    await unlinkItem(userId, itemId);
    expect(await findLinkToEnd(database(), itemId)).toBeUndefined();
  });

  it("is for its owner alone", async () => {
    const { itemId } = await newBank();
    await expect(unlinkItem(await newPerson(), itemId)).rejects.toMatchObject({ code: "not_found" });
    expect(await itemOf(itemId)).toBeDefined();
  });

  it("stops a reading that is going on from storing anything", async () => {
    const { userId, itemId } = await newLink(5, 2);
    proxy.intervene = async (path) => {
      if (path === "/accounts/get") await unlinkItem(userId, itemId);
      return undefined;
    };
    await Promise.allSettled([syncItem(itemId)]);
    expect(await storedRows(itemId)).toEqual([]);
    expect(await database().$count(stagedTransactions, eq(stagedTransactions.itemId, itemId))).toBe(0);
  });
});

describe("access that has ended", () => {
  it("takes the data along, says so, and is never read again", async () => {
    const { userId, itemId } = await newBank();
    await endAccess(itemId);
    await endAccess(itemId);
    expect(await storedRows(itemId)).toEqual([]);
    expect(await viewOf(userId)).toMatchObject({
      status: "revoked",
      problem: expect.stringContaining("has ended"),
      remedy: "link_again",
      accounts: [],
    });
    await requestSync(itemId);
    expect(await itemOf(itemId)).toMatchObject({
      nextReadAt: null,
      accessTokenEncrypted: null,
      cursor: null,
    });
    await expect(syncItem(itemId)).rejects.toMatchObject({ code: "conflict" });
    await noteItemProblem(itemId, "ITEM_LOGIN_REQUIRED");
    await itemRepaired(itemId);
    expect(await viewOf(userId)).toMatchObject({ status: "revoked" });
    expect(await findLinkToEnd(database(), itemId)).toBeDefined();
  });

  it.each(["ITEM_NOT_FOUND", "USER_PERMISSION_REVOKED"])(
    "is learnt from a reading that meets %s",
    async (code) => {
      const { userId, itemId } = await newBank();
      proxy.intervene = failing(code);
      await expect(syncItem(itemId)).rejects.toMatchObject({ code: "conflict" });
      expect(await viewOf(userId)).toMatchObject({ status: "revoked", remedy: "link_again" });
      expect(await storedRows(itemId)).toEqual([]);
    },
  );

  it("is not concluded from a token that Plaid does not take: the keys may be of another environment", async () => {
    const { userId, itemId } = await newBank();
    const before = await storedRows(itemId);
    proxy.intervene = failing("INVALID_ACCESS_TOKEN", "INVALID_INPUT");
    await expect(syncItem(itemId)).rejects.toMatchObject({ code: "conflict" });
    expect(await storedRows(itemId)).toEqual(before);
    expect(await viewOf(userId)).toMatchObject({ status: "error", remedy: "link_again" });
  });

  it("of one account leaves the others", async () => {
    const { itemId } = await newBank();
    const [account, ...others] = await listAccountsOfItem(database(), itemId);
    if (!account) throw new Error("no account");
    const rest = (await storedRows(itemId)).filter(({ accountId }) => accountId !== account.id);
    await endAccountAccess(itemId, account.plaidAccountId);
    await endAccountAccess(itemId, account.plaidAccountId);
    expect((await listAccountsOfItem(database(), itemId)).map(({ id }) => id)).toEqual(
      others.map(({ id }) => id),
    );
    expect((await storedRows(itemId)).map(({ id }) => id)).toEqual(rest.map(({ id }) => id));
  });
});

describe("what the page says of a bank", () => {
  it.each([
    [
      "ITEM_LOGIN_REQUIRED",
      "ITEM_ERROR",
      { status: "login_required", remedy: "sign_in", problem: /sign in again/ },
    ],
    [
      "INSTITUTION_NOT_RESPONDING",
      "INSTITUTION_ERROR",
      { status: "error", remedy: null, problem: /try again later/ },
    ],
    [
      "INSTITUTION_NO_LONGER_SUPPORTED",
      "INSTITUTION_ERROR",
      { status: "error", remedy: null, problem: /does not offer/ },
    ],
    ["INVALID_API_KEYS", "INVALID_INPUT", { status: "error", remedy: null, problem: /PLAID_ settings/ }],
    ["TRANSACTIONS_LIMIT", "RATE_LIMIT_EXCEEDED", { status: "active", remedy: null, problem: null }],
    ["PLANNED_MAINTENANCE", "API_ERROR", { status: "active", remedy: null, problem: null }],
  ])("after %s", async (code, type, { problem, ...expected }) => {
    const { userId, itemId } = await newBank();
    proxy.intervene = failing(code, type);
    await expect(syncItem(itemId)).rejects.toThrow();
    const view = await viewOf(userId);
    expect(view).toMatchObject(expected);
    if (problem === null) expect(view?.problem).toBeNull();
    else expect(view?.problem).toMatch(problem);
    proxy.intervene = () => undefined;
    await syncItem(itemId);
    expect(await viewOf(userId)).toMatchObject({ status: "active", problem: null, remedy: null });
  });

  it("blames nobody else when the stored token cannot be opened", async () => {
    const { userId, itemId } = await newLink(5, 1);
    await database()
      .update(items)
      .set({ accessTokenEncrypted: "v2.lost.AAAA.AAAA" })
      .where(eq(items.id, itemId));
    const now = new Date();
    await expect(syncItem(itemId, now)).rejects.toMatchObject({ code: "internal" });
    expect(proxy.paths.filter((path) => path === "/transactions/sync")).toEqual([]);
    const view = await viewOf(userId);
    expect(view).toMatchObject({ status: "error", reading: null, remedy: null });
    expect(view?.problem).toContain("ENCRYPTION_KEYS");
    expect((await itemOf(itemId))?.nextReadAt?.getTime()).toBeGreaterThan(now.getTime() + 3_600_000);
  });

  it("asks to sign in while Plaid answers for an item that it calls broken", async () => {
    const { userId, itemId } = await newBank();
    proxy.rewrite = lockedOut;
    await syncItem(itemId);
    expect(await viewOf(userId)).toMatchObject({ status: "login_required", remedy: "sign_in" });
  });

  it.each([
    ["its item has a problem", lockedOut, "login_required"],
    ["nobody says why", (_path: string, answer: Record<string, unknown>) => answer, "active"],
  ])("ends data on the day that Plaid last reached the bank when %s", async (_why, stand, status) => {
    const { userId, itemId } = await newLink(5, 2);
    const at = (day: number) => new Date(Date.UTC(2027, 0, day, 9));
    let visit = at(1);
    const visited = (path: string, answer: Record<string, unknown>) =>
      path === "/item/get"
        ? { ...answer, status: { transactions: { last_successful_update: visit.toISOString() } } }
        : answer;
    proxy.rewrite = visited;
    await syncItem(itemId, at(1));
    // Between two visits all is well.
    await syncItem(itemId, at(2));
    expect(await itemOf(itemId)).toMatchObject({ lastSyncedAt: at(2) });
    visit = at(3);
    proxy.rewrite = (path, answer) => stand(path, visited(path, answer));
    await syncItem(itemId, at(8));
    expect(await itemOf(itemId)).toMatchObject({ status, lastSyncedAt: at(3) });
    // The balance holds the rows until then, so they must not be added to it.
    for (const { balanceAsOf } of await listAccountsOfItem(database(), itemId)) {
      expect(balanceAsOf).toEqual(at(3));
    }
    const caveats = await (await openLedger(userId, at(12))).caveats({});
    expect(caveats).toHaveLength(1);
    expect(caveats[0]).toContain("Jan 3, 2027");
    // No clock of Plaid's is trusted to be ahead of ours, and what is known is not forgotten.
    proxy.rewrite = visited;
    visit = at(20);
    await syncItem(itemId, at(9));
    expect(await itemOf(itemId)).toMatchObject({ status: "active", lastSyncedAt: at(9) });
  });

  it("does not take for fresh what Plaid answers with while it is locked out, until it is let in again", async () => {
    const { userId, itemId } = await newLink(5, 2);
    const at = (day: number) => new Date(Date.UTC(2026, 11, day, 9));
    proxy.rewrite = withoutVisit;
    await syncItem(itemId, at(1));
    const access_token = await accessTokenOf(itemId);
    await askBank(bankUrl, "/control/problem", { access_token, code: "ITEM_LOGIN_REQUIRED" });
    await expect(syncItem(itemId, at(5))).rejects.toMatchObject({ code: "conflict" });
    expect(await itemOf(itemId)).toMatchObject({ status: "login_required", lastSyncedAt: at(1) });
    // Plaid itself may also answer with what it has.
    await askBank(bankUrl, "/control/problem", { access_token, code: null });
    proxy.rewrite = (path, answer) => lockedOut(path, withoutVisit(path, answer));
    await syncItem(itemId, at(6));
    expect(await itemOf(itemId)).toMatchObject({ status: "login_required", lastSyncedAt: at(1) });
    for (const { balanceAsOf } of await listAccountsOfItem(database(), itemId)) {
      expect(balanceAsOf).not.toEqual(at(6));
    }
    const ledger = await openLedger(userId, at(9));
    expect(await ledger.caveats({})).toEqual([
      "First Platypus Bank needs you to sign in again; its data ends on Dec 1, 2026.",
    ]);
    proxy.rewrite = withoutVisit;
    await syncItem(itemId, at(9));
    expect(await itemOf(itemId)).toMatchObject({ status: "active", lastSyncedAt: at(9) });
  });

  it("keeps a bank that will end soon healthy, and forgets the date once it is repaired", async () => {
    const { userId, itemId } = await newBank();
    const reconnectBy = new Date("2026-12-24T00:00:00Z");
    await database().update(items).set({ reconnectBy }).where(eq(items.id, itemId));
    await noteItemProblem(itemId, "PENDING_DISCONNECT");
    expect(await viewOf(userId)).toMatchObject({
      status: "active",
      problem: null,
      remedy: "sign_in",
      reconnectBy: reconnectBy.toISOString(),
    });
    const now = new Date();
    await itemRepaired(itemId, now);
    expect(await viewOf(userId)).toMatchObject({ status: "active", remedy: null, reconnectBy: null });
    expect(await itemOf(itemId)).toMatchObject({ nextReadAt: now });
  });
});

describe("what time does to what the page says", () => {
  const day = (count: number) => new Date(Date.UTC(2026, 11, count, 9));
  const viewAt = async (userId: string, now: Date) => (await listConnections(userId, { now }))[0];

  it("forgets the day by which to sign in once it has passed and the bank still works", async () => {
    const { userId, itemId } = await newLink(5, 1);
    await database()
      .update(items)
      .set({ reconnectBy: day(3) })
      .where(eq(items.id, itemId));
    expect(await viewAt(userId, day(2))).toMatchObject({
      remedy: "sign_in",
      reconnectBy: expect.any(String),
    });
    expect(await viewAt(userId, day(3))).toMatchObject({ remedy: null, reconnectBy: null });
    await syncItem(itemId, day(2));
    expect(await itemOf(itemId)).toMatchObject({ reconnectBy: day(3) });
    await syncItem(itemId, day(4));
    expect(await itemOf(itemId)).toMatchObject({ status: "active", reconnectBy: null });
  });

  it("calls a bank stale that was last read more than three days ago, or never since it was linked", async () => {
    const { userId, itemId } = await newLink(5, 1);
    const set = (values: Partial<typeof items.$inferInsert>) =>
      database().update(items).set(values).where(eq(items.id, itemId));
    await set({ createdAt: day(1) });
    expect((await viewAt(userId, day(4)))?.isStale).toBe(false);
    expect((await viewAt(userId, day(5)))?.isStale).toBe(true);
    await set({ lastSyncedAt: day(5) });
    expect((await viewAt(userId, day(8)))?.isStale).toBe(false);
    expect((await viewAt(userId, day(9)))?.isStale).toBe(true);
    await set({ source: "file" });
    expect((await viewAt(userId, day(9)))?.isStale).toBe(false);
  });
});

describe("accounts under a new id", () => {
  it("keep our row and what is on it where the bank gives a persistent id", async () => {
    const { itemId } = await newLink(5, 2);
    const stated = (prefix: string) => (path: string, answer: Record<string, unknown>) => {
      const rename = <Row extends { account_id: string }>(row: Row): Row => ({
        ...row,
        account_id: `${prefix}${row.account_id}`,
      });
      if (path !== "/accounts/get" && path !== "/transactions/sync") return answer;
      return {
        ...answer,
        accounts: (answer.accounts as AccountBase[]).map((account) => ({
          ...rename(account),
          persistent_account_id: `tan-${account.account_id}`,
        })),
        ...(path === "/transactions/sync" && { added: (answer.added as AccountBase[]).map(rename) }),
      };
    };
    proxy.rewrite = stated("");
    await syncItem(itemId);
    const before = await listAccountsOfItem(database(), itemId);
    const rows = await storedRows(itemId);
    proxy.rewrite = stated("new-");
    await syncItem(itemId);
    const after = await listAccountsOfItem(database(), itemId);
    expect(after.map(({ id, plaidAccountId }) => [id, plaidAccountId])).toEqual(
      before.map(({ id, plaidAccountId }) => [id, `new-${plaidAccountId}`]),
    );
    expect((await storedRows(itemId)).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });
});

describe("Refresh now", () => {
  it("wishes for a reading, once a minute, for the owner", async () => {
    const { userId, itemId } = await newBank();
    const now = new Date();
    await refreshItem(userId, itemId, now);
    expect(await itemOf(itemId)).toMatchObject({ nextReadAt: now });
    await expect(refreshItem(userId, itemId)).rejects.toMatchObject({ code: "rate_limited" });
    await expect(refreshItem(await newPerson(), itemId)).rejects.toMatchObject({ code: "not_found" });
    expect(proxy.paths).not.toContain("/transactions/refresh");
  });
});

describe("our address for news", () => {
  it("is told to Plaid when it has changed, once", async () => {
    const { itemId } = await newBank();
    await database()
      .update(items)
      .set({ webhookUrl: "https://old.example/hook" })
      .where(eq(items.id, itemId));
    await syncItem(itemId);
    await syncItem(itemId);
    expect(proxy.paths.filter((path) => path === "/item/webhook/update")).toHaveLength(1);
    expect((await itemOf(itemId))?.webhookUrl).toBe("http://localhost:3000/api/webhooks/plaid");
  });
});
