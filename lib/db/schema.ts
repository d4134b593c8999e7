import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ACCOUNT_TYPES } from "../contract/banking";
import { RUN_STATUSES } from "../contract/run";
import { FLOWS } from "../domain/transaction";

const moment = () => timestamp({ withTimezone: true, mode: "date" });
/** Integer minor units of the row's currency (cents for USD). */
const minorUnits = () => bigint({ mode: "number" });

export const users = pgTable(
  "users",
  {
    id: uuid().primaryKey().defaultRandom(),
    email: text().notNull(),
    name: text().notNull(),
    /** argon2id in PHC format; null for people who only sign in with Google or GitHub. */
    passwordHash: text(),
    isDemo: boolean().notNull().default(false),
    /** IANA zone; periods are resolved in it. */
    timeZone: text().notNull().default("UTC"),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [uniqueIndex("users_email_key").on(sql`lower(${table.email})`)],
);

/** Sign-in by another provider (Google, GitHub). */
export const identities = pgTable(
  "identities",
  {
    provider: text().notNull(),
    providerAccountId: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
  },
  (table) => [primaryKey({ columns: [table.provider, table.providerAccountId] })],
);

export const itemStatus = pgEnum("item_status", ["active", "login_required", "error"]);

/** One linked bank (a Plaid "Item"). */
export const items = pgTable(
  "items",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    plaidItemId: text().notNull().unique(),
    institutionId: text(),
    institutionName: text().notNull(),
    /** AES-256-GCM envelope, see lib/plaid/token-cipher.ts. */
    accessTokenEncrypted: text().notNull(),
    /** Of /transactions/sync; moves only together with the rows it covers. */
    cursor: text(),
    status: itemStatus().notNull().default("active"),
    errorCode: text(),
    lastSyncedAt: moment(),
    /** False until the bank has handed over the whole past: Plaid gives the last 30 days first. */
    isHistoryComplete: boolean().notNull().default(false),
    /** Readings since the last one that was complete. */
    readAttempts: integer().notNull().default(0),
    /** When the sweep reads it again; null when there is nothing to wait for. */
    nextReadAt: moment(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    index("items_user_idx").on(table.userId),
    index("items_due_idx").on(table.nextReadAt).where(sql`${table.nextReadAt} is not null`),
  ],
);

/**
 * Bank links that are to be ended at Plaid, which bills each for as long as its token is valid. A row goes only once that
 * has happened. No reference to the person: the link must be ended even when they are gone.
 */
export const linksToEnd = pgTable(
  "links_to_end",
  {
    /** The id the item had, or would have had. */
    id: uuid().primaryKey(),
    userId: uuid().notNull(),
    /** As in `items`: sealed for this person and this id. */
    accessTokenEncrypted: text().notNull(),
    attempts: integer().notNull().default(0),
    dueAt: moment().notNull(),
  },
  (table) => [index("links_to_end_due_idx").on(table.dueAt)],
);

export const accountType = pgEnum("account_type", ACCOUNT_TYPES);

export const accounts = pgTable(
  "accounts",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    itemId: uuid()
      .notNull()
      .references(() => items.id, { onDelete: "cascade" }),
    plaidAccountId: text().notNull(),
    name: text().notNull(),
    officialName: text(),
    mask: text(),
    type: accountType().notNull(),
    subtype: text(),
    currency: text().notNull(),
    /** As the bank states it: for credit and loan accounts positive means owed. */
    currentMinor: minorUnits(),
    availableMinor: minorUnits(),
    limitMinor: minorUnits(),
    balanceAsOf: moment().notNull(),
  },
  (table) => [
    uniqueIndex("accounts_plaid_key").on(table.itemId, table.plaidAccountId),
    index("accounts_user_idx").on(table.userId),
  ],
);

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
    plaidTransactionId: text().notNull(),
    /** The pending row that this posted row replaces. */
    pendingPlaidTransactionId: text(),
    /** The calendar date that reports use: when it was authorised if known, else when it posted. */
    date: date({ mode: "string" }).notNull(),
    postedDate: date({ mode: "string" }).notNull(),
    /** Positive is money into the account, negative is money out (Plaid's sign turned round). */
    amountMinor: minorUnits().notNull(),
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
    pending: boolean().notNull(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("transactions_plaid_key").on(table.itemId, table.plaidTransactionId),
    index("transactions_user_date_idx").on(table.userId, table.date),
    index("transactions_user_flow_date_idx").on(table.userId, table.flow, table.date),
    index("transactions_account_idx").on(table.accountId),
  ],
);

export const conversations = pgTable(
  "conversations",
  {
    /** Made by the client (UUIDv7). */
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    title: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [index("conversations_user_updated_idx").on(table.userId, table.updatedAt.desc())],
);

export const runStatus = pgEnum("run_status", RUN_STATUSES);

/** One attempt to answer one message. The row is the truth about how it ended. */
export const runs = pgTable(
  "runs",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    /** Makes POST idempotent: the id of the user message, or `regenerate:` and the id of the answer that is written anew. */
    requestKey: text().notNull(),
    userMessageId: uuid().notNull(),
    assistantMessageId: uuid().notNull(),
    status: runStatus().notNull().default("queued"),
    /** Fencing token: every claim raises it, and every write of a worker carries the one it claimed with. */
    attempt: integer().notNull().default(0),
    /** Highest chunk number in the log when the run ended. */
    lastSeq: integer().notNull().default(0),
    heartbeatAt: moment(),
    stopRequestedAt: moment(),
    /** The last chunk the person saw when they pressed stop: the kept text ends there. */
    stopSeenSeq: integer(),
    errorCode: text(),
    createdAt: moment().notNull().defaultNow(),
    startedAt: moment(),
    finishedAt: moment(),
  },
  (table) => [
    uniqueIndex("runs_request_key").on(table.conversationId, table.requestKey),
    uniqueIndex("runs_one_active_per_conversation")
      .on(table.conversationId)
      .where(sql`${table.status} in ('queued', 'running')`),
    index("runs_active_idx")
      .on(table.status, table.heartbeatAt)
      .where(sql`${table.status} in ('queued', 'running')`),
  ],
);

/** Work promised in the same transaction as the rows it belongs to; delivered to the queue right after, or by the sweeper. */
export const outbox = pgTable("outbox", {
  id: uuid().primaryKey().defaultRandom(),
  job: text().notNull(),
  payload: jsonb().notNull(),
  createdAt: moment().notNull().defaultNow(),
});
