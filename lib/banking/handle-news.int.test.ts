import { randomUUID } from "node:crypto";
import { eq, inArray, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { door } from "../../tests/support/chat-harness";
import { newLink } from "../../tests/support/linked-bank";
import { type PlaidProxy, startPlaidProxy } from "../../tests/support/plaid-proxy";
import { closeDatabase, database } from "../db/client";
import { findItem, type Item } from "../db/queries/items";
import { claimEvents, insertEvents } from "../db/queries/webhook-events";
import { accounts, items, webhookEvents } from "../db/schema/banks";
import { log } from "../log";
import { closeQueues, queueOf } from "../queue/enqueue";
import { handleNews } from "./handle-news";
import { forgetOldNews, sweepNews } from "./sweep-news";

const bankUrl = inject("services").plaidUrl;
let proxy: PlaidProxy;
/** What /item/get says of every item. */
let errorAtPlaid: string | null;
let itemId: string;

beforeAll(async () => {
  proxy = await startPlaidProxy(bankUrl);
  process.env.PLAID_BASE_URL = proxy.url;
  ({ itemId } = await newLink(5, 2));
});
beforeEach(async () => {
  errorAtPlaid = null;
  proxy.intervene = () => undefined;
  proxy.rewrite = (path, answer) =>
    path === "/item/get"
      ? {
          ...answer,
          item: { ...(answer.item as object), error: errorAtPlaid && { error_code: errorAtPlaid } },
        }
      : answer;
  await database()
    .update(items)
    .set({ status: "active", errorCode: null, reconnectBy: null, hasNewAccounts: false })
    .where(eq(items.id, itemId));
  await database().delete(webhookEvents);
  await queueOf("bank.sync").drain();
  await queueOf("bank.news").drain();
});
afterAll(async () => {
  await Promise.all([closeQueues(), closeDatabase(), proxy.stop()]);
});

async function itemNow(id = itemId): Promise<Item> {
  const item = await findItem(database(), id);
  if (!item) throw new Error("no item");
  return item;
}

type Arrival = {
  type?: string;
  fingerprint?: string;
  receivedAt?: Date;
  plaidItemId?: string | null;
  [field: string]: unknown;
};

/** News as `receiveNews` stores it. */
async function arrive(code: string, arrival: Arrival = {}) {
  const {
    type = "ITEM",
    fingerprint = randomUUID(),
    receivedAt = new Date(),
    plaidItemId,
    ...fields
  } = arrival;
  const about = plaidItemId === undefined ? (await itemNow()).plaidItemId : plaidItemId;
  const payload = { webhook_type: type, webhook_code: code, item_id: about, ...fields };
  const event = { fingerprint, type, code, plaidItemId: about, payload, receivedAt };
  await insertEvents(database(), [event]);
  const [stored] = await database()
    .select()
    .from(webhookEvents)
    .where(eq(webhookEvents.fingerprint, fingerprint));
  return stored?.id ?? "";
}

async function eventNow(eventId: string) {
  const [event] = await database().select().from(webhookEvents).where(eq(webhookEvents.id, eventId));
  return event;
}
const outcomeOf = async (eventId: string) => (await eventNow(eventId))?.outcome;
const isOpen = async (eventId: string) => (await eventNow(eventId))?.handledAt === null;
const fromNow = (ms: number) => new Date(Date.now() + ms);
const handleAt = (now: Date) => handleNews(() => now);

async function happen(code: string, arrival: Arrival = {}, now = new Date()): Promise<unknown> {
  const eventId = await arrive(code, arrival);
  await handleAt(now);
  return outcomeOf(eventId);
}

const waiting = async (queue: "bank.sync" | "bank.news") =>
  (await queueOf(queue).getJobs(["waiting", "prioritized", "delayed"])).map(({ data }) => data);
const isToBeRead = async () => (await waiting("bank.sync")).some((data) => data.itemId === itemId);

describe("news that something can be read", () => {
  it.each([
    ["TRANSACTIONS", "SYNC_UPDATES_AVAILABLE"],
    ["TRANSACTIONS", "RECURRING_TRANSACTIONS_UPDATE"],
    ["HOLDINGS", "DEFAULT_UPDATE"],
    ["LIABILITIES", "DEFAULT_UPDATE"],
  ])("leads to a reading: %s %s", async (type, code) => {
    expect(await happen(code, { type })).toBe("sync");
    expect(await isToBeRead()).toBe(true);
  });

  it.each([
    ["TRANSACTIONS", "INITIAL_UPDATE"],
    ["TRANSACTIONS", "HISTORICAL_UPDATE"],
    ["TRANSACTIONS", "DEFAULT_UPDATE"],
    ["TRANSACTIONS", "TRANSACTIONS_REMOVED"],
    ["INVESTMENTS_TRANSACTIONS", "DEFAULT_UPDATE"],
    ["ITEM", "WEBHOOK_UPDATE_ACKNOWLEDGED"],
    ["ITEM", "SOMETHING_NEW"],
    ["constructor", "prototype"],
  ])("is only noted where nothing here needs it: %s %s", async (type, code) => {
    expect(await happen(code, { type })).toBe("ignored");
    expect(await isToBeRead()).toBe(false);
  });

  it("about a bank that is not ours, or about none, does nothing", async () => {
    expect(await happen("SYNC_UPDATES_AVAILABLE", { type: "TRANSACTIONS", plaidItemId: "x" })).toBe(
      "not ours",
    );
    expect(await happen("ERROR", { plaidItemId: null })).toBe("ignored");
  });

  it("about a bank that is not ours warns with Plaid's id of it: somebody pays for it", async () => {
    const warned = vi.spyOn(log(), "warn");
    await happen("SYNC_UPDATES_AVAILABLE", { type: "TRANSACTIONS", plaidItemId: "lost-link" });
    expect(warned).toHaveBeenCalledWith(
      expect.objectContaining({ plaidItemIds: ["lost-link"] }),
      expect.stringContaining("not stored here"),
    );
    warned.mockRestore();
  });
});

describe("news that a bank lets nobody in, or somebody again", () => {
  it("marks the bank and is taken back, in the order that Plaid sends", async () => {
    errorAtPlaid = "ITEM_LOGIN_REQUIRED";
    expect(await happen("ERROR")).toBe("problem");
    expect(await itemNow()).toMatchObject({ status: "login_required", errorCode: "ITEM_LOGIN_REQUIRED" });
    errorAtPlaid = null;
    expect(await happen("LOGIN_REPAIRED")).toBe("repaired");
    expect(await itemNow()).toMatchObject({ status: "active", errorCode: null });
    expect(await isToBeRead()).toBe(true);
  });

  it("ends in what is true at Plaid, whatever arrives last and how often", async () => {
    for (const truth of [null, "ITEM_LOGIN_REQUIRED"]) {
      errorAtPlaid = truth;
      for (const code of ["LOGIN_REPAIRED", "ERROR", "ERROR", "LOGIN_REPAIRED", "ERROR"]) {
        await happen(code, { error: { error_code: "ITEM_LOGIN_REQUIRED", error_type: "ITEM_ERROR" } });
        expect((await itemNow()).errorCode).toBe(truth);
      }
    }
  });

  it("waits while Plaid cannot tell, and is handled by the sweep", async () => {
    proxy.intervene = () => ({ status: 500, code: "INTERNAL_SERVER_ERROR", type: "API_ERROR" });
    const eventId = await arrive("ERROR");
    await handleNews();
    expect(await eventNow(eventId)).toMatchObject({ outcome: null, handledAt: null });
    proxy.intervene = () => undefined;
    await sweepNews(new Date());
    expect(await waiting("bank.news")).toEqual([]);
    await sweepNews(fromNow(11_000));
    expect(await waiting("bank.news")).toEqual([{}]);
    await handleAt(fromNow(11_000));
    expect(await outcomeOf(eventId)).toBe("works");
  });
});

describe("news of what will end", () => {
  const now = new Date("2026-11-20T12:00:00Z");
  const soon = "2026-11-27T12:00:00Z";

  it.each([
    ["PENDING_DISCONNECT", "disconnect_time"],
    ["PENDING_EXPIRATION", "consent_expiration_time"],
  ])("asks to sign in before that, and does not call the bank broken: %s", async (code, field) => {
    expect(await happen(code, { [field]: soon }, now)).toBe("reminder");
    expect(await itemNow()).toMatchObject({ status: "active", errorCode: null, reconnectBy: new Date(soon) });
  });

  it("without a time means in a week", async () => {
    expect(
      await happen("PENDING_DISCONNECT", { receivedAt: now, reason: "INSTITUTION_MIGRATION" }, now),
    ).toBe("reminder");
    expect((await itemNow()).reconnectBy).toEqual(new Date("2026-11-27T12:00:00Z"));
  });

  it("does not come back when it is told again after the person has signed in", async () => {
    const disconnect_time = "2026-11-28T08:00:00Z";
    const fingerprint = randomUUID();
    expect(await happen("PENDING_DISCONNECT", { disconnect_time, fingerprint }, now)).toBe("reminder");
    await happen("LOGIN_REPAIRED");
    expect((await itemNow()).reconnectBy).toBeNull();
    expect(await happen("PENDING_DISCONNECT", { disconnect_time, fingerprint }, now)).toBe("old");
    expect(await happen("PENDING_DISCONNECT", { disconnect_time }, now)).toBe("old");
    expect(await happen("PENDING_DISCONNECT", { disconnect_time: "2026-11-19T08:00:00Z" }, now)).toBe("old");
    expect((await itemNow()).reconnectBy).toBeNull();
  });

  it("that was held up until the person had signed in does not come back", async () => {
    const disconnect_time = "2026-12-28T08:00:00Z";
    const before = await arrive("PENDING_DISCONNECT", { disconnect_time, receivedAt: now });
    const at = (seconds: number) => new Date(now.getTime() + 1000 * seconds);
    await claimEvents(database(), { now, until: at(20), limit: 1 });
    expect(await happen("LOGIN_REPAIRED", { receivedAt: at(1) }, at(2))).toBe("repaired");
    await handleAt(at(21));
    expect(await outcomeOf(before)).toBe("old");
    expect((await itemNow()).reconnectBy).toBeNull();
    expect(await happen("PENDING_DISCONNECT", { disconnect_time, receivedAt: at(22) }, at(23))).toBe("old");
    expect(
      await happen(
        "PENDING_DISCONNECT",
        { disconnect_time: "2026-12-29T08:00:00Z", receivedAt: at(24) },
        at(25),
      ),
    ).toBe("reminder");
  });

  it("or of more accounts is kept for the person", async () => {
    expect(await happen("NEW_ACCOUNTS_AVAILABLE", { error: null })).toBe("new accounts");
    expect(await itemNow()).toMatchObject({ status: "active", hasNewAccounts: true });
  });
});

describe("news that permission is gone", () => {
  it("deletes what came through that one account, the second time nothing more", async () => {
    const before = await database().select().from(accounts).where(eq(accounts.itemId, itemId));
    const account_id = before[0]?.plaidAccountId;
    for (let time = 0; time < 2; time += 1) {
      expect(await happen("USER_ACCOUNT_REVOKED", { account_id })).toBe("account access ended");
      const after = await database().select().from(accounts).where(eq(accounts.itemId, itemId));
      expect(after).toHaveLength(before.length - 1);
    }
    expect(await happen("USER_ACCOUNT_REVOKED")).toBe("ignored");
  });

  it("ends the whole connection, and nothing that comes later wakes it up", async () => {
    const ended = await newLink(6, 1);
    const { plaidItemId } = await itemNow(ended.itemId);
    expect(await happen("USER_PERMISSION_REVOKED", { plaidItemId })).toBe("access ended");
    const revoked = await itemNow(ended.itemId);
    expect(revoked).toMatchObject({ status: "revoked", accessTokenEncrypted: null });
    for (const code of ["USER_PERMISSION_REVOKED", "ERROR", "LOGIN_REPAIRED", "NEW_ACCOUNTS_AVAILABLE"])
      expect(await happen(code, { plaidItemId })).toBe("access ended before");
    expect(await itemNow(ended.itemId)).toEqual(revoked);
  });
});

describe("news that was stored", () => {
  it("is handled once, also by two workers", async () => {
    const eventId = await arrive("NEW_ACCOUNTS_AVAILABLE");
    await Promise.all([handleNews(), handleNews()]);
    expect(await isOpen(eventId)).toBe(false);
    await database().update(items).set({ hasNewAccounts: false }).where(eq(items.id, itemId));
    await handleNews();
    expect((await itemNow()).hasNewAccounts).toBe(false);
  });

  it("stays open when an equal message comes while it is handled", async () => {
    const fingerprint = randomUUID();
    const eventId = await arrive("ERROR", { fingerprint });
    proxy.intervene = async (path) => {
      if (path === "/item/get") expect(await arrive("ERROR", { fingerprint })).toBe(eventId);
      return undefined;
    };
    await handleNews();
    expect(await isOpen(eventId)).toBe(true);
    proxy.intervene = () => undefined;
    await handleNews();
    expect(await isOpen(eventId)).toBe(false);
  });

  it("several times about one bank has its effect once", async () => {
    const eventIds = await Promise.all(Array.from({ length: 20 }, () => arrive("ERROR")));
    const asked = proxy.paths.length;
    await handleNews();
    expect(await Promise.all(eventIds.map(outcomeOf))).toEqual(Array(20).fill("works"));
    expect(proxy.paths.slice(asked).filter((path) => path === "/item/get")).toHaveLength(1);
  });

  it("is all handled by one call, more than one batch of it", async () => {
    const about = (index: number) => `stranger-${index}`;
    const news = Array.from({ length: 450 }, (_, index) => ({
      fingerprint: randomUUID(),
      type: "ITEM",
      code: "ERROR",
      plaidItemId: about(index),
      payload: { webhook_type: "ITEM", webhook_code: "ERROR", item_id: about(index) },
      receivedAt: new Date(),
    }));
    await insertEvents(database(), news);
    await handleNews();
    const stored = await database()
      .select({ outcome: webhookEvents.outcome })
      .from(webhookEvents)
      .where(
        inArray(
          webhookEvents.plaidItemId,
          news.map(({ plaidItemId }) => plaidItemId),
        ),
      );
    expect(stored.map(({ outcome }) => outcome)).toEqual(Array(450).fill("not ours"));
  });

  it("that fails holds up no other news", async () => {
    const other = await newLink(7, 1);
    proxy.intervene = (path) =>
      path === "/item/get" ? { status: 500, code: "INTERNAL_SERVER_ERROR", type: "API_ERROR" } : undefined;
    const failing = await arrive("ERROR");
    const { plaidItemId } = await itemNow(other.itemId);
    const fine = await arrive("NEW_ACCOUNTS_AVAILABLE", { plaidItemId });
    await handleNews();
    expect([await isOpen(failing), await isOpen(fine)]).toEqual([true, false]);
    proxy.intervene = () => undefined;
    await handleAt(fromNow(11_000));
    expect(await isOpen(failing)).toBe(false);
  });

  it("wakes another worker while a bank is slow to answer", async () => {
    const asked = door();
    proxy.intervene = async (path) => {
      if (path === "/item/get") await asked.wait();
      return undefined;
    };
    const slow = await arrive("ERROR");
    const handling = handleNews();
    await asked.reached;
    const fine = await arrive("ERROR", { plaidItemId: "another-stranger" });
    await handleNews();
    expect([await isOpen(slow), await isOpen(fine)]).toEqual([true, false]);
    asked.open();
    await handling;
    expect(await isOpen(slow)).toBe(false);
  });

  it("and taken by a worker that died is free for others soon", async () => {
    const eventId = await arrive("ERROR");
    await claimEvents(database(), { now: new Date(), until: fromNow(20_000), limit: 500 });
    await handleNews();
    expect(await isOpen(eventId)).toBe(true);
    await sweepNews(fromNow(21_000));
    expect(await waiting("bank.news")).toEqual([{}]);
    await handleAt(fromNow(21_000));
    expect(await isOpen(eventId)).toBe(false);
  });

  it("stays with the worker that waits for a bank, however long", async () => {
    const asked = door();
    proxy.intervene = async (path) => {
      if (path === "/item/get") await asked.wait();
      return undefined;
    };
    const eventId = await arrive("ERROR");
    const before = proxy.paths.length;
    const start = Date.now();
    let now = new Date(start);
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    try {
      const handling = handleNews(() => now);
      await asked.reached;
      for (const seconds of [15, 30, 45]) {
        now = new Date(start + 1000 * seconds);
        await vi.waitFor(
          async () => {
            vi.advanceTimersByTime(5_000);
            expect((await eventNow(eventId))?.nextAttemptAt).toEqual(new Date(Number(now) + 20_000));
          },
          { timeout: 20_000 },
        );
      }
      await handleAt(new Date(start + 60_000));
      expect(proxy.paths.slice(before).filter((path) => path === "/item/get")).toHaveLength(1);
      asked.open();
      await handling;
    } finally {
      asked.open();
      vi.useRealTimers();
    }
    expect(await eventNow(eventId)).toMatchObject({ outcome: "works", nextAttemptAt: null });
  });

  it("survives that Postgres goes away: the call fails when nothing of it is left, and the process goes on", async () => {
    const other = await newLink(8, 1);
    const about = await itemNow(other.itemId);
    const gone = door();
    const rename = (from: string, to: string) =>
      database().execute(sql`alter table ${sql.identifier(from)} rename to ${sql.identifier(to)}`);
    let asked = 0;
    proxy.intervene = async (path) => {
      if (path !== "/item/get") return undefined;
      asked += 1;
      if (asked === 2) {
        await rename("items", "items_away");
        await rename("webhook_events", "webhook_events_away");
        gone.open();
      }
      await gone.wait();
      return { status: 500, code: "INTERNAL_SERVER_ERROR", type: "API_ERROR" };
    };
    // The first bank's failure cannot be written, the second cannot be read again.
    const first = await arrive("ERROR");
    const second = await arrive("ERROR", { plaidItemId: about.plaidItemId });
    await arrive("NEW_ACCOUNTS_AVAILABLE", { plaidItemId: about.plaidItemId });
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    try {
      await expect(handleNews()).rejects.toThrow();
      await new Promise((resolve) => setTimeout(resolve, 200));
    } finally {
      await rename("items_away", "items");
      await rename("webhook_events_away", "webhook_events");
      process.off("unhandledRejection", unhandled);
    }
    expect(unhandled).not.toHaveBeenCalled();
    proxy.intervene = () => undefined;
    await handleAt(fromNow(60_000));
    expect([await outcomeOf(first), await outcomeOf(second)]).toEqual(["works", "works"]);
  });

  it("is tried again often at first, later seldom", async () => {
    proxy.intervene = () => ({ status: 500, code: "INTERNAL_SERVER_ERROR", type: "API_ERROR" });
    const hour = 3_600_000;
    const [young, old] = await Promise.all(
      [60_000, 2 * hour].map((ms) => arrive("ERROR", { receivedAt: fromNow(-ms) })),
    );
    const now = new Date();
    await handleAt(now);
    const nextOf = async (id = "") => Number((await eventNow(id))?.nextAttemptAt) - now.getTime();
    expect([await nextOf(young), await nextOf(old)]).toEqual([10_000, hour]);
    proxy.intervene = () => undefined;
    await handleAt(fromNow(2 * hour));
  });

  it("is forgotten a month after it was handled, and not before", async () => {
    const month = 30 * 86_400_000;
    const [older, open, younger] = await Promise.all(
      [month + 60_000, month + 60_000, month - 60_000].map((ms) =>
        arrive("SOMETHING_NEW", { receivedAt: new Date(Date.now() - ms) }),
      ),
    );
    await handleNews();
    await database()
      .update(webhookEvents)
      .set({ handledAt: null })
      .where(eq(webhookEvents.id, open ?? ""));
    await forgetOldNews(new Date());
    const left = (await database().select().from(webhookEvents)).map(({ id }) => id);
    expect(left).toEqual(expect.arrayContaining([open, younger]));
    expect(left).not.toContain(older);
  });
});
