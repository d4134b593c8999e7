import { eq, sql } from "drizzle-orm";
import { describe, expect, inject, it } from "vitest";
import { accessTokenOf, newLink, newPerson, PLATYPUS, storedRows } from "../../tests/support/linked-bank";
import { askBank } from "../../tests/support/plaid-proxy";
import { proxiedBank } from "../../tests/support/proxied-bank";
import { database } from "../db/client";
import { deleteItem, findOwnedItem } from "../db/queries/items";
import { items, linksToEnd } from "../db/schema/banks";
import { createSandboxPublicToken } from "../plaid/sandbox";
import { queueOf } from "../queue/enqueue";
import type { JobName } from "../queue/jobs";
import { builtInLogin } from "./built-in-login";
import { endLink } from "./end-link";
import { linkItem } from "./link-item";
import { linkSandboxLogin } from "./link-sandbox-login";
import { listConnections } from "./list-connections";
import { sweepBanks } from "./sweep-banks";
import { syncItem } from "./sync-item";

const bankUrl = inject("services").plaidUrl;
const proxy = await proxiedBank();

const login = builtInLogin(PLATYPUS, 5, 3);
const OUT_OF_ORDER = { status: 500, code: "INTERNAL_SERVER_ERROR", type: "API_ERROR" };
const leftOf = (userId: string) => database().select().from(linksToEnd).where(eq(linksToEnd.userId, userId));
const jobsOf = async (name: JobName) =>
  (await queueOf(name).getJobs(["waiting", "prioritized", "delayed"])).map(({ data }) => data);
const itemsOf = (userId: string) => database().select().from(items).where(eq(items.userId, userId));

