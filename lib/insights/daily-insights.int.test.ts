import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { newPerson } from "../../tests/support/linked-bank";
import { storedAccount, storedBank } from "../../tests/support/stored-bank";
import { closeDatabase, database } from "../db/client";
import { markUserDeleted } from "../db/queries/deleted-users";
import { listPeopleDue } from "../db/queries/people-due";
import { users } from "../db/schema/people";
import { closeDocuments } from "../documents/connection";
import { findContextDocument } from "../documents/context-documents";
import { closeQueues, queueOf } from "../queue/enqueue";
import { closeRedis } from "../redis";
import { refreshInsightsOfToday } from "./daily-insights";
import { sweepDue } from "./sweep-due";

const DAY_MS = 24 * 60 * 60_000;

afterAll(() => Promise.all([closeDatabase(), closeDocuments(), closeQueues(), closeRedis()]));

const due = (now: Date) => listPeopleDue(database(), "insightsDueAt", now, 1_000);

const dueAt = async (userId: string) => {
  const [row] = await database().select({ at: users.insightsDueAt }).from(users).where(eq(users.id, userId));
  return row?.at.getTime() ?? Number.NaN;
};

describe("the daily look for insights", () => {
  it("comes to each person at a time of their own within the first day", async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => storedBank()));
    const times = await Promise.all(people.map(({ userId }) => dueAt(userId)));
    const now = Date.now();
    for (const time of times) expect(Math.abs(time - now - DAY_MS / 2)).toBeLessThan(DAY_MS / 2 + 60_000);
    expect(new Set(times.map((time) => Math.floor(time / 1_000))).size).toBeGreaterThan(6);
  });

  it("leaves insights of that day without any bank being read, and is due again a day later", async () => {
    const bank = await storedBank();
    await storedAccount(bank);
    const { userId } = bank;
    const now = new Date("2030-01-10T12:00:00Z");
    expect(await due(now)).toContain(userId);
    await refreshInsightsOfToday(userId, now);
    expect(await findContextDocument(userId, `insights.${userId}`)).toMatchObject({ day: "2030-01-10" });
    expect(await due(new Date(now.getTime() + DAY_MS - 1))).not.toContain(userId);
    expect(await due(new Date(now.getTime() + DAY_MS))).toContain(userId);
  });

  it("looks for nothing of people without a bank, and never comes to those who are deleted", async () => {
    const without = await newPerson();
    await refreshInsightsOfToday(without, new Date());
    expect(await findContextDocument(without, `insights.${without}`)).toBeNull();
    const { userId: deleted } = await storedBank();
    await markUserDeleted(database(), deleted, new Date());
    expect(await due(new Date("2040-01-01T00:00:00Z"))).not.toContain(deleted);
  });

  it("waits in the queue once, however often the sweep comes by", async () => {
    const { userId } = await storedBank();
    const later = new Date("2040-01-01T00:00:00Z");
    await sweepDue("insightsDueAt", later);
    await sweepDue("insightsDueAt", later);
    const waiting = await queueOf("insights.refresh").getJobs();
    expect(waiting.filter(({ data }) => data.userId === userId)).toHaveLength(1);
  });
});
