import { boolean, customType, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { SharedMessage } from "../../contract/sharing";
import { conversations } from "./chat";
import { moment } from "./columns";
import { users } from "./people";

const wordVector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * What was said, for searching only: the messages themselves are documents. Written after the run that they belong to has
 * ended (`runs.isSearchable`); goes with the conversation.
 */
export const messageTexts = pgTable(
  "message_texts",
  {
    messageId: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    isQuestion: boolean().notNull(),
    /** As people read it, without markdown. */
    text: text().notNull(),
    /** Its words as lib/domain/search-words.ts folds them. */
    words: wordVector().notNull(),
    createdAt: moment().notNull(),
  },
  (table) => [
    // A person's texts are few enough to be looked through; those of all people are not.
    index("message_texts_user_created_idx").on(table.userId, table.createdAt.desc()),
    index("message_texts_conversation_idx").on(table.conversationId),
  ],
);

/** A conversation as it was when its person made a link to it. What was to be left out is not in it. */
export const sharedConversations = pgTable(
  "shared_conversations",
  {
    id: uuid().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    conversationId: uuid()
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    /** SHA-256 of the secret in the link: who reads this table cannot open one. */
    secretHash: text().notNull().unique(),
    title: text().notNull(),
    messages: jsonb().$type<SharedMessage[]>().notNull(),
    showsAmounts: boolean().notNull(),
    showsAccounts: boolean().notNull(),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
  },
  (table) => [
    index("shared_conversations_user_idx").on(table.userId),
    index("shared_conversations_conversation_idx").on(table.conversationId),
    index("shared_conversations_expires_idx").on(table.expiresAt),
  ],
);
