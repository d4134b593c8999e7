import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { storedAccount, storedBank, storedRowsOn } from "../../tests/support/stored-bank";
import { closeDatabase, database } from "../db/client";
import { items } from "../db/schema/banks";
import { transactions } from "../db/schema/transactions";
import { addMonths } from "../domain/calendar";
import { listRecurring } from "../insights/list-recurring";
import { refreshAfterLoss } from "./refresh-after-loss";
import { unlinkItem } from "./unlink-item";

const now = new Date("2026-11-24T12:00:00Z");

afterAll(() => closeDatabase());

/** Money that leaves a current account and arrives, at another bank, on a savings account or a card. */
async function movedBetween(goneType: "depository" | "credit", source: "plaid" | "file") {
  const stays = await storedBank({ lastSyncedAt: now });
  const { userId } = stays;
  const goes = await storedBank({ userId, source, lastSyncedAt: now });
  const outside = await storedAccount(goes, { type: goneType });
  const [out = ""] = await storedRowsOn(await storedAccount(stays), [
    {
      date: "2026-11-03",
      amountMinor: -45_000,
      merchant: "WEB 4471",
      description: "WEB 4471",
      category: "uncategorized",
    },
  ]);
  await storedRowsOn(outside, [
    {
      date: "2026-11-04",
      amountMinor: 45_000,
      description: "FROM CHECKING",
      plaidCategoryPrimary: "TRANSFER_IN",
      plaidCategoryDetailed: "TRANSFER_IN_ACCOUNT_TRANSFER",
      flow: "transfer",
      category: "transfer",
    },
  ]);
  const meaning = async () => {
    const [row] = await database().select().from(transactions).where(eq(transactions.id, out));
    return row && [row.flow, row.category];
  };
  await database().transaction((tx) => refreshAfterLoss(tx, userId, now));
  return { userId, itemId: goes.itemId, meaning };
}

describe("unlinking a bank", () => {
  it.each([
    ["depository", "plaid", "transfer"],
    ["credit", "plaid", "card_payment"],
    ["depository", "file", "transfer"],
  ] as const)("makes the other side of a transfer spending again (%s, %s)", async (type, source, before) => {
    const { userId, itemId, meaning } = await movedBetween(type, source);
    expect((await meaning())?.[0]).toBe(before);
    await unlinkItem(userId, itemId, now);
    expect(await meaning()).toEqual(["spending", "uncategorized"]);
    expect(await database().$count(items, eq(items.id, itemId))).toBe(0);
  });

  it("takes the recurring payments on it along, and leaves those of others", async () => {
    const goes = await storedBank({ source: "file", lastSyncedAt: now });
    const { userId } = goes;
    const monthly = (merchant: string) =>
      Array.from({ length: 8 }, (_, index) => ({
        date: addMonths("2026-04-12", index),
        amountMinor: -1_549,
        merchant,
        description: merchant,
        category: "streaming_and_media",
      }));
    const stays = await storedBank({ userId, lastSyncedAt: now });
    await storedRowsOn(await storedAccount(goes), monthly("Streambox"));
    await storedRowsOn(await storedAccount(stays), monthly("Tunebox"));
    await database().transaction((tx) => refreshAfterLoss(tx, userId, now));
    const names = async () => (await listRecurring(userId, "2026-11-24")).map(({ name }) => name).sort();
    expect(await names()).toEqual(["Streambox", "Tunebox"]);
    await unlinkItem(userId, goes.itemId, now);
    expect(await names()).toEqual(["Tunebox"]);
  });

  it("happens once when it is asked for twice at once", async () => {
    const { userId, itemId, meaning } = await movedBetween("depository", "plaid");
    const outcomes = await Promise.allSettled([
      unlinkItem(userId, itemId, now),
      unlinkItem(userId, itemId, now),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await meaning()).toEqual(["spending", "uncategorized"]);
  });
});
