import type { Item } from "../db/queries/items";
import type { Effect } from "./problem-effects";
import { pollDelay, spreadDelay } from "./retry-delay";

/** When an item is read again after its latest attempt came to nothing; null: not before the person has acted. */
export function planAfter(
  { id, readAttempts }: Pick<Item, "id" | "readAttempts">,
  next: Effect["next"],
  now: Date,
): Date | null {
  if (next === null) return null;
  const delay = next === "poll" ? pollDelay(id) : spreadDelay(id, Math.max(readAttempts, 1), next);
  return new Date(now.getTime() + delay);
}
