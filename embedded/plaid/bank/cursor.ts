import { createHash } from "node:crypto";
import { z } from "zod";
import { plaidErrors } from "../plaid-error";
import type { Revision } from "./revision";

/** Older cursors know of no edits: there were none. */
const RevisionSchema = z.union([
  z.tuple([z.iso.date(), z.iso.date(), z.int().min(0)]),
  z.tuple([z.iso.date(), z.iso.date()]),
]);
type Packed = z.infer<typeof RevisionSchema>;

/** Item (shortened hash), account or "", revision already seen, revision being paged to, how many updates of it were given. */
const Sealed = z.tuple([
  z.string(),
  z.string(),
  RevisionSchema.nullable(),
  RevisionSchema.nullable(),
  z.int().min(0),
]);

/**
 * A place in the updates of an item. `to` is null between two syncs; while pages of one sync are read it names the
 * revision that they lead to.
 */
export type Cursor = { from: Revision | null; to: Revision | null; offset: number };

/** A cursor belongs to one item and, when a single account is followed, to that account. */
export type CursorScope = { itemId: string; accountId: string | null };

const fingerprint = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 12);
const owner = ({ itemId, accountId }: CursorScope): [string, string] => [
  fingerprint(itemId),
  accountId === null ? "" : fingerprint(accountId),
];
const pack = (revision: Revision | null): Packed | null =>
  revision && [revision.day, revision.since, revision.edits];
const unpack = (packed: Packed | null): Revision | null =>
  packed && { day: packed[0], since: packed[1], edits: packed[2] ?? 0 };

export function encodeCursor(scope: CursorScope, { from, to, offset }: Cursor): string {
  return Buffer.from(JSON.stringify([...owner(scope), pack(from), pack(to), offset])).toString("base64");
}

/** @throws {PlaidError} INVALID_FIELD when this bank did not make it, or made it for another item or account */
export function decodeCursor(scope: CursorScope, text: string): Cursor {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(text, "base64").toString("utf8"));
  } catch {
    parsed = null; // Falls through to the same answer as a cursor of another item.
  }
  const sealed = Sealed.safeParse(parsed);
  const [item, account] = owner(scope);
  if (!sealed.success || sealed.data[0] !== item || sealed.data[1] !== account) {
    throw plaidErrors.invalidField("cursor not associated with access_token");
  }
  const [, , from, to, offset] = sealed.data;
  return { from: unpack(from), to: unpack(to), offset };
}
