import { z } from "zod";
import type { MarkedText } from "../domain/search-words";

export const SearchConversations = z.object({ text: z.string().trim().min(1).max(200) });

/** A message that has all the words. */
type FoundMessage = {
  id: string;
  isQuestion: boolean;
  /** One line around the first of the words. */
  excerpt: MarkedText;
  createdAt: string;
};

/** A conversation whose title or whose messages have all the words that were looked for. */
export type FoundConversation = {
  id: string;
  title: MarkedText;
  updatedAt: string;
  isArchived: boolean;
  /** Newest first; none when only the title has the words. */
  messages: FoundMessage[];
};
