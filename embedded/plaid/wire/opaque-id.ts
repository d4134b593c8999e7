import { createHash, randomBytes } from "node:crypto";

const LENGTH = 37;

const letters = (bytes: Buffer) => bytes.toString("base64url").replaceAll(/[-_]/g, "x");

/**
 * The id of something inside an item, as opaque and case-sensitive as Plaid's, and the same whenever it is asked for.
 * Another item has other ids, even when it is the same account linked twice.
 */
export function derivedId(itemId: string, kind: "account" | "transaction", key: string): string {
  return letters(createHash("sha256").update(`${kind}|${itemId}|${key}`).digest()).slice(0, LENGTH);
}

export function randomId(length = LENGTH): string {
  return letters(randomBytes(length)).slice(0, length);
}
