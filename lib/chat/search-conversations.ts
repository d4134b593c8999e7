import type { FoundConversation } from "../contract/history";
import { database } from "../db/client";
import { type ConversationRow, listConversationRows } from "../db/queries/conversations";
import { findMessageTexts } from "../db/queries/message-texts";
import { excerptAround, hasAllWords, markWords, searchWords } from "../domain/search-words";

/** Of the newest so many conversations the titles are looked through. */
const MAX_TITLES = 2_000;
const MAX_MESSAGES = 60;
const MAX_CONVERSATIONS = 20;
const MESSAGES_EACH = 3;
const EXCERPT_CHARACTERS = 140;

/** The person's conversations whose title or one of whose messages has all the words, the one of the newest match first. */
export async function searchConversations(userId: string, text: string): Promise<FoundConversation[]> {
  const wanted = searchWords(text);
  if (wanted.length === 0) return [];
  const [rows, texts] = await Promise.all([
    listConversationRows(database(), userId, MAX_TITLES),
    findMessageTexts(database(), userId, wanted, MAX_MESSAGES),
  ]);
  return rows
    .map((row) => {
      const messages = texts.filter(({ conversationId }) => conversationId === row.id);
      return { row, messages, at: newestMatch(row, messages[0], wanted) };
    })
    .filter(({ at }) => at > 0)
    .sort((a, b) => b.at - a.at)
    .slice(0, MAX_CONVERSATIONS)
    .map(({ row, messages }) => ({
      id: row.id,
      title: markWords(row.title, wanted),
      updatedAt: row.updatedAt.toISOString(),
      isArchived: row.archivedAt !== null,
      messages: messages.slice(0, MESSAGES_EACH).map((message) => ({
        id: message.id,
        isQuestion: message.isQuestion,
        excerpt: markWords(excerptAround(message.text, wanted, EXCERPT_CHARACTERS), wanted),
        createdAt: message.createdAt.toISOString(),
      })),
    }));
}

/** When the newest message with the words was written, or, if the title has them, the last one at all; 0 for no match. */
function newestMatch(
  row: ConversationRow,
  message: { createdAt: Date } | undefined,
  wanted: string[],
): number {
  const titled = hasAllWords(row.title, wanted) ? row.updatedAt.getTime() : 0;
  return Math.max(titled, message?.createdAt.getTime() ?? 0);
}
