import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Executor } from "../client";
import { dailyBalances, holdings, liabilities } from "../schema/balances";
import { accounts } from "../schema/banks";
import { recurringSeries } from "../schema/recurring";
import { imports, transactions } from "../schema/transactions";

/** Those of these accounts to which the person has brought files. */
export async function listImportedInto(db: Executor, accountIds: readonly string[]): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const rows = await db
    .selectDistinct({ id: imports.accountId })
    .from(imports)
    .where(inArray(imports.accountId, [...accountIds]));
  return rows.map(({ id }) => id);
}

/** Files, their rows and what the person said about these, from one account to another. */
export async function moveImports(
  db: Executor,
  from: string,
  to: { accountId: string; itemId: string },
): Promise<void> {
  await db.update(imports).set({ accountId: to.accountId }).where(eq(imports.accountId, from));
  await db
    .update(transactions)
    .set(to)
    .where(and(eq(transactions.accountId, from), isNotNull(transactions.importId)));
}

/** Makes a bank's account one that only files fill: nothing stays on it of what the bank has told, but its name and kind. */
export async function leaveToFiles(db: Executor, accountId: string, itemId: string): Promise<void> {
  await db
    .delete(transactions)
    .where(and(eq(transactions.accountId, accountId), isNull(transactions.importId)));
  for (const table of [dailyBalances, holdings, liabilities, recurringSeries]) {
    await db.delete(table).where(eq(table.accountId, accountId));
  }
  await db.update(transactions).set({ itemId }).where(eq(transactions.accountId, accountId));
  await db
    .update(accounts)
    .set({
      itemId,
      plaidAccountId: sql`${accounts.id}::text`,
      persistentAccountId: null,
      officialName: null,
      mask: null,
      currentMinor: null,
      availableMinor: null,
      limitMinor: null,
      closedAt: null,
    })
    .where(eq(accounts.id, accountId));
}
