import { eq } from "drizzle-orm";
import { describe, expect, inject, it } from "vitest";
import { accessTokenOf, newLink } from "../../tests/support/linked-bank";
import { askBank } from "../../tests/support/plaid-proxy";
import { proxiedBank } from "../../tests/support/proxied-bank";
import { database } from "../db/client";
import { findItem, listItemsToRead } from "../db/queries/items";
import { items } from "../db/schema/banks";
import { checkItem } from "./check-item";
import { finishUpdate } from "./finish-update";
import { syncItem } from "./sync-item";

const bankUrl = inject("services").plaidUrl;
const HOUR_MS = 3_600_000;
const proxy = await proxiedBank();

const now = new Date();

async function newBank() {
  const link = await newLink(5, 2);
  await syncItem(link.itemId, now);
  return link;
}

async function itemOf(itemId: string) {
  const item = await findItem(database(), itemId);
  if (!item) throw new Error("no item");
  return item;
}

/** How long after `now` the bank is read next; null: never. */
async function hoursToNext(itemId: string): Promise<number | null> {
  const { nextReadAt } = await itemOf(itemId);
  return nextReadAt && (nextReadAt.getTime() - now.getTime()) / HOUR_MS;
}

/** Plaid answers with what it has, and says what is wrong with the item. */
function tell(code: string, type: string): void {
  proxy.rewrite = (path, answer) => {
    if (path !== "/accounts/get" && path !== "/item/get") return answer;
    const error = { error_type: type, error_code: code, error_message: "" };
    return { ...answer, item: { ...(answer.item as object), error } };
  };
}

describe("a bank that the person must sign in to", () => {
  it("is asked once a day, so that it comes back although no news of its repair arrived", async () => {
    const { itemId } = await newBank();
    const access_token = await accessTokenOf(itemId);
    await askBank(bankUrl, "/control/problem", { access_token, code: "ITEM_LOGIN_REQUIRED" });
    for (let day = 0; day < 3; day += 1) {
      await expect(syncItem(itemId, now)).rejects.toMatchObject({ code: "conflict" });
      expect(await hoursToNext(itemId)).toBeGreaterThan(19);
      expect(await hoursToNext(itemId)).toBeLessThanOrEqual(24);
    }
    const tomorrow = new Date(now.getTime() + 24 * HOUR_MS);
    expect(await listItemsToRead(database(), tomorrow, 10_000)).toContain(itemId);
    await askBank(bankUrl, "/control/problem", { access_token, code: null });
    await syncItem(itemId, tomorrow);
    expect(await itemOf(itemId)).toMatchObject({ status: "active", errorCode: null });
  });

  it("is not called repaired after Link while Plaid answers with what it has", async () => {
    const { userId, itemId } = await newBank();
    tell("ITEM_LOGIN_REQUIRED", "ITEM_ERROR");
    await syncItem(itemId, now);
    const update = { connectionId: itemId, linkSessionId: null, selectAccounts: false };
    await expect(finishUpdate(userId, update)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("sign in again"),
    });
    expect(await itemOf(itemId)).toMatchObject({ status: "login_required" });
  });
});

describe("a token that Plaid does not take", () => {
  it("is tried again with the ordinary poll: the keys may be mended", async () => {
    const { itemId } = await newBank();
    proxy.intervene = () => ({ code: "INVALID_ACCESS_TOKEN", type: "INVALID_INPUT", status: 400 });
    await expect(syncItem(itemId, now)).rejects.toMatchObject({ code: "conflict" });
    expect(await hoursToNext(itemId)).toBeLessThan(7);
    proxy.intervene = () => undefined;
    await syncItem(itemId, now);
    expect(await itemOf(itemId)).toMatchObject({ status: "active", errorCode: null });
  });
});

describe("a code that nobody knows yet", () => {
  it("of a bank that answers is judged by its type: this one is away and comes back", async () => {
    const { itemId } = await newBank();
    tell("A_NEW_BANK_TROUBLE", "INSTITUTION_ERROR");
    await syncItem(itemId, now);
    expect(await itemOf(itemId)).toMatchObject({ status: "error", errorCode: "A_NEW_BANK_TROUBLE" });
    expect(await hoursToNext(itemId)).toBeLessThan(7);
  });

  it("in news is judged by the type that Plaid names", async () => {
    const { itemId } = await newBank();
    tell("A_NEW_BANK_TROUBLE", "INSTITUTION_ERROR");
    expect(await checkItem(await itemOf(itemId), now)).toEqual({ errorCode: "A_NEW_BANK_TROUBLE" });
    expect(await itemOf(itemId)).toMatchObject({ status: "error" });
    expect(await hoursToNext(itemId)).toBeLessThan(7);
  });
});

describe("a warning", () => {
  it("that ends a reading neither marks the bank nor stops it from being read", async () => {
    const { itemId } = await newBank();
    proxy.intervene = () => ({ code: "PENDING_DISCONNECT", type: "ITEM_ERROR", status: 400 });
    await expect(syncItem(itemId, now)).rejects.toThrow();
    expect(await itemOf(itemId)).toMatchObject({ status: "active", errorCode: null });
    expect(await hoursToNext(itemId)).toBeLessThan(7);
  });
});

describe("an address for news that Plaid does not take", () => {
  it("keeps nothing else of the bank from being read", async () => {
    const { itemId } = await newBank();
    await database()
      .update(items)
      .set({ webhookUrl: "https://old.example/hook" })
      .where(eq(items.id, itemId));
    proxy.paths.length = 0;
    proxy.rewrite = (path, answer) =>
      path === "/accounts/get"
        ? { ...answer, item: { ...(answer.item as object), products: ["transactions", "investments"] } }
        : answer;
    proxy.intervene = (path) =>
      path === "/item/webhook/update"
        ? { code: "INVALID_FIELD", type: "INVALID_REQUEST", status: 400 }
        : undefined;
    await syncItem(itemId, now);
    expect(proxy.paths).toContain("/item/webhook/update");
    expect(proxy.paths).toContain("/investments/holdings/get");
  });
});
