import { createHash } from "node:crypto";
import { entryIdentity } from "../domain/import/mark-duplicates";
import type { ImportEntry } from "../domain/import/read-rows";

/**
 * Stands in for the bank's id of a row: the account, what the line says, and which of equal lines it is. Equal lines of
 * one file are different payments, so each gets the next number that is free.
 * @param used fingerprints that rows of this account have already
 */
export function fingerprintRows<Entry extends ImportEntry>(
  accountId: string,
  entries: readonly Entry[],
  used: ReadonlySet<string>,
): (Entry & { fingerprint: string })[] {
  const next = new Map<string, number>();
  return entries.map((entry) => {
    const identity = entryIdentity(entry);
    let number = next.get(identity) ?? 1;
    while (used.has(fingerprint(accountId, identity, number))) number += 1;
    next.set(identity, number + 1);
    return { ...entry, fingerprint: fingerprint(accountId, identity, number) };
  });
}

function fingerprint(accountId: string, identity: string, number: number): string {
  const hash = createHash("sha256").update(JSON.stringify([accountId, identity, number]));
  return `file-${hash.digest("base64url")}`;
}
