import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { FLOWS } from "../../domain/transaction";
import { accounts, items } from "./banks";
import { categoryRules } from "./category-rules";
import { minorUnits, moment } from "./columns";
import { users } from "./people";

export const transactionFlow = pgEnum("transaction_flow", FLOWS);

export const transactions = pgTable(
  "transactions",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    itemId: uuid()
      .notNull()
      .references(() => items.id, { onDelete: "cascade" }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    /** For rows of a file, a fingerprint of the line. */
    plaidTransactionId: text().notNull(),
    /** The file that it came from; null for rows of a bank. */
    importId: uuid().references(() => imports.id, { onDelete: "cascade" }),
    /** The pending row that this posted row replaces. */
    pendingPlaidTransactionId: text(),
    /** The calendar date that reports use: when it was authorised if known, else when it posted. */
    date: date({ mode: "string" }).notNull(),
    postedDate: date({ mode: "string" }).notNull(),
    /** Positive is money into the account, negative is money out (Plaid's sign turned round). */
    amountMinor: minorUnits().notNull(),
    /** What the bank says, of a row that the person has split: the row itself keeps one part. Null: it is whole. */
    wholeMinor: minorUnits(),
    /** The split row whose part this is: made by the person, it follows that row and goes with it. */
    partOfId: uuid().references((): AnyPgColumn => transactions.id, { onDelete: "cascade" }),
    currency: text().notNull(),
    /** What the bank wrote. Untrusted text. */
    description: text().notNull(),
    /** The merchant in clean form, or the description where there is none. Untrusted text. */
    merchant: text().notNull(),
    /** Our own category id, see lib/domain/categories.ts. */
    category: text().notNull(),
    /** Plaid's personal finance category, kept as it came. */
    plaidCategoryPrimary: text(),
    plaidCategoryDetailed: text(),
    /** What it means for spending and income, decided by lib/domain/classify-flow.ts. */
    flow: transactionFlow().notNull(),
    /** The person's rule that gave it its category; null: none did. */
    ruleId: uuid().references(() => categoryRules.id, { onDelete: "set null" }),
    pending: boolean().notNull(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("transactions_plaid_key").on(table.itemId, table.plaidTransactionId),
    index("transactions_user_date_idx").on(table.userId, table.date),
    index("transactions_user_flow_date_idx").on(table.userId, table.flow, table.date),
    // Merchants are listed for every name that somebody types; the date serves questions about one of them.
    index("transactions_user_merchant_date_idx").on(table.userId, table.merchant, table.date),
    // The largest and the smallest rows, of which every answer shows some.
    index("transactions_user_size_idx").on(
      table.userId,
      table.flow,
      sql`abs(${table.amountMinor})`,
      table.date,
    ),
    index("transactions_pending_idx").on(table.userId).where(sql`${table.pending}`),
    index("transactions_account_date_idx").on(table.accountId, table.date),
    // Every sum asks of each pending row whether a posted one has replaced it.
    index("transactions_replaced_idx")
      .on(table.itemId, table.pendingPlaidTransactionId)
      .where(sql`${table.pendingPlaidTransactionId} is not null`),
    index("transactions_rule_idx").on(table.ruleId).where(sql`${table.ruleId} is not null`),
    index("transactions_part_idx").on(table.partOfId).where(sql`${table.partOfId} is not null`),
    index("transactions_import_idx").on(table.importId).where(sql`${table.importId} is not null`),
  ],
);

/**
 * What a person has said about a row. It overrules what the bank says, and stays when the bank sends the row again: the row
 * keeps its id when a posted one takes the place of a pending one.
 */
export const transactionEdits = pgTable("transaction_edits", {
  transactionId: uuid()
    .primaryKey()
    .references(() => transactions.id, { onDelete: "cascade" }),
  userId: uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" }),
  /** One of lib/domain/categories.ts; null: as the bank says. */
  category: text(),
  note: text(),
  tags: jsonb().$type<string[]>().notNull().default([]),
  updatedAt: moment().notNull().defaultNow(),
});

/**
 * Rows of an update that is still being read: nothing of it may count before the last page is here, and memory would not
 * hold the largest ones. Cleared when the update is stored or begun anew.
 */
export const stagedTransactions = pgTable(
  "staged_transactions",
  {
    lease: uuid().notNull(),
    plaidTransactionId: text().notNull(),
    itemId: uuid()
      .notNull()
      .references(() => items.id, { onDelete: "cascade" }),
    /** A `BankTransaction` of lib/plaid/map.ts; null: the bank took the row back. */
    row: jsonb(),
  },
  (table) => [
    primaryKey({ columns: [table.lease, table.plaidTransactionId] }),
    index("staged_transactions_item_idx").on(table.itemId),
  ],
);

/** A file of transactions that a person brought in; deleting it takes its rows back. */
export const imports = pgTable(
  "imports",
  {
    /** Made by the client, so that the same confirmation twice is one import. */
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    fileName: text().notNull(),
    rowCount: integer().notNull(),
    /** What the file or the person says was on the account at the end of this date, as in `accounts.currentMinor`. */
    balanceMinor: minorUnits(),
    balanceDate: date({ mode: "string" }),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [index("imports_user_idx").on(table.userId, table.createdAt.desc())],
);
