import { eq } from "drizzle-orm";
import { database } from "../db/client";
import { items } from "../db/schema/banks";
import { requestSync } from "./request-sync";

/** The bank lets us in again: its state is whole, and it is read. */
export async function itemRepaired(itemId: string, now: Date): Promise<void> {
  await database()
    .update(items)
    .set({ status: "active", errorCode: null, reconnectBy: null, nextReadAt: now })
    .where(eq(items.id, itemId));
  await requestSync(itemId);
}
