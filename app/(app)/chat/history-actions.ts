"use server";

import { z } from "zod";
import { archiveConversation } from "@/lib/chat/archive-conversation";
import { listOlderConversations } from "@/lib/chat/list-conversations";
import { pinConversation } from "@/lib/chat/pin-conversation";
import { restoreConversation } from "@/lib/chat/restore-conversation";
import { searchConversations } from "@/lib/chat/search-conversations";
import type { ConversationSummary } from "@/lib/contract/chat";
import type { ActionResult } from "@/lib/contract/error-body";
import { type FoundConversation, OlderConversations, SearchConversations } from "@/lib/contract/history";
import { Identifier } from "@/lib/contract/identifier";
import { action } from "@/lib/web/action";

const OneConversation = z.object({ id: Identifier });
const Pin = OneConversation.extend({ isPinned: z.boolean() });
const Archiving = OneConversation.extend({ isArchived: z.boolean() });

const search = action(SearchConversations, ({ text }, user) => searchConversations(user.id, text));
const older = action(OlderConversations, (input, user) => listOlderConversations(user.id, input));
const pin = action(Pin, (input, user) => pinConversation(user.id, input, new Date()));
const archive = action(Archiving, (input, user) => archiveConversation(user.id, input, new Date()));
const restore = action(OneConversation, ({ id }, user) => restoreConversation(user.id, id));

export async function searchConversationsAction(input: unknown): Promise<ActionResult<FoundConversation[]>> {
  return search(input);
}

export async function olderConversationsAction(input: unknown): Promise<ActionResult<ConversationSummary[]>> {
  return older(input);
}

export async function pinConversationAction(input: unknown): Promise<ActionResult<unknown>> {
  return pin(input);
}

export async function archiveConversationAction(input: unknown): Promise<ActionResult<unknown>> {
  return archive(input);
}

export async function restoreConversationAction(input: unknown): Promise<ActionResult<unknown>> {
  return restore(input);
}
