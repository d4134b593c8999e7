import { stemOf } from "./recurring-stem";

/** A merchant as the bank writes it, and in how many rows. */
export type PayeeCount = { merchant: string; rows: number };

/** A yearly payment is seen from its second time on. */
const LEAST_ROWS = 2;

/**
 * Divides an account by payee, so that a part of its rows at a time can be looked at: all spellings of one payee are in
 * the same part, and what came only once, and so is no series, in none.
 * @param size how many rows a part may have, unless one payee alone has more
 * @returns the merchants of each part
 */
export function partPayees(payees: readonly PayeeCount[], size: number): string[][] {
  const byStem = new Map<string, { merchants: string[]; rows: number }>();
  for (const { merchant, rows } of payees) {
    const stem = stemOf(merchant);
    const payee = byStem.get(stem) ?? { merchants: [], rows: 0 };
    payee.merchants.push(merchant);
    payee.rows += rows;
    byStem.set(stem, payee);
  }
  const parts: string[][] = [];
  let room = 0;
  for (const { merchants, rows } of byStem.values()) {
    if (rows < LEAST_ROWS) continue;
    const part = parts.at(-1);
    if (part && rows <= room) part.push(...merchants);
    else {
      parts.push([...merchants]);
      room = size;
    }
    room -= rows;
  }
  return parts;
}
