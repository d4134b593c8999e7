import { index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { RULE_MATCHES } from "../../contract/proposals";
import { moment } from "./columns";
import { users } from "./people";

export const ruleMatchBy = pgEnum("rule_match_by", RULE_MATCHES);

/** A category that a person gives to all rows that match, those to come too. The newest that matches a row counts. */
export const categoryRules = pgTable(
  "category_rules",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    matchBy: ruleMatchBy().notNull(),
    /** Looked for in any case, as it is: no wildcards. */
    matchValue: text().notNull(),
    category: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [index("category_rules_user_idx").on(table.userId)],
);
