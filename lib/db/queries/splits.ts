import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Executor } from "../client";
import { transactionEdits, transactions } from "../schema/transactions";
import type { TransactionEdit } from "./transaction-edits";

/** A part besides the one that the split row keeps. Minor units. */
type OtherPart = { id: string; amountMinor: number };

/** A row of a person, as it is split. Minor units; `wholeMinor` is null and `others` is empty for a row in one piece. */
export type Split = {
  amountMinor: number;
  wholeMinor: number | null;
  pending: boolean;
  partOfId: string | null;
  others: OtherPart[];
  /** What the person has said of the row and of its parts, in the order of their ids. */
  edits: TransactionEdit[];
};

/** What the bank says of rows that may be split: a split row counts as one of its whole amount, and its parts do not. */
export const WHOLE_AMOUNT =
  sql<number>`coalesce(${transactions.wholeMinor}, ${transactions.amountMinor})`.mapWith(Number);

const split = alias(transactions, "split");

/** The split row that a row is a part of, itself included; null for a row in one piece. */
export const SPLIT_ID = sql<
  string | null
>`coalesce(${transactions.partOfId}, case when ${transactions.wholeMinor} is not null then ${transactions.id} end)`;

/** The whole amount of the split row that a row is a part of, in minor units; null for a row in one piece. */
export const SPLIT_WHOLE = sql<number | null>`coalesce(${transactions.wholeMinor}, (
  select split.whole_minor from transactions split where split.id = ${transactions.partOfId}))`.mapWith(
  (minor: string | null) => (minor === null ? null : Number(minor)),
);

/** @returns undefined when this person has no such row, or no longer */
export async function findSplit(db: Executor, userId: string, id: string): Promise<Split | undefined> {
  const { amountMinor, wholeMinor, pending, partOfId } = split;
  const { transactionId, category, note, tags } = transactionEdits;
  const rows = await db
    .select({
      row: { id: split.id, amountMinor, wholeMinor, pending, partOfId },
      edit: { transactionId, category, note, tags },
    })
    .from(split)
    .leftJoin(transactionEdits, eq(transactionId, split.id))
    .where(and(eq(split.userId, userId), or(eq(split.id, id), eq(partOfId, id))))
    .orderBy(asc(split.id));
  const found = rows.find(({ row }) => row.id === id)?.row;
  if (!found) return undefined;
  const { id: _, ...state } = found;
  const others = rows.filter(({ row }) => row.id !== id);
  return {
    ...state,
    others: others.map(({ row }) => ({ id: row.id, amountMinor: row.amountMinor })),
    edits: rows.flatMap(({ edit }) => edit ?? []),
  };
}

/** Ids of the parts beside these rows of the person. */
export async function listPartIds(db: Executor, userId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .select({ id: transactions.id })
    .from(transactions)
    .where(and(eq(transactions.userId, userId), inArray(transactions.partOfId, [...ids])));
  return rows.map(({ id }) => id);
}

/**
 * Makes these the parts of a row of the person, in place of those that it has: no others and no whole make it one piece. The
 * parts mean what the row means until something is said of them.
 */
export async function writeSplit(
  db: Executor,
  userId: string,
  id: string,
  { amountMinor, wholeMinor, others }: Pick<Split, "amountMinor" | "wholeMinor" | "others">,
): Promise<void> {
  const isMine = eq(transactions.userId, userId);
  await db.delete(transactions).where(and(isMine, eq(transactions.partOfId, id)));
  await db
    .update(transactions)
    .set({ amountMinor, wholeMinor, updatedAt: sql`now()` })
    .where(and(isMine, eq(transactions.id, id)));
  if (others.length === 0) return;
  await db.execute(sql`
    insert into transactions (
      id, user_id, item_id, account_id, plaid_transaction_id, import_id, date, posted_date, amount_minor, part_of_id, currency,
      description, merchant, category, plaid_category_primary, plaid_category_detailed, flow, rule_id, pending)
    select part.id, t.user_id, t.item_id, t.account_id, 'part ' || part.id, t.import_id, t.date, t.posted_date,
      part."amountMinor", t.id, t.currency, t.description, t.merchant, t.category, t.plaid_category_primary,
      t.plaid_category_detailed, t.flow, t.rule_id, t.pending
    from transactions t, jsonb_to_recordset(${JSON.stringify(others)}::text::jsonb) as part(id uuid, "amountMinor" bigint)
    where t.id = ${id}::uuid and t.user_id = ${userId}::uuid`);
}
