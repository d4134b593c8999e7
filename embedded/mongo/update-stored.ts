import type { Collection } from "./collection";
import type { StoredDocument } from "./stored-document";
import { readTyped, writeTyped } from "./typed-bson";
import { applyUpdate, type Update, type UpdateContext } from "./update";

/** Updates one stored document; returns the same object when nothing changed, as `nModified` counts it. */
export function updateStored(
  collection: Collection,
  before: StoredDocument,
  update: Update,
  context: UpdateContext,
): StoredDocument {
  const after = applyUpdate(readTyped(before.bytes), update, context);
  if (Buffer.compare(writeTyped(after), before.bytes) === 0) return before;
  return collection.replace(before, after);
}
