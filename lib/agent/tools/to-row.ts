import type { TransactionRow } from "../../contract/results/evidence";
import { categoryLabel } from "../../domain/categories";
import { toMoney } from "../../domain/money";
import type { Transaction } from "../../domain/transaction";

/** A transaction as results list it. */
export const toRow = (row: Transaction): TransactionRow => ({
  id: row.id,
  date: row.date,
  merchant: row.merchant,
  category: categoryLabel(row.category),
  account: row.accountName,
  amount: toMoney(row.amountMinor, row.currency),
  pending: row.pending,
});
