import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { askOffline } from "../../tests/support/ask-offline";
import { accessTokenOf, newLink } from "../../tests/support/linked-bank";
import { askBank } from "../../tests/support/plaid-proxy";
import { syncItem } from "../banking/sync-item";
import { closeDatabase, database } from "../db/client";
import { items } from "../db/schema/banks";
import { addDays, formatDate, formatMonth } from "../domain/calendar";
import { closeQueues } from "../queue/enqueue";
import { openLedger } from "./open-ledger";

const bankUrl = inject("services").plaidUrl;
const DAY = 86_400_000;
const QUESTION = "How much did I spend on groceries this month?";
let mine: { userId: string; itemId: string };

const ledgerIn = (days: number) => openLedger(mine.userId, new Date(Date.now() + days * DAY));

beforeAll(async () => {
  mine = await newLink(5);
  await syncItem(mine.itemId);
});

afterAll(async () => {
  await Promise.all([closeQueues(), closeDatabase()]);
});

describe("answers about a bank that has a problem", () => {
  it("say nothing of it while all is well", async () => {
    const answer = await askOffline(await ledgerIn(0), QUESTION);
    expect(answer.results[0]).not.toHaveProperty("caveats");
    expect(answer.text).not.toContain("First Platypus");
  });

  it("say since when it has been silent, once somebody has to sign in again", async () => {
    await askBank(bankUrl, "/sandbox/item/reset_login", { access_token: await accessTokenOf(mine.itemId) });
    await syncItem(mine.itemId).catch(() => undefined);
    const [item] = await database().select().from(items).where(eq(items.id, mine.itemId));
    expect(item?.status).toBe("login_required");

    const later = await ledgerIn(40);
    const end = formatDate(addDays(later.today, -40));
    const caveat = `First Platypus Bank needs you to sign in again; its data ends on ${end}.`;
    for (const question of [
      QUESTION,
      "How much money do I have?",
      "What was my largest purchase this month?",
    ]) {
      const answer = await askOffline(later, question);
      expect(answer.results[0]).toMatchObject({ caveats: [caveat] });
      expect(answer.text).toContain(caveat);
    }
    const past = await askOffline(
      later,
      `How much did I spend on groceries in ${formatMonth(addDays(later.today, -110))}?`,
    );
    expect(past.text).not.toContain("sign in again");
  });

  it("say that older transactions are still on their way", async () => {
    await database()
      .update(items)
      .set({ status: "active", isHistoryComplete: false })
      .where(eq(items.id, mine.itemId));
    const answer = await askOffline(await ledgerIn(0), QUESTION);
    expect(answer.text).toMatch(/\n\nStill reading older transactions of First Platypus Bank\.$/);
  });

  it("do not say that no bank is linked when one is whose rows have not arrived", async () => {
    mine = await newLink(6);
    const answer = await askOffline(await ledgerIn(0), QUESTION);
    expect(answer.text).toContain("The transactions of First Platypus Bank have not arrived yet.");
    expect(answer.text).not.toContain("No bank is linked");
  });
});
