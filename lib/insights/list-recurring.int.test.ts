import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { storedAccount, storedBank, storedRowsOn } from "../../tests/support/stored-bank";
import { refreshRecurring } from "../banking/refresh-recurring";
import { seriesId } from "../banking/series-id";
import { closeDatabase, database } from "../db/client";
import { saveMark } from "../db/queries/planning";
import { recurringSeries } from "../db/schema/recurring";
import { addMonths } from "../domain/calendar";
import { listRecurring } from "./list-recurring";

const TODAY = "2026-11-24";
const synced = new Date(`${TODAY}T10:00:00Z`);

afterAll(() => closeDatabase());

const refresh = (userId: string, today = TODAY) =>
  database().transaction((tx) => refreshRecurring(tx, { userId, today }));

const monthly = (start: string, count: number, more: object = {}) =>
  Array.from({ length: count }, (_, index) => ({
    date: addMonths(start, index),
    amountMinor: -1_549,
    merchant: "Streambox",
    description: "STREAMBOX.COM",
    category: "streaming_and_media",
    ...more,
  }));

describe("what comes back on a person's accounts", () => {
  it("is found in their rows, with an id that stays when more rows arrive", async () => {
    const bank = await storedBank({ lastSyncedAt: synced });
    const account = await storedAccount(bank);
    const ids = await storedRowsOn(account, monthly("2026-03-12", 8));
    await refresh(bank.userId);
    const [series, ...others] = await listRecurring(bank.userId, TODAY);
    expect(others).toEqual([]);
    expect(series).toMatchObject({
      id: seriesId(account.id, "detected", "out USD streambox"),
      accountId: account.id,
      source: "detected",
      name: "Streambox",
      cadence: "monthly",
      status: "active",
      average: { amountMinor: -1_549, currency: "USD", formatted: "-$15.49" },
      nextDate: "2026-11-12",
      isOverdue: true,
      transactionIds: ids,
    });
    await storedRowsOn(account, monthly("2026-11-12", 1));
    await refresh(bank.userId);
    expect(await listRecurring(bank.userId, TODAY)).toMatchObject([
      { id: series?.id, nextDate: "2026-12-12", isOverdue: false, lastDate: "2026-11-12" },
    ]);
  });

  it("is not written again when nothing has changed, and goes with its rows", async () => {
    const bank = await storedBank({ lastSyncedAt: synced });
    const account = await storedAccount(bank);
    await storedRowsOn(account, monthly("2026-03-12", 9));
    const version = async () => {
      await refresh(bank.userId);
      return (
        await database().execute<{ version: string }>(
          `select xmin::text as version from recurring_series where user_id = '${bank.userId}'`,
        )
      ).map((row) => row.version);
    };
    const first = await version();
    expect(first).toHaveLength(1);
    expect(await version()).toEqual(first);
    await database().execute(`delete from transactions where account_id = '${account.id}'`);
    expect(await version()).toEqual([]);
  });

  it("has not ended because a bank was not read for months, nor because a file is old", async () => {
    const stale = await storedBank({ lastSyncedAt: new Date("2026-06-20T10:00:00Z") });
    await storedRowsOn(await storedAccount(stale), monthly("2026-01-12", 6));
    const { userId } = stale;
    await storedRowsOn(
      await storedAccount(await storedBank({ userId, source: "file" })),
      monthly("2026-01-12", 6),
    );
    const fresh = await storedBank({ userId, lastSyncedAt: synced });
    await storedRowsOn(await storedAccount(fresh), monthly("2026-01-12", 6));
    await refresh(userId);
    const found = await listRecurring(userId, TODAY);
    expect(found.map(({ status }) => status).sort()).toEqual(["active", "active", "ended"]);
  });

  it("does not count what is pending, transferred or paid to a card, and heeds the person's own category", async () => {
    const bank = await storedBank({ lastSyncedAt: synced });
    const account = await storedAccount(bank);
    await storedRowsOn(account, [
      ...monthly("2026-03-12", 9, { merchant: "Savings", flow: "transfer" }),
      ...monthly("2026-03-14", 9, { merchant: "Card", flow: "card_payment" }),
      ...monthly("2026-03-16", 9, { merchant: "Hold", pending: true }),
    ]);
    const rows = await storedRowsOn(account, monthly("2026-03-12", 9));
    for (const id of rows) {
      await database().execute(
        `insert into transaction_edits (transaction_id, user_id, category) values ('${id}', '${bank.userId}', 'education')`,
      );
    }
    await refresh(bank.userId);
    expect(await listRecurring(bank.userId, TODAY)).toMatchObject([
      { name: "Streambox", category: "education" },
    ]);
  });

  it("is told once where Plaid has found it too, and only to whom it belongs", async () => {
    const bank = await storedBank({ lastSyncedAt: synced });
    const account = await storedAccount(bank);
    const ids = await storedRowsOn(account, monthly("2026-03-12", 9));
    await refresh(bank.userId);
    const [ours] = await database()
      .select()
      .from(recurringSeries)
      .where(eq(recurringSeries.userId, bank.userId));
    if (!ours) throw new Error("no series");
    const id = seriesId(account.id, "plaid", "stream-1");
    await database()
      .insert(recurringSeries)
      .values({
        ...ours,
        userId: bank.userId,
        accountId: account.id,
        id,
        source: "plaid",
        key: "stream-1",
        transactionIds: ids,
      });
    await refresh(bank.userId);
    expect(await listRecurring(bank.userId, TODAY)).toMatchObject([{ id, source: "plaid" }]);
    expect(await listRecurring((await storedBank()).userId, TODAY)).toEqual([]);
  });

  it("is what the person says it is: not what they took out, and what nobody could have seen", async () => {
    const bank = await storedBank({ lastSyncedAt: synced });
    const account = await storedAccount(bank);
    await storedRowsOn(account, monthly("2026-03-12", 9));
    const [seen] = await storedRowsOn(account, [
      ...monthly("2026-11-10", 1, { merchant: "Piano teacher", description: "PIANO" }),
    ]);
    await refresh(bank.userId);
    await saveMark(database(), bank.userId, "Streambox", { isRecurring: false, cadence: null });
    await saveMark(database(), bank.userId, "Piano teacher", { isRecurring: true, cadence: "monthly" });
    expect(await listRecurring(bank.userId, TODAY)).toMatchObject([
      { name: "Piano teacher", cadence: "monthly", nextDate: "2026-12-10", transactionIds: [seen] },
    ]);
    await saveMark(database(), bank.userId, "Streambox", null);
    expect(await listRecurring(bank.userId, TODAY)).toHaveLength(2);
  });
});
