import { database } from "../db/client";
import { saveRepairedItem } from "../db/queries/items";
import { requestSync } from "./request-sync";

/** The person has signed in again, here or elsewhere: nothing is left to do for them, and what was missed is read. */
export async function itemRepaired(itemId: string, now: Date = new Date()): Promise<void> {
  await saveRepairedItem(database(), itemId);
  await requestSync(itemId, now);
}
