"use server";

import { headers } from "next/headers";
import { deleteAccount } from "@/lib/account/delete-account";
import type { ActionResult } from "@/lib/contract/error-body";
import { type Belongings, DeleteAccount } from "@/lib/contract/your-data";
import { signOut } from "@/lib/web/auth";
import { clientAddress } from "@/lib/web/client-address";
import { ownAction } from "@/lib/web/own-action";

const remove = ownAction(DeleteAccount, async ({ proof }, user) => {
  const client = clientAddress(await headers());
  const belongings = await deleteAccount(user, { typed: proof, client }, new Date());
  await signOut({ redirect: false });
  return belongings;
});

export async function deleteAccountAction(input: unknown): Promise<ActionResult<Belongings>> {
  return remove(input);
}
