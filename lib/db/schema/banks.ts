import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ACCOUNT_TYPES, CONNECTION_SOURCES, CONNECTION_STATUSES } from "../../contract/banking";
import { minorUnits, moment } from "./columns";
import { users } from "./people";

export const itemStatus = pgEnum("item_status", CONNECTION_STATUSES);

export const itemSource = pgEnum("item_source", CONNECTION_SOURCES);

/** One linked bank (a Plaid "Item"), or the accounts that a person fills from files. */
export const items = pgTable(
  "items",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    source: itemSource().notNull().default("plaid"),
    /** Null for `file`. */
    plaidItemId: text().unique(),
    institutionId: text(),
    institutionName: text().notNull(),
    /** AES-256-GCM envelope, see lib/plaid/token-cipher.ts. Null for `file`, and once access has ended (`revoked`). */
    accessTokenEncrypted: text(),
    /** Where Plaid sends news of this item; when our address changes, Plaid must be told. */
    webhookUrl: text(),
    /** What the item was linked for (Plaid's product names). */
    products: jsonb().$type<string[]>().notNull().default([]),
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
    /** Raised by every wish for a reading: one that began before the wish does not fulfil it. */
    readRequests: integer().notNull().default(0),
    /** The one sync that may read now; another may begin once it is past. */
    readLease: uuid(),
    readLeaseUntil: moment(),
    /** It still works, but will end then unless the person signs in again (PENDING_DISCONNECT, PENDING_EXPIRATION). */
    reconnectBy: moment(),
    /** The bank has told of accounts that were not shared. */
    hasNewAccounts: boolean().notNull().default(false),
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
    /** For `file`, an id made here. */
    plaidAccountId: text().notNull(),
    /** Stays the same when some banks (TAN banks) give the account new ids. */
    persistentAccountId: text(),
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
    /** Since when the bank has not listed it any more; null while it does. Its rows stay, its balance counts no longer. */
    closedAt: moment(),
  },
  (table) => [
    uniqueIndex("accounts_plaid_key").on(table.itemId, table.plaidAccountId),
    index("accounts_user_idx").on(table.userId),
  ],
);

/** News of a bank, stored before it is answered; what it asks for is done by a job and may be done twice without harm. */
export const webhookEvents = pgTable(
  "webhook_events",
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Of the signed message: the same one again opens this one again. Two equal bodies signed at different moments are two. */
    fingerprint: text().notNull().unique(),
    type: text().notNull(),
    code: text().notNull(),
    plaidItemId: text(),
    payload: jsonb().notNull(),
    receivedAt: moment().notNull().defaultNow(),
    handledAt: moment(),
    /** What was done, in a word, the last time; null until then. */
    outcome: text(),
    /** While somebody handles it, and after that failed: not before. Null: at once. */
    nextAttemptAt: moment(),
  },
  (table) => [
    index("webhook_events_open_idx").on(table.receivedAt).where(sql`${table.handledAt} is null`),
    // Whether the same news was handled before.
    index("webhook_events_item_idx").on(table.plaidItemId, table.code),
  ],
);
