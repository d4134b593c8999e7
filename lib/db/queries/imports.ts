import { and, asc, count, desc, eq, gte, isNotNull, isNull, lte, max, ne, sql } from "drizzle-orm";
import type { AccountType } from "../../contract/banking";
import type { Executor } from "../client";
import { dailyBalances } from "../schema/balances";
import { accounts, items } from "../schema/banks";
import { imports, transactions } from "../schema/transactions";
import { WHOLE_AMOUNT } from "./splits";

export type Import = typeof imports.$inferSelect;

/** By its id alone, which clients make: whether it is this person's is for the caller to check. */
export async function findImport(db: Executor, importId: string): Promise<Import | undefined> {
  const [row] = await db.select().from(imports).where(eq(imports.id, importId));
  return row;
}

export async function insertImport(db: Executor, values: typeof imports.$inferInsert): Promise<void> {
  await db.insert(imports).values(values);
}

/** Postgres takes 65,535 values in one statement. */
const BATCH_SIZE = 1_000;

/** Fingerprints must be new to the bank: the unique index refuses a second one, and with it the whole import. */
export async function insertImportedRows(
  db: Executor,
  rows: readonly (typeof transactions.$inferInsert)[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH_SIZE) {
    await db.insert(transactions).values(rows.slice(start, start + BATCH_SIZE));
  }
}

/** Deletes the import and, by cascade, exactly its rows. @returns false when this person has no such import */
export async function deleteImport(db: Executor, userId: string, importId: string): Promise<boolean> {
  const rows = await db
    .delete(imports)
    .where(and(eq(imports.id, importId), eq(imports.userId, userId)))
    .returning({ id: imports.id });
  return rows.length > 0;
}

/** The person's imports with where they went, the newest first. */
export function listImportRows(db: Executor, userId: string, limit = 100) {
  return db
    .select({
      id: imports.id,
      fileName: imports.fileName,
      institutionName: items.institutionName,
      accountName: accounts.name,
      rowCount: imports.rowCount,
      createdAt: imports.createdAt,
    })
    .from(imports)
    .innerJoin(accounts, eq(accounts.id, imports.accountId))
    .innerJoin(items, eq(items.id, accounts.itemId))
    .where(eq(imports.userId, userId))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit);
}

const importAccount = {
  id: accounts.id,
  itemId: accounts.itemId,
  name: accounts.name,
  type: accounts.type,
  currency: accounts.currency,
  institutionName: items.institutionName,
  source: items.source,
  status: items.status,
  isHistoryComplete: items.isHistoryComplete,
};

/** An account that rows of a file may go to. */
export type ImportAccount = Awaited<ReturnType<typeof listImportAccounts>>[number];

/** All accounts of the person whose bank may still hold data. */
export function listImportAccounts(db: Executor, userId: string) {
  return db
    .select(importAccount)
    .from(accounts)
    .innerJoin(items, eq(items.id, accounts.itemId))
    .where(and(eq(accounts.userId, userId), ne(items.status, "revoked")))
    .orderBy(asc(items.createdAt), asc(accounts.name), asc(accounts.id));
}

/** Of the person's accounts that files fill: the one with this name, whatever its letters' case. */
export async function findFileAccount(
  db: Executor,
  userId: string,
  names: { institutionName: string; accountName: string; type: AccountType; currency: string },
): Promise<ImportAccount | undefined> {
  const [account] = await db
    .select(importAccount)
    .from(accounts)
    .innerJoin(items, eq(items.id, accounts.itemId))
    .where(
      and(
        eq(accounts.userId, userId),
        eq(items.source, "file"),
        eq(sql`lower(${items.institutionName})`, names.institutionName.toLowerCase()),
        eq(sql`lower(${accounts.name})`, names.accountName.toLowerCase()),
        eq(accounts.type, names.type),
        eq(accounts.currency, names.currency),
      ),
    )
    .orderBy(asc(accounts.id))
    .limit(1);
  return account;
}

