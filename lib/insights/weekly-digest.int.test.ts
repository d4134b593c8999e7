import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MailServer, startMailServer } from "../../tests/support/mail-server";
import { storedAccount, storedBank, storedRowsOn } from "../../tests/support/stored-bank";
import { closeDatabase, database } from "../db/client";
import { markUserDeleted } from "../db/queries/deleted-users";
import { listPeopleDue } from "../db/queries/people-due";
import { weeklyDigests } from "../db/schema/digests";
import { users } from "../db/schema/people";
import { closeDocuments } from "../documents/connection";
import { addDays } from "../domain/calendar";
import { unsubscribeRoute } from "../web/unsubscribe-route";
import { chooseDigest, readDigestSettings, unsubscribe } from "./choose-digest";
import { dismissDigest, openDigest } from "./open-digest";
import { writeDigest } from "./weekly-digest";

/** A Monday, seven in the morning in UTC. */
const now = new Date("2026-11-30T07:00:00Z");
const LAST_WEEK = { start: "2026-11-23", end: "2026-11-29" };

let mail: MailServer;
beforeAll(async () => {
  mail = await startMailServer();
  process.env.SMTP_URL = mail.url;
});
afterAll(async () => {
  await Promise.all([closeDatabase(), closeDocuments(), mail.stop()]);
});

/** Spends 10.00 on each day but 30.00 on the last Wednesday; nothing else. */
async function spender(values: Partial<typeof users.$inferInsert> = {}) {
  const bank = await storedBank({ lastSyncedAt: now });
  const account = await storedAccount(bank);
  await storedRowsOn(
    account,
    Array.from({ length: 28 }, (_, index) => ({
      date: addDays("2026-11-02", index),
      amountMinor: index === 23 ? -3_000 : -1_000,
      merchant: index === 23 ? "Large <b>Shop</b>" : "Shop",
    })),
  );
  const [person] = await database()
    .update(users)
    .set({ timeZone: "UTC", ...values })
    .where(eq(users.id, bank.userId))
    .returning();
  if (!person) throw new Error("no person");
  return person;
}

const dueAt = async (userId: string) =>
  (await database().select({ at: users.digestDueAt }).from(users).where(eq(users.id, userId)))[0]?.at;

const sentTo = (email: string) => mail.messages.filter(({ to }) => to.includes(email));

describe("the weekly digest", () => {
  it("tells of the last whole week beside a usual one, what cost most first", async () => {
    const person = await spender();
    await writeDigest(person.id, now);
    expect(await openDigest(person, now)).toMatchObject({
      week: LAST_WEEK,
      spending: [
        { spent: { amountMinor: 9_000, currency: "USD" }, usual: { amountMinor: 7_000, currency: "USD" } },
      ],
      biggest: [
        { date: "2026-11-25", merchant: "Large <b>Shop</b>", amount: { amountMinor: 3_000 } },
        {},
        {},
        {},
        {},
      ],
    });
  });

  it("comes once a week, however often and by how many it is written", async () => {
    const person = await spender({ digestByEmail: true });
    await Promise.all([1, 2, 3].map(() => writeDigest(person.id, now)));
    await writeDigest(person.id, new Date("2026-12-02T07:00:00Z"));
    expect(await database().$count(weeklyDigests, eq(weeklyDigests.userId, person.id))).toBe(1);
    expect(sentTo(person.email)).toHaveLength(1);
    await writeDigest(person.id, new Date("2026-12-07T07:00:00Z"));
    expect(sentTo(person.email)).toHaveLength(2);
  });

  it.each([
    ["UTC", "2026-12-07T07:00:00.000Z"],
    ["America/Los_Angeles", "2026-12-07T15:00:00.000Z"],
    ["Pacific/Kiritimati", "2026-12-06T17:00:00.000Z"],
  ])("comes on Monday mornings of its person's own zone: %s", async (timeZone, next) => {
    const person = await spender({ timeZone });
    await writeDigest(person.id, new Date("2026-12-01T12:00:00Z"));
    expect((await dueAt(person.id))?.toISOString()).toBe(next);
    expect(
      await listPeopleDue(database(), "digestDueAt", new Date(Date.parse(next) - 1), 1_000),
    ).not.toContain(person.id);
    expect(await listPeopleDue(database(), "digestDueAt", new Date(next), 1_000)).toContain(person.id);
  });

  it("waits for the next Monday where no bank is known yet, and never comes to those who are deleted", async () => {
    const { userId } = await storedBank({ isHistoryComplete: false });
    await writeDigest(userId, now);
    expect(await database().$count(weeklyDigests, eq(weeklyDigests.userId, userId))).toBe(0);
    expect(await dueAt(userId)).toEqual(new Date("2026-12-07T07:00:00Z"));
    const person = await spender();
    expect(await listPeopleDue(database(), "digestDueAt", new Date(), 1_000)).toContain(person.id);
    await markUserDeleted(database(), person.id, now);
    expect(await listPeopleDue(database(), "digestDueAt", new Date(), 1_000)).not.toContain(person.id);
    await expect(writeDigest(person.id, now)).rejects.toMatchObject({ code: "not_found" });
  });

  it("stays away once it was put away, next week, and where it is turned off", async () => {
    const person = await spender();
    await writeDigest(person.id, now);
    expect(await openDigest(person, addingDays(7))).toBeUndefined();
    await chooseDigest(person.id, { inApp: false });
    expect(await openDigest(person, now)).toBeUndefined();
    await chooseDigest(person.id, { inApp: true });
    await dismissDigest(person.id, LAST_WEEK.start, now);
    expect(await openDigest(person, now)).toBeUndefined();
  });

  it("is neither written nor sent where both are turned off, and nobody's is told to another", async () => {
    const person = await spender({ digestInApp: false });
    const other = await spender();
    await writeDigest(person.id, now);
    await writeDigest(other.id, now);
    expect(await database().$count(weeklyDigests, eq(weeklyDigests.userId, person.id))).toBe(0);
    expect(await openDigest(person, now)).toBeUndefined();
    await dismissDigest(person.id, LAST_WEEK.start, now);
    expect(await openDigest(other, now)).toBeDefined();
  });
});

