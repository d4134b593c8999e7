import { sql } from "drizzle-orm";
import { boolean, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";

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
    /** ISO 4217; comes first among the currencies of their accounts. Null: the one that most accounts have. */
    currency: text(),
    createdAt: moment().notNull().defaultNow(),
    /** Deleted by the person then: nobody can sign in, nothing here says who it was, and a job removes the row. */
    deletedAt: moment(),
    /** When their money is looked through for insights next; spread over the day from the start. */
    insightsDueAt: moment().notNull().default(sql`now() + random() * interval '1 day'`),
    digestInApp: boolean().notNull().default(true),
    digestByEmail: boolean().notNull().default(false),
    /** When the next weekly digest is due. */
    digestDueAt: moment().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("users_email_key").on(sql`lower(${table.email})`),
    index("users_insights_due_idx").on(table.insightsDueAt),
    index("users_digest_due_idx").on(table.digestDueAt),
  ],
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

/** Where a person is signed in. The cookie names its row, so whoever takes the row away signs that device out. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Browser and system in words, such as "Chrome on Windows". */
    device: text().notNull(),
    /** Names the password that began it; null when it began without one. */
    passwordMark: text(),
    createdAt: moment().notNull().defaultNow(),
    /** Up to ten minutes behind. */
    lastSeenAt: moment().notNull().defaultNow(),
  },
  (table) => [index("sessions_user_idx").on(table.userId)],
);
