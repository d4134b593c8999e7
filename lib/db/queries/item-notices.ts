import { eq } from "drizzle-orm";
import type { Executor } from "../client";
import { items } from "../schema/banks";
import type { Item } from "./items";

/** What a bank that works has told about itself. */
export async function saveItemNotice(
  db: Executor,
  itemId: string,
  notice: Partial<Pick<Item, "reconnectBy" | "hasNewAccounts">>,
): Promise<void> {
  await db.update(items).set(notice).where(eq(items.id, itemId));
}
