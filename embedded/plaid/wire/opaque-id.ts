import { hash, randomBytes } from "node:crypto";

const LENGTH = 37;

const letters = (base64url: string) => base64url.replaceAll(/[-_]/g, "x");

/**
 * The id of something inside an item, as opaque and case-sensitive as Plaid's, and the same whenever it is asked for.
 * Another item has other ids, even when it is the same account linked twice.
 */
export function derivedId(itemId: string, kind: "account" | "transaction", key: string): string {
  return letters(hash("sha256", `${kind}|${itemId}|${key}`, "base64url")).slice(0, LENGTH);
}

export function randomId(length = LENGTH): string {
  return letters(randomBytes(length).toString("base64url")).slice(0, length);
}
