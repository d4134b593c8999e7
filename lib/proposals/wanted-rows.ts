import type { Ledger } from "../domain/ledger";
import type { Transaction } from "../domain/transaction";
import { AppError } from "../errors";

/**
 * The rows that a change names, newest first.
 * @throws {AppError} `not_found` when one of them is not in this person's ledger
 */
export async function wantedRows(ledger: Ledger, ids: readonly string[]): Promise<Transaction[]> {
  const rows = await ledger.transactions({ ids });
  if (ids.length === 0 || rows.length < new Set(ids).size) {
    throw new AppError(
      "not_found",
      "Some of these transactions do not exist, or no longer. Look them up again.",
    );
  }
  return rows;
}

export const countRows = (count: number): string => (count === 1 ? "1 transaction" : `${count} transactions`);
