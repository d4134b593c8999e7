import { eq } from "drizzle-orm";
import { describe, expect, inject, it } from "vitest";
import { accessTokenOf, newPerson } from "../../tests/support/linked-bank";
import { askBank } from "../../tests/support/plaid-proxy";
import { proxiedBank } from "../../tests/support/proxied-bank";
import { newBank } from "../../tests/support/sandbox-window";
import { database } from "../db/client";
import { saveItemProblem } from "../db/queries/items";
import { items } from "../db/schema/banks";
import { endAccess } from "./end-access";
import { linkBank } from "./link-bank";
import { listConnections } from "./list-connections";

const bankUrl = inject("services").plaidUrl;
const proxy = await proxiedBank();

const EXCHANGE = "/item/public_token/exchange";
const isChecking = ({ subtype }: { subtype: string | null }) => subtype === "checking";
const itemsOf = (userId: string) => database().select().from(items).where(eq(items.userId, userId));

describe("linkBank", () => {
  it("links what a person chose in the bank's window, and only the accounts they chose", async () => {
    const userId = await newPerson();
    const outcome = await linkBank(userId, await newBank(userId, { choose: isChecking }));
    expect(outcome).toMatchObject({ outcome: "linked", institutionName: "First Platypus Bank" });
    const [connection] = await listConnections(userId);
    expect(connection?.id).toBe(outcome.connectionId);
    expect(connection?.accounts.map(({ subtype }) => subtype)).toEqual(["checking"]);
  });

  it("notes what it was linked for, nothing that it could begin to be billed for, and where its news are sent", async () => {
    const userId = await newPerson();
    await linkBank(userId, await newBank(userId));
    const [item] = await itemsOf(userId);
    expect([...(item?.products ?? [])].sort()).toEqual(["investments", "liabilities", "transactions"]);
    expect(item?.webhookUrl).toBe("http://localhost:3000/api/webhooks/plaid");
  });

  it("tells of a bank that is linked and working, and exchanges nothing", async () => {
    const userId = await newPerson();
    const first = await linkBank(userId, await newBank(userId));
    const again = await newBank(userId);
    proxy.paths.length = 0;
    expect(await linkBank(userId, again)).toEqual({ ...first, outcome: "already_linked" });
    expect(proxy.paths).not.toContain(EXCHANGE);
    expect(await itemsOf(userId)).toHaveLength(1);
  });

  it("sends the person to sign in again where the bank waits for that, instead of adding it twice", async () => {
    const userId = await newPerson();
    const first = await linkBank(userId, await newBank(userId));
    await saveItemProblem(database(), first.connectionId, {
      status: "login_required",
      errorCode: "ITEM_LOGIN_REQUIRED",
      nextReadAt: null,
    });
    const again = await newBank(userId);
    proxy.paths.length = 0;
    expect(await linkBank(userId, again)).toEqual({ ...first, outcome: "sign_in" });
    expect(proxy.paths).not.toContain(EXCHANGE);
  });

  it("sends the person to choose accounts where the bank is linked with fewer", async () => {
    const userId = await newPerson();
    const first = await linkBank(userId, await newBank(userId, { choose: isChecking }));
    const again = await newBank(userId);
    proxy.paths.length = 0;
    expect(await linkBank(userId, again)).toEqual({ ...first, outcome: "select_accounts" });
    expect(proxy.paths).not.toContain(EXCHANGE);
  });

  it("adds another person's login at the same bank beside the first", async () => {
    const userId = await newPerson();
    await linkBank(userId, await newBank(userId));
    const spouse = { username: "user_household", password: JSON.stringify({ seed: 77, months: 2 }) };
    expect(await linkBank(userId, await newBank(userId, spouse))).toMatchObject({ outcome: "linked" });
    expect(await itemsOf(userId)).toHaveLength(2);
  });

  it("puts a new link in the place of the one whose access has ended", async () => {
    const userId = await newPerson();
    const ended = await linkBank(userId, await newBank(userId));
    await endAccess(ended.connectionId, new Date());
    const replaces = ended.connectionId;
    const fresh = await linkBank(userId, { ...(await newBank(userId)), replaces });
    expect(fresh.outcome).toBe("linked");
    expect((await listConnections(userId)).map(({ id, status }) => [id, status])).toEqual([
      [fresh.connectionId, "active"],
    ]);
  });

  it("finds the bank after the exchange where Link named no accounts, and ends the second link at Plaid", async () => {
    const userId = await newPerson();
    const first = await linkBank(userId, await newBank(userId));
    const again = { ...(await newBank(userId)), accounts: [] };
    expect(await linkBank(userId, again)).toEqual({ ...first, outcome: "already_linked" });
    expect(proxy.paths.filter((path) => path === "/item/remove")).toHaveLength(1);
    // The one that stays still works.
    const access_token = await accessTokenOf(first.connectionId);
    await expect(askBank(bankUrl, "/accounts/get", { access_token })).resolves.toBeDefined();
  });

  it("takes the place of a link that can never be read again, and what only that one has stays", async () => {
    const userId = await newPerson();
    const old = await linkBank(userId, await newBank(userId));
    const problem = { status: "error", errorCode: "INVALID_ACCESS_TOKEN", nextReadAt: null } as const;
    await saveItemProblem(database(), old.connectionId, problem);
    const fresh = await linkBank(userId, await newBank(userId, { choose: isChecking }));
    expect(fresh).toMatchObject({ outcome: "linked" });
    const [before, after] = await listConnections(userId);
    expect(before?.id).toBe(old.connectionId);
    expect(before?.accounts.map(({ subtype }) => subtype)).not.toContain("checking");
    expect(before?.accounts.length).toBeGreaterThan(0);
    expect(after?.accounts.map(({ subtype }) => subtype)).toEqual(["checking"]);

    await saveItemProblem(database(), fresh.connectionId, { ...problem, errorCode: "TOKEN_UNREADABLE" });
    const whole = await linkBank(userId, await newBank(userId));
    expect((await listConnections(userId)).map(({ id }) => id)).toEqual([whole.connectionId]);
  });

  it("gives up no account that the new link lacks, where Link named no accounts", async () => {
    const userId = await newPerson();
    const isCard = ({ type }: { type: string }) => type === "credit";
    const first = await linkBank(
      userId,
      await newBank(userId, { choose: (account) => isChecking(account) || isCard(account) }),
    );
    const again = { ...(await newBank(userId, { choose: (account) => !isCard(account) })), accounts: [] };
    expect(await linkBank(userId, again)).toEqual({ ...first, outcome: "select_accounts" });
    const [connection, ...others] = await listConnections(userId);
    expect(others).toEqual([]);
    expect(connection?.accounts.some(isCard)).toBe(true);
  });

  it("says that a bank it has cannot be read now, instead of that it works", async () => {
    const userId = await newPerson();
    const first = await linkBank(userId, await newBank(userId));
    const problem = { status: "error", errorCode: "INSTITUTION_DOWN", nextReadAt: null } as const;
    await saveItemProblem(database(), first.connectionId, problem);
    expect(await linkBank(userId, await newBank(userId))).toEqual({ ...first, outcome: "away" });
  });

  it("sees no one else's banks as the person's own", async () => {
    await linkBankOf(await newPerson());
    expect(await linkBankOf(await newPerson())).toMatchObject({ outcome: "linked" });
  });
});

const linkBankOf = async (userId: string) => linkBank(userId, await newBank(userId));
