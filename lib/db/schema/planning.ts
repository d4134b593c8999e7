import { boolean, date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./banks";
import { minorUnits, moment } from "./columns";
import { users } from "./people";
import { recurringCadence } from "./recurring";

const owner = () =>
  uuid()
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** What a person means to spend in a month, at most. */
export const budgets = pgTable(
  "budgets",
  {
    userId: owner(),
    category: text().notNull(),
    currency: text().notNull(),
    amountMinor: minorUnits().notNull(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.category, table.currency] })],
);

/** What a person saves for. */
export const goals = pgTable(
  "goals",
  {
    id: uuid().primaryKey(),
    userId: owner(),
    name: text().notNull(),
    targetMinor: minorUnits().notNull(),
    currency: text().notNull(),
    targetDate: date({ mode: "string" }),
    /** Its balance is what is saved; null: `savedMinor` is. */
    accountId: uuid().references(() => accounts.id, { onDelete: "set null" }),
    savedMinor: minorUnits().notNull().default(0),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [index("goals_user_idx").on(table.userId), index("goals_account_idx").on(table.accountId)],
);

/** What a person has said of whether a merchant's payments come back. It overrules what is detected. */
export const recurringMarks = pgTable(
  "recurring_marks",
  {
    userId: owner(),
    /** As rows name it. Untrusted text. */
    merchant: text().notNull(),
    isRecurring: boolean().notNull(),
    /** Null: as the rows show. */
    cadence: recurringCadence(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.merchant] })],
);
