import { date, jsonb, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import type { Digest } from "../../contract/digest";
import { moment } from "./columns";
import { users } from "./people";

/** What a person is told of a week. One for each: whatever is restarted, nobody is told twice. */
export const weeklyDigests = pgTable(
  "weekly_digests",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** The Monday with which the week that it tells of began, in the person's time zone. */
    weekStart: date({ mode: "string" }).notNull(),
    content: jsonb().$type<Digest>().notNull(),
    createdAt: moment().notNull().defaultNow(),
    /** When it was handed to the mail server, or is being so; null: not by e-mail. */
    mailedAt: moment(),
    /** Not shown in the overview any more since then. */
    dismissedAt: moment(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.weekStart] })],
);
