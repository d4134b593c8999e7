"use server";

import { z } from "zod";
import { leaveTemporary } from "@/lib/chat/leave-temporary";
import { listConversations } from "@/lib/chat/list-conversations";
import { loadConversation } from "@/lib/chat/load-conversation";
import { rateAnswer } from "@/lib/chat/rate-answer";
import { renameConversation } from "@/lib/chat/rename-conversation";
import { showBranch } from "@/lib/chat/show-branch";
import { trashConversation } from "@/lib/chat/trash-conversation";
import type { ConversationSummary, ConversationView } from "@/lib/contract/chat";
import type { ActionResult } from "@/lib/contract/error-body";
import { RateAnswer } from "@/lib/contract/feedback";
import { Identifier } from "@/lib/contract/identifier";
import { action } from "@/lib/web/action";
import { ownAction } from "@/lib/web/own-action";

const OneConversation = z.object({ id: Identifier });
const OneBranch = OneConversation.extend({ messageId: Identifier });
const Rename = OneConversation.extend({
  title: z.string().trim().min(1, "Enter a name.").max(120, "Use at most 120 characters."),
});

const list = action(z.unknown(), (_input, user) => listConversations(user.id));
const load = action(OneConversation, ({ id }, user) => loadConversation(user.id, id));
const rename = action(Rename, ({ id, title }, user) => renameConversation(user.id, id, title));
const show = action(OneBranch, ({ id, messageId }, user) => showBranch(user.id, id, messageId));
const rate = ownAction(RateAnswer, (input, user) => rateAnswer(user.id, input));
const remove = action(OneConversation, ({ id }, user) => trashConversation(user.id, id, new Date()));
const leave = action(OneConversation, ({ id }, user) => leaveTemporary(user.id, id));

export async function listConversationsAction(): Promise<ActionResult<ConversationSummary[]>> {
  return list(null);
}

export async function loadConversationAction(input: unknown): Promise<ActionResult<ConversationView>> {
  return load(input);
}

export async function showBranchAction(input: unknown): Promise<ActionResult<ConversationView>> {
  return show(input);
}

export async function rateAnswerAction(input: unknown): Promise<ActionResult<void>> {
  return rate(input);
}

export async function renameConversationAction(input: unknown): Promise<ActionResult<unknown>> {
  return rename(input);
}

export async function deleteConversationAction(input: unknown): Promise<ActionResult<unknown>> {
  return remove(input);
}

export async function leaveTemporaryAction(input: unknown): Promise<ActionResult<unknown>> {
  return leave(input);
}