describe("linkItem", () => {
  it("has put the first sync into the queue when it returns, and no link is left to end", async () => {
    const { itemId } = await newLink(5, 3);
    expect(await jobsOf("bank.sync")).toContainEqual({ itemId });
    expect(await database().select().from(linksToEnd)).toEqual([]);
  });

  it("takes a public token once", async () => {
    const userId = await newPerson();
    const publicToken = await createSandboxPublicToken(login);
    await linkItem(userId, { publicToken });
    await expect(linkItem(userId, { publicToken })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("already used"),
    });
    expect(await itemsOf(userId)).toHaveLength(1);
  });

  it.each(["public-sandbox-00000000-0000-4000-8000-000000000000", "nonsense"])(
    "refuses the public token %s",
    async (publicToken) => {
      const userId = await newPerson();
      await expect(linkItem(userId, { publicToken })).rejects.toMatchObject({ code: "conflict" });
      expect(await itemsOf(userId)).toEqual([]);
    },
  );

  it("links the same bank once, and ends the second link at Plaid", async () => {
    const userId = await newPerson();
    const first = await linkSandboxLogin(userId, login);
    await syncItem(first.itemId);
    const second = await linkSandboxLogin(userId, login);
    expect(second).toEqual(first);
    expect(proxy.paths.filter((path) => path === "/item/remove")).toHaveLength(1);
    expect(await listConnections(userId)).toHaveLength(1);
    // The one that was kept still works.
    await expect(syncItem(first.itemId)).resolves.toMatchObject({ added: 0 });
  });

  it("links the same bank once when two windows do it at the same moment", async () => {
    const userId = await newPerson();
    const links = await Promise.all([1, 2, 3].map(() => linkSandboxLogin(userId, login)));
    expect(new Set(links.map(({ itemId }) => itemId)).size).toBe(1);
    expect(await itemsOf(userId)).toHaveLength(1);
  });

  it("replaces a link that no longer works, with all that hung on it", async () => {
    const userId = await newPerson();
    const broken = await linkSandboxLogin(userId, login);
    await syncItem(broken.itemId);
    const count = (await storedRows(broken.itemId)).length;
    const brokenToken = await accessTokenOf(broken.itemId);
    proxy.intervene = () => ({ status: 400, code: "ITEM_LOGIN_REQUIRED", type: "ITEM_ERROR" });
    await expect(syncItem(broken.itemId)).rejects.toThrow();
    proxy.intervene = () => undefined;

    const healed = await linkSandboxLogin(userId, login);
    expect(healed.itemId).not.toBe(broken.itemId);
    await syncItem(healed.itemId);
    expect(await storedRows(broken.itemId)).toEqual([]);
    expect(await storedRows(healed.itemId)).toHaveLength(count);
    await expect(askBank(bankUrl, "/accounts/get", { access_token: brokenToken })).rejects.toThrow(
      "ITEM_NOT_FOUND",
    );
  });

  it("ends the new link at Plaid when it cannot be stored", async () => {
    const userId = await newPerson();
    const publicToken = await createSandboxPublicToken(login);
    proxy.intervene = (path) => (path === "/accounts/get" ? OUT_OF_ORDER : undefined);
    await expect(linkItem(userId, { publicToken })).rejects.toMatchObject({ code: "unavailable" });
    expect(proxy.paths).toContain("/item/remove");
    expect(await itemsOf(userId)).toEqual([]);
    expect(await leftOf(userId)).toEqual([]);
  });

  it("goes on ending a replaced link until Plaid has done it", async () => {
    const userId = await newPerson();
    const broken = await linkSandboxLogin(userId, login);
    const brokenToken = await accessTokenOf(broken.itemId);
    proxy.intervene = () => ({ status: 400, code: "ITEM_LOGIN_REQUIRED", type: "ITEM_ERROR" });
    await expect(syncItem(broken.itemId)).rejects.toThrow();
    proxy.intervene = (path) => (path === "/item/remove" ? OUT_OF_ORDER : undefined);
    const healed = await linkSandboxLogin(userId, login);
    expect((await itemsOf(userId)).map(({ id }) => id)).toEqual([healed.itemId]);
    const [left] = await leftOf(userId);
    expect(left).toMatchObject({ id: broken.itemId, attempts: 1 });

    await expect(endLink(broken.itemId)).rejects.toMatchObject({ code: "unavailable" });
    const [later] = await leftOf(userId);
    expect(later?.attempts).toBe(2);
    expect(later?.dueAt.getTime()).toBeGreaterThan(left?.dueAt.getTime() ?? Number.POSITIVE_INFINITY);
    await sweepBanks(later?.dueAt ?? new Date(0));
    expect(await jobsOf("bank.endLink")).toEqual([{ linkId: broken.itemId }]);

    proxy.intervene = () => undefined;
    await endLink(broken.itemId);
    expect(await leftOf(userId)).toEqual([]);
    await expect(askBank(bankUrl, "/accounts/get", { access_token: brokenToken })).rejects.toThrow(
      "ITEM_NOT_FOUND",
    );
    // A second job for it, or one whose link Plaid ended meanwhile, has nothing to do.
    await expect(endLink(broken.itemId)).resolves.toBeUndefined();
  });

  it("has noted how to end a link before it is stored, should everything stop right then", async () => {
    const userId = await newPerson();
    const publicToken = await createSandboxPublicToken(login);
    let noted: unknown;
    proxy.intervene = async (path) => {
      if (path === "/accounts/get") noted = await leftOf(userId);
      return undefined;
    };
    const { itemId } = await linkItem(userId, { publicToken });
    expect(noted).toMatchObject([{ id: itemId, attempts: 0 }]);
    expect(await leftOf(userId)).toEqual([]);
  });

  it("keeps tokens and Plaid's ids from whoever asks for the connections", async () => {
    const { userId, itemId } = await newLink(5, 3);
    const [item] = await itemsOf(userId);
    const shown = JSON.stringify(await listConnections(userId));
    expect(shown).not.toContain(item?.plaidItemId);
    expect(shown).not.toContain("access-");
    expect(shown).not.toContain(item?.accessTokenEncrypted);
    expect(shown).toContain(itemId);
  });

  it("never writes a token in clear, in any column of any table", async () => {
    const { itemId } = await newLink(5, 3);
    await syncItem(itemId);
    const token = await accessTokenOf(itemId);
    const tables = await database().execute<{ name: string }>(
      sql`select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
    );
    expect(tables.length).toBeGreaterThan(5);
    for (const { name } of tables) {
      const [found] = await database().execute<{ count: number }>(
        sql`select count(*)::int as count from ${sql.raw(name)} as row where strpos(row::text, ${token}) > 0`,
      );
      expect(found?.count, name).toBe(0);
    }
  });

  it("shows no one another person's bank", async () => {
    const { userId, itemId } = await newLink(5, 3);
    const stranger = await newPerson();
    expect(await listConnections(stranger)).toEqual([]);
    expect(await findOwnedItem(database(), stranger, itemId)).toBeUndefined();
    await deleteItem(database(), stranger, itemId);
    expect(await findOwnedItem(database(), userId, itemId)).toBeDefined();
  });
});
