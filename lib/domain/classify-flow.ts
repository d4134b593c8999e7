import type { AccountType } from "../contract/banking";
import type { CategoryId } from "./categories";
import { categoryOf } from "./plaid-categories";
import type { Flow } from "./transaction";

/** What is known about a transaction when it arrives. */
export type FlowFacts = {
  /** Positive is money into the account. */
  amountMinor: number;
  accountType: AccountType;
  /** Plaid's personal finance category as it came; null where the bank gave none. */
  primary: string | null;
  detailed: string | null;
  description: string;
  /** True when a shop or company is named, not only the bank's own text. */
  hasMerchant: boolean;
};

/** `certain` is false where ./own-transfers.ts may overrule it when the other leg turns up. */
export type Classification = { flow: Flow; category: CategoryId; certain: boolean };

const CARD_PAYMENT: Classification = { flow: "card_payment", category: "card_payment", certain: true };
const PAYMENT_WORDS = /\b(payment|pymt|autopay|auto pay|thank you)\b/i;
const PAYMENT_APPS = /\b(venmo|zelle|cash ?app|paypal|apple cash|google pay)\b/i;
/** Transfers whose category says neither where the money went nor that it stayed with the person. */
const VAGUE_TRANSFER = /^TRANSFER_(IN|OUT)_(ACCOUNT_TRANSFER|OTHER_TRANSFER_(IN|OUT)|OTHER)$/;
const APP_TRANSFER = /^TRANSFER_(IN|OUT)_.*FROM_APPS$/;
/** Advances on the next pay: the loan is not income, so paying it back within weeks is not spending. */
const ADVANCE_REPAYMENT = /^LOAN_PAYMENTS_(EWA|CASH_ADVANCES)$/;

/**
 * What a transaction means for totals: definition "spending.v1". In the order of the rules below:
 *
 * 1. Loan accounts: nothing counts. The payment counts where it leaves the paying account, interest included.
 * 2. Card payments are neither spending nor income, on either side. Plaid labels the card's side as a transfer, a
 *    loan payment or even a loan disbursement, so money into a card under those labels is a payment.
 * 3. Income is what Plaid calls INCOME, and nothing else: money in is not income by its sign.
 * 4. Borrowed money is not income.
 * 5. Money sent to people through an app is spending, and money from them lowers it again (mostly a share of a bill
 *    paid back). All other transfers stay with the person, cash from a machine too: it is not spent yet.
 * 6. Loan payments (mortgage, car, student, buy now pay later) are spending in the month they are paid, principal
 *    included: banks do not say how much of one is interest. Advances on pay only move money in time.
 * 7. Fees and interest are spending, as is every purchase. A refund is spending with a positive amount.
 * 8. Without a category, money out is spending. Money in is a refund when a shop is named or on a card; else it is
 *    not claimed to be income.
 */
export function classifyFlow(facts: FlowFacts): Classification {
  const { amountMinor, accountType } = facts;
  const primary = facts.primary ?? "";
  const detailed = facts.detailed ?? "";
  const category = categoryOf(facts.primary, facts.detailed);
  const moneyIn = amountMinor > 0;

  if (accountType === "loan") return { flow: "transfer", category, certain: true };
  if (detailed === "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT") return CARD_PAYMENT;
  if (accountType === "credit" && moneyIn && isCardPaymentSide(primary, category, facts.description)) {
    return CARD_PAYMENT;
  }
  if (primary === "INCOME") return { flow: "income", category, certain: category !== "other_income" };
  if (primary === "LOAN_DISBURSEMENTS") return { flow: "transfer", category, certain: true };
  if (primary.startsWith("TRANSFER")) return classifyTransfer(facts, category);
  if (ADVANCE_REPAYMENT.test(detailed)) return { flow: "transfer", category, certain: true };
  if (category !== "uncategorized") return { flow: "spending", category, certain: true };

  const isRefund = facts.hasMerchant || accountType === "credit";
  return { flow: moneyIn && !isRefund ? "transfer" : "spending", category, certain: false };
}

/** Where no merchant is known, a row repeats the bank's own text as its merchant. */
export const namesMerchant = (row: { merchant: string; description: string }) =>
  row.merchant !== row.description;

function isCardPaymentSide(primary: string, category: CategoryId, description: string): boolean {
  if (primary.startsWith("TRANSFER") || primary.startsWith("LOAN_")) return true;
  const saysLittle = category === "uncategorized" || category === "other_income";
  return saysLittle && PAYMENT_WORDS.test(description);
}

function classifyTransfer(facts: FlowFacts, category: CategoryId): Classification {
  const detailed = facts.detailed ?? "";
  const throughApp =
    APP_TRANSFER.test(detailed) ||
    ((detailed === "" || VAGUE_TRANSFER.test(detailed)) && PAYMENT_APPS.test(facts.description));
  if (throughApp) return { flow: "spending", category: "person_to_person", certain: false };
  return { flow: "transfer", category, certain: true };
}
