import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { accessTokenOf, newLink, newPerson } from "../../tests/support/linked-bank";
import { type PlaidProxy, startPlaidProxy } from "../../tests/support/plaid-proxy";
import { closeDatabase, database } from "../db/client";
import { findItem, insertItem } from "../db/queries/items";
import { closeQueues } from "../queue/enqueue";
import { createLinkToken } from "./create-link-token";
import { endAccess } from "./end-access";

let proxy: PlaidProxy;
const asked: Record<string, unknown>[] = [];

beforeAll(async () => {
  proxy = await startPlaidProxy(inject("services").plaidUrl);
  Object.assign(process.env, {
    PLAID_BASE_URL: proxy.url,
    AUTH_URL: "https://purser.example",
    PLAID_COUNTRY_CODES: "us, CA",
  });
});

beforeEach(() => {
  asked.length = 0;
  proxy.intervene = (path, body) => {
    if (path === "/link/token/create") asked.push(body);
    return undefined;
  };
});

afterAll(async () => {
  await Promise.all([closeQueues(), closeDatabase(), proxy.stop()]);
});

describe("createLinkToken", () => {
  it("asks for two years of transactions, and for what else a bank has", async () => {
    const userId = await newPerson();
    const session = await createLinkToken(userId);
    expect(session).toEqual({
      linkToken: expect.stringMatching(/^link-sandbox-/),
      expiration: expect.stringMatching(/Z$/),
      mode: "new",
      institution: null,
    });
    expect(asked).toEqual([
      {
        client_name: "Purser",
        language: "en",
        country_codes: ["US", "CA"],
        user: { client_user_id: userId },
        products: ["transactions"],
        optional_products: ["investments", "liabilities"],
        transactions: { days_requested: 730 },
        webhook: "https://purser.example/api/webhooks/plaid",
        redirect_uri: "https://purser.example/accounts/oauth-return",
      },
    ]);
  });

  it("opens a linked bank in update mode: with its token and without products", async () => {
    const { userId, itemId } = await newLink(5, 1);
    asked.length = 0;
    const session = await createLinkToken(userId, { connectionId: itemId });
    expect(session).toMatchObject({
      mode: "update",
      institution: { institutionId: "ins_109508", name: "First Platypus Bank" },
    });
    const accessToken = await accessTokenOf(itemId);
    expect(asked[0]).toMatchObject({ access_token: accessToken });
    expect(Object.keys(asked[0] ?? {}).sort()).toEqual([
      "access_token",
      "client_name",
      "country_codes",
      "language",
      "redirect_uri",
      "user",
    ]);
    expect(JSON.stringify(session)).not.toContain(accessToken);
  });

  it("lets the person choose accounts when asked to", async () => {
    const { userId, itemId } = await newLink(5, 1);
    asked.length = 0;
    await createLinkToken(userId, { connectionId: itemId, selectAccounts: true });
    expect(asked[0]).toMatchObject({ update: { account_selection_enabled: true } });
  });

  it("links afresh what Plaid no longer knows, and notes that it has ended", async () => {
    const { userId, itemId } = await newLink(5, 1);
    asked.length = 0;
    proxy.intervene = (path, body) => {
      if (path !== "/link/token/create") return undefined;
      asked.push(body);
      const isUpdate = "access_token" in body;
      return isUpdate ? { status: 400, code: "ITEM_NOT_FOUND", type: "ITEM_ERROR" } : undefined;
    };
    expect(await createLinkToken(userId, { connectionId: itemId })).toMatchObject({
      mode: "new",
      institution: { institutionId: "ins_109508" },
    });
    expect(asked.map((body) => "products" in body)).toEqual([false, true]);
    expect(await findItem(database(), itemId)).toMatchObject({
      status: "revoked",
      accessTokenEncrypted: null,
    });
  });

  it("links afresh what Plaid does not accept, and deletes nothing: the keys may be wrong", async () => {
    const { userId, itemId } = await newLink(5, 1);
    proxy.intervene = (path, body) =>
      path === "/link/token/create" && "access_token" in body
        ? { status: 400, code: "INVALID_ACCESS_TOKEN", type: "INVALID_INPUT" }
        : undefined;
    expect(await createLinkToken(userId, { connectionId: itemId })).toMatchObject({ mode: "new" });
    const item = await findItem(database(), itemId);
    expect(item?.status).not.toBe("revoked");
    expect(item?.accessTokenEncrypted).not.toBeNull();
  });

  it("links a connection afresh whose access has ended", async () => {
    const { userId, itemId } = await newLink(5, 1);
    await endAccess(itemId, new Date());
    expect(await createLinkToken(userId, { connectionId: itemId })).toMatchObject({ mode: "new" });
  });

  it("opens nobody else's bank, and none that is made of files", async () => {
    const { itemId } = await newLink(5, 1);
    const stranger = await newPerson();
    await expect(createLinkToken(stranger, { connectionId: itemId })).rejects.toMatchObject({
      code: "not_found",
    });
    const id = "00000000-0000-4000-8000-0000000000f1";
    await insertItem(database(), { id, userId: stranger, source: "file", institutionName: "My files" });
    await expect(createLinkToken(stranger, { connectionId: id })).rejects.toMatchObject({ code: "conflict" });
  });
});
