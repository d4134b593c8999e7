import { z } from "zod";
import type { MarkedText } from "../domain/search-words";
import { Identifier } from "./identifier";

/** The list that comes with every page ends here. Whatever is missing from one as long as this may still exist. */
export const LISTED_AT_ONCE = 200;

/** What such a list leaves out: those below one of them or, without one, all; pinned ones are never left out. */
export const OlderConversations = z.object({
  isArchived: z.boolean(),
  below: z.object({ updatedAt: z.iso.datetime(), id: Identifier }).nullable(),
});
export type OlderConversations = z.infer<typeof OlderConversations>;

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
