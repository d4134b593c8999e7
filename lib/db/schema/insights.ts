import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";
import { users } from "./people";

/** Insights that a person does not want to see again. Goes with the person. */
export const insightDismissals = pgTable(
  "insight_dismissals",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** See ../../domain/insights.ts: the same finding has the same id when it is found again. */
    insightId: text().notNull(),
    dismissedAt: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.insightId] })],
);
