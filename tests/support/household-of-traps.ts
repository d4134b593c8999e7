import type { AccountType } from "../../lib/contract/banking";
import { type Classification, classifyFlow } from "../../lib/domain/classify-flow";
import type { LedgerAccount } from "../../lib/domain/ledger";
import { confirmOwnTransfers } from "../../lib/domain/own-transfers";
import type { Transaction } from "../../lib/domain/transaction";
import { memoryLedger } from "./memory-ledger";

/** A row as a bank states it, whose meaning is still to be found. */
export type BankRow = {
  date: string;
  /** Positive is money into the account. */
  amountMinor: number;
  merchant?: string;
  description?: string;
  account?: string;
  accountType?: AccountType;
  currency?: string;
  /** Plaid's detailed category; the primary one is its beginning. */
  category?: string | null;
  pending?: boolean;
};

const PRIMARIES =
  /^(TRANSFER_IN|TRANSFER_OUT|LOAN_PAYMENTS|LOAN_DISBURSEMENTS|INCOME|FOOD_AND_DRINK|GENERAL_MERCHANDISE|BANK_FEES|RENT_AND_UTILITIES)/;

const CHECKING: LedgerAccount = {
  id: "checking",
  name: "checking",
  institution: "First Platypus Bank",
  mask: null,
  type: "depository",
  subtype: "checking",
  currency: "USD",
  isClosed: false,
  balanceMinor: 0,
  availableMinor: null,
  asOf: "2026-11-24T10:00:00.000Z",
};

/** Rows as the bank has them, given their meaning by the domain as a reading of a bank would, in a ledger. */
export function ledgerOfBankRows(today: string, rows: readonly BankRow[], timeZone = "UTC") {
  const classified = rows.map((row, index): Transaction & Classification => {
    const { category: detailed = "GENERAL_MERCHANDISE_OTHER_GENERAL_MERCHANDISE", amountMinor } = row;
    const accountType = row.accountType ?? "depository";
    const description = row.description ?? row.merchant ?? "SOME SHOP";
    const meaning = classifyFlow({
      amountMinor,
      accountType,
      primary: detailed?.match(PRIMARIES)?.[0] ?? null,
      detailed,
      description,
      hasMerchant: row.merchant !== undefined,
    });
    return {
      ...meaning,
      id: `row-${String(index).padStart(3, "0")}`,
      accountId: row.account ?? "checking",
      accountName: row.account ?? "checking",
      accountType,
      date: row.date,
      amountMinor,
      currency: row.currency ?? "USD",
      merchant: row.merchant ?? description,
      description,
      pending: row.pending ?? false,
    };
  });
  const changes = confirmOwnTransfers(classified);
  const transactions = classified.map(({ certain: _, ...row }) => ({ ...row, ...changes.get(row.id) }));
  return memoryLedger({ today, timeZone, accounts: [CHECKING], transactions });
}