describe("the weekly digest by e-mail", () => {
  it("is off until its person turns it on; it then has text, HTML without foreign markup, and a way out", async () => {
    const person = await spender();
    expect(await readDigestSettings(person.id)).toEqual({ inApp: true, byEmail: false });
    await writeDigest(person.id, now);
    expect(sentTo(person.email)).toEqual([]);
    const wanting = await spender({ digestByEmail: true });
    await writeDigest(wanting.id, now);
    const [message = { raw: "" }] = sentTo(wanting.email);
    expect(message.raw).toMatch(/^From: Purser <no-reply@localhost>/m);
    expect(message.raw).toMatch(/^Subject: Your week, Nov 23 to Nov 29/m);
    expect(message.raw).toMatch(/^Content-Type: text\/plain/m);
    expect(message.raw).toMatch(/^Content-Type: text\/html/m);
    expect(message.raw.split("text/html")[1]).not.toContain("<b>Shop");
    expect(message.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
    const [, address = ""] =
      /^List-Unsubscribe: <([^>]+)>/m.exec(message.raw.replaceAll(/\r\n[ \t]+/g, " ")) ?? [];
    const answer = await unsubscribeRoute(new Request(address.replaceAll(" ", ""), { method: "POST" }), {
      params: Promise.resolve({}),
    });
    expect(answer.status).toBe(204);
    expect(await readDigestSettings(wanting.id)).toEqual({ inApp: true, byEmail: false });
  });

  it("is tried again when the mail server does not take it", async () => {
    const person = await spender({ digestByEmail: true });
    mail.refuses = true;
    await writeDigest(person.id, now);
    expect(sentTo(person.email)).toEqual([]);
    expect(await dueAt(person.id)).toEqual(new Date(now.getTime() + 15 * 60_000));
    mail.refuses = false;
    await writeDigest(person.id, now);
    expect(sentTo(person.email)).toHaveLength(1);
    expect(await dueAt(person.id)).toEqual(new Date("2026-12-07T07:00:00Z"));
  });

  it.each(["", "x.y", "00000000-0000-4000-8000-000000000000.AAAA"])(
    "is not turned off by a token that was not made here: %s",
    async (token) => {
      await expect(unsubscribe(token)).rejects.toMatchObject({ code: "not_found" });
    },
  );
});

const addingDays = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60_000);
