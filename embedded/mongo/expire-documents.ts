import { resolve } from "mingo/util";
import type { Collection } from "./collection";
import type { Store } from "./store";

/** Removes what TTL indexes let expire by `now`; returns how many documents went. */
export async function expireDocuments(store: Store, now: Date): Promise<number> {
  let removed = 0;
  for (const collection of store.collections()) removed += expireIn(collection, now);
  if (removed > 0) await store.flushed();
  return removed;
}

function expireIn(collection: Collection, now: Date): number {
  let removed = 0;
  for (const { key, expireAfterSeconds } of collection.specifications()) {
    const [field] = Object.keys(key);
    if (expireAfterSeconds === undefined || field === undefined) continue;
    const limit = now.getTime() - expireAfterSeconds * 1000;
    for (const document of collection.all()) {
      if (earliest(resolve(document.view, field)) > limit) continue;
      collection.remove(document);
      removed++;
    }
  }
  return removed;
}

/** Of several dates the earliest counts; what is no date never expires. */
function earliest(value: unknown): number {
  const dates = (Array.isArray(value) ? value : [value]).filter((item) => item instanceof Date);
  return Math.min(...dates.map((date) => date.getTime()), Number.POSITIVE_INFINITY);
}
