import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { moment } from "./columns";
import { users } from "./people";

/** What a person wants answers to take into account, in their words. Goes with the person. */
export const memories = pgTable(
  "memories",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    text: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [index("memories_user_idx").on(table.userId)],
);
