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
import { RUN_STATUSES } from "../../contract/run";
import { moment } from "./columns";
import { users } from "./people";

export const conversations = pgTable(
  "conversations",
  {
    /** Made by the client (UUIDv7). */
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    title: text().notNull(),
    /** The end of the branch that the person chose to look at; null: the answer of the latest run. */
    shownAnswerId: uuid(),
    /** Not in any list, and deleted when it is left. */
    isTemporary: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    /** Stays at the top of the list since then. */
    pinnedAt: moment(),
    /** Out of the list since then, and not deleted. */
    archivedAt: moment(),
    /** Deleted by the person then: nobody sees it, and it goes for good when the time to undo that is over. */
    deletedAt: moment(),
  },
  (table) => [
    index("conversations_user_updated_idx").on(table.userId, table.updatedAt.desc()),
    index("conversations_deleted_idx").on(table.deletedAt).where(sql`${table.deletedAt} is not null`),
    index("conversations_temporary_idx").on(table.updatedAt).where(sql`${table.isTemporary}`),
  ],
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
    /** Makes POST idempotent: the id of the user message, or `regenerate:`, the id of the answer that is written anew and that of the wish. */
    requestKey: text().notNull(),
    userMessageId: uuid().notNull(),
    assistantMessageId: uuid().notNull(),
    status: runStatus().notNull().default("queued"),
    /** Its priority in the queue: how many answers this person wanted lately, this one included. Lower goes first. */
    turn: integer().notNull().default(1),
    /** Fencing token: every claim raises it, and every write of a worker carries the one it claimed with. */
    attempt: integer().notNull().default(0),
    /** Highest chunk number in the log when the run ended. */
    lastSeq: integer().notNull().default(0),
    heartbeatAt: moment(),
    stopRequestedAt: moment(),
    /** The last chunk the person saw when they pressed stop: the kept text ends there. */
    stopSeenSeq: integer(),
    errorCode: text(),
    /** Its question and its answer, as far as it came, can be searched (table `message_texts`). */
    isSearchable: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
    startedAt: moment(),
    finishedAt: moment(),
  },
  (table) => [
    uniqueIndex("runs_request_key").on(table.conversationId, table.requestKey),
    uniqueIndex("runs_one_active_per_conversation")
      .on(table.conversationId)
      .where(sql`${table.status} in ('queued', 'running')`),
    index("runs_user_created_idx").on(table.userId, table.createdAt),
    index("runs_active_user_idx").on(table.userId).where(sql`${table.status} in ('queued', 'running')`),
    index("runs_active_idx")
      .on(table.status, table.heartbeatAt)
      .where(sql`${table.status} in ('queued', 'running')`),
    index("runs_unsearchable_idx")
      .on(table.createdAt)
      .where(sql`not ${table.isSearchable} and ${table.status} not in ('queued', 'running')`),
  ],
);

/** Work promised in the same transaction as the rows it belongs to; delivered to the queue right after, or by the sweeper. */
export const outbox = pgTable("outbox", {
  id: uuid().primaryKey().defaultRandom(),
  job: text().notNull(),
  payload: jsonb().notNull(),
  createdAt: moment().notNull().defaultNow(),
});
