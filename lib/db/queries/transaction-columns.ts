import { accounts } from "../schema/banks";
import { transactions } from "../schema/transactions";

/** A row as `Transaction` of lib/domain has it, of transactions joined with their accounts. */
export const TRANSACTION_COLUMNS = {
  id: transactions.id,
  accountId: transactions.accountId,
  accountName: accounts.name,
  accountType: accounts.type,
  date: transactions.date,
  amountMinor: transactions.amountMinor,
  currency: transactions.currency,
  merchant: transactions.merchant,
  description: transactions.description,
  category: transactions.category,
  flow: transactions.flow,
  pending: transactions.pending,
};
