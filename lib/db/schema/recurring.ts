import { boolean, date, index, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { CADENCES, RECURRING_SOURCES, RECURRING_STATUSES } from "../../contract/recurring";
import { accounts } from "./banks";
import { minorUnits } from "./columns";
import { users } from "./people";

export const recurringSource = pgEnum("recurring_source", RECURRING_SOURCES);

export const recurringCadence = pgEnum("recurring_cadence", CADENCES);

export const recurringStatus = pgEnum("recurring_status", RECURRING_STATUSES);

/** Payments or income that come back. Made anew after each sync; `id` follows from account, source and `key`. */
export const recurringSeries = pgTable(
  "recurring_series",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    source: recurringSource().notNull(),
    /** Plaid's stream id, or what our own detector tells series of an account apart by. */
    key: text().notNull(),
    name: text().notNull(),
    category: text().notNull(),
    cadence: recurringCadence().notNull(),
    status: recurringStatus().notNull(),
    /** Positive is money in. */
    averageMinor: minorUnits().notNull(),
    lastMinor: minorUnits().notNull(),
    isVariable: boolean().notNull(),
    currency: text().notNull(),
    firstDate: date({ mode: "string" }).notNull(),
    lastDate: date({ mode: "string" }).notNull(),
    /** When the next one is expected; null when the series has ended. */
    nextDate: date({ mode: "string" }),
    /** Ids of our rows, oldest first. */
    transactionIds: jsonb().$type<string[]>().notNull(),
  },
  (table) => [
    uniqueIndex("recurring_series_key").on(table.accountId, table.source, table.key),
    index("recurring_series_user_idx").on(table.userId),
  ],
);
