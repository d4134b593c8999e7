import { randomUUID } from "node:crypto";
import { database } from "../../lib/db/client";
import { accounts, items } from "../../lib/db/schema/banks";
import { transactions } from "../../lib/db/schema/transactions";
import { newPerson } from "./linked-bank";

type Account = typeof accounts.$inferSelect;

/** A bank that is in the database only: for what is reckoned from rows, whichever bank they came from. */
export async function storedBank(values: Partial<typeof items.$inferInsert> = {}) {
  const userId = values.userId ?? (await newPerson());
  const id = randomUUID();
  await database()
    .insert(items)
    .values({ institutionName: "First Platypus Bank", isHistoryComplete: true, ...values, id, userId });
  return { userId, itemId: id };
}

export async function storedAccount(
  of: { userId: string; itemId: string },
  values: Partial<typeof accounts.$inferInsert> = {},
): Promise<Account> {
  const [account] = await database()
    .insert(accounts)
    .values({
      plaidAccountId: randomUUID(),
      name: "Everyday Checking",
      type: "depository",
      currency: "USD",
      currentMinor: 100_000,
      balanceAsOf: new Date("2026-11-24T12:00:00Z"),
      ...of,
      ...values,
    })
    .returning();
  if (!account) throw new Error("no account");
  return account;
}

type Row = Partial<typeof transactions.$inferInsert> & { date: string; amountMinor: number };

/** @returns the ids, in the order of the rows */
export async function storedRowsOn(account: Account, rows: readonly Row[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const stored = await database()
    .insert(transactions)
    .values(
      rows.map((row) => ({
        userId: account.userId,
        itemId: account.itemId,
        accountId: account.id,
        plaidTransactionId: randomUUID(),
        postedDate: row.date,
        currency: account.currency,
        description: "SOME SHOP",
        merchant: "Some Shop",
        category: "general_shopping",
        flow: "spending" as const,
        pending: false,
        ...row,
      })),
    )
    .returning({ id: transactions.id });
  return stored.map(({ id }) => id);
}
