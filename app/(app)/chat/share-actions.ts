"use server";

import { z } from "zod";
import { listShares } from "@/lib/chat/list-shares";
import { revokeShare } from "@/lib/chat/revoke-share";
import { shareConversation } from "@/lib/chat/share-conversation";
import type { ActionResult } from "@/lib/contract/error-body";
import { NewShare, OneShare, type ShareSummary } from "@/lib/contract/sharing";
import { env } from "@/lib/env";
import { action } from "@/lib/web/action";
import { ownAction } from "@/lib/web/own-action";

const list = action(z.unknown(), (_input, user) => listShares(user.id, new Date()));
const revoke = ownAction(OneShare, ({ shareId }, user) => revokeShare(user.id, shareId));
const share = ownAction(NewShare, async (input, user) => {
  const made = await shareConversation(user.id, input, new Date());
  return { address: new URL(`/shared/${made.secret}`, env().AUTH_URL).href, share: made.share };
});

export async function listSharesAction(): Promise<ActionResult<ShareSummary[]>> {
  return list(null);
}

export async function shareConversationAction(
  input: unknown,
): Promise<ActionResult<{ address: string; share: ShareSummary }>> {
  return share(input);
}

export async function revokeShareAction(input: unknown): Promise<ActionResult<unknown>> {
  return revoke(input);
}
