import { pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { RATINGS } from "../../contract/feedback";
import { runs } from "./chat";
import { moment } from "./columns";

export const rating = pgEnum("rating", RATINGS);

/** What a person thinks of an answer; goes with its run. */
export const feedback = pgTable("feedback", {
  runId: uuid()
    .primaryKey()
    .references(() => runs.id, { onDelete: "cascade" }),
  rating: rating().notNull(),
  /** One of the reasons that are offered. */
  reason: text(),
  comment: text(),
  createdAt: moment().notNull().defaultNow(),
  updatedAt: moment().notNull().defaultNow(),
});
