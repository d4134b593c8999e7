import type { Ledger } from "../domain/ledger";
import type { TransactionDetails } from "../domain/transaction-details";
import { AppError } from "../errors";

/**
 * All that is known of one row.
 * @throws {AppError} `not_found` when it is not in this ledger, or no longer
 */
export async function requireDetails(id: string, ledger: Ledger): Promise<TransactionDetails> {
  const [row] = await ledger.details([id]);
  if (!row) throw new AppError("not_found", "This transaction no longer exists.");
  return row;
}
