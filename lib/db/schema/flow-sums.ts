import { date, index, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { accounts } from "./banks";
import { minorUnits } from "./columns";
import { users } from "./people";
import { transactionFlow } from "./transactions";

/** Months of all merchants together, and years of each merchant. */
export const sumSpan = pgEnum("sum_span", ["month", "year"]);

/**
 * What the posted rows of a span come to: a trigger on `transactions` keeps it (its migration), nothing else writes it. Not
 * pending rows: whether one counts depends on another row. docs/decisions/0020-sums-kept-by-the-database.md says why.
 */
export const flowSums = pgTable(
  "flow_sums",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    span: sumSpan().notNull(),
    firstDate: date({ mode: "string" }).notNull(),
    flow: transactionFlow().notNull(),
    accountId: uuid()
      .notNull()
      .references(() => accounts.id, { onDelete: "cascade" }),
    category: text().notNull(),
    currency: text().notNull(),
    /** Empty for months. Untrusted text. */
    merchant: text().notNull(),
    netMinor: minorUnits().notNull(),
    inMinor: minorUnits().notNull(),
    rowCount: integer().notNull(),
    inCount: integer().notNull(),
    outCount: integer().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        ...([table.userId, table.span, table.firstDate, table.flow] as const),
        ...([table.accountId, table.category, table.currency, table.merchant] as const),
      ],
    }),
    // For accounts that go.
    index("flow_sums_account_idx").on(table.accountId),
  ],
);