/** The person's bank of files with this name, whatever its letters' case. */
export async function findFileItemId(
  db: Executor,
  userId: string,
  institutionName: string,
): Promise<string | undefined> {
  const [item] = await db
    .select({ id: items.id })
    .from(items)
    .where(
      and(
        eq(items.userId, userId),
        eq(items.source, "file"),
        eq(sql`lower(${items.institutionName})`, institutionName.toLowerCase()),
      ),
    )
    .orderBy(asc(items.createdAt), asc(items.id))
    .limit(1);
  return item?.id;
}

/** Rows of the account as it has them, split ones in one piece, between two dates, both included, by either of their dates. */
export function listComparableRows(db: Executor, accountId: string, from: string, to: string) {
  return db
    .select({
      plaidTransactionId: transactions.plaidTransactionId,
      importId: transactions.importId,
      date: transactions.date,
      postedDate: transactions.postedDate,
      amountMinor: WHOLE_AMOUNT,
      description: transactions.description,
    })
    .from(transactions)
    .where(
      and(
        isNull(transactions.partOfId),
        eq(transactions.accountId, accountId),
        gte(sql`greatest(${transactions.date}, ${transactions.postedDate})`, from),
        lte(sql`least(${transactions.date}, ${transactions.postedDate})`, to),
      ),
    );
}

/**
 * The date of the newest row that the linked bank itself has posted, or where it has posted none of its oldest hold; null
 * when it has sent nothing. A hold says little of the days around it: its amount and its day may still change.
 */
export async function findNewestPostedDate(db: Executor, accountId: string): Promise<string | null> {
  const [row] = await db
    .select({
      date: sql<string | null>`coalesce(
        max(${transactions.date}) filter (where not ${transactions.pending}),
        min(${transactions.date}))`,
    })
    .from(transactions)
    .where(and(eq(transactions.accountId, accountId), isNull(transactions.importId)));
  return row?.date ?? null;
}

/**
 * Makes the balance of an account that files fill what the newest of its imports states, and its bank as fresh as its
 * newest import. An account whose remaining files state none has no balance, and no history of one.
 */
export async function restateFileAccount(
  db: Executor,
  account: Pick<ImportAccount, "id" | "itemId">,
  now: Date,
): Promise<void> {
  const [stated] = await db
    .select({ balanceMinor: imports.balanceMinor, date: imports.balanceDate })
    .from(imports)
    .where(and(eq(imports.accountId, account.id), isNotNull(imports.balanceMinor)))
    .orderBy(desc(imports.balanceDate), desc(imports.createdAt), desc(imports.id))
    .limit(1);
  await db
    .update(accounts)
    .set({
      currentMinor: stated?.balanceMinor ?? null,
      balanceAsOf: stated?.date ? endOfDay(stated.date, now) : now,
    })
    .where(eq(accounts.id, account.id));
  if (!stated) await db.delete(dailyBalances).where(eq(dailyBalances.accountId, account.id));
  const [newest] = await db
    .select({ at: max(imports.createdAt) })
    .from(imports)
    .innerJoin(accounts, eq(accounts.id, imports.accountId))
    .where(eq(accounts.itemId, account.itemId));
  await db
    .update(items)
    .set({ lastSyncedAt: newest?.at ?? now })
    .where(eq(items.id, account.itemId));
}

/** Noon in UTC falls on that date nearly everywhere; a balance of today is not one of later today. */
function endOfDay(date: string, now: Date): Date {
  const noon = new Date(`${date}T12:00:00Z`);
  return noon > now ? now : noon;
}

export async function insertFileAccount(db: Executor, values: typeof accounts.$inferInsert): Promise<void> {
  await db.insert(accounts).values(values);
}

/** Takes an account away that no file fills any more, and its bank when that was its last one. */
export async function deleteEmptyFileAccount(
  db: Executor,
  account: Pick<ImportAccount, "id" | "itemId">,
): Promise<boolean> {
  const [left] = await db.select({ imports: count() }).from(imports).where(eq(imports.accountId, account.id));
  if (left?.imports !== 0) return false;
  await db.delete(accounts).where(eq(accounts.id, account.id));
  const siblings = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.itemId, account.itemId))
    .limit(1);
  if (siblings.length === 0) {
    await db.delete(items).where(and(eq(items.id, account.itemId), eq(items.source, "file")));
  }
  return true;
}
