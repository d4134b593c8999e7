"use server";

import { linkSandboxBank } from "@/lib/banking/link-sandbox-bank";
import { LinkSandboxBank } from "@/lib/contract/banking";
import type { ActionResult } from "@/lib/contract/error-body";
import { action } from "@/lib/web/action";

const link = action(LinkSandboxBank, (input, user) => linkSandboxBank(user, input));

export async function linkSandboxBankAction(input: unknown): Promise<ActionResult<{ itemId: string }>> {
  return link(input);
}
