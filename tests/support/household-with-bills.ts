import { addDays, addMonths } from "../../lib/domain/calendar";
import type { LedgerAccount } from "../../lib/domain/ledger";
import type { Liability } from "../../lib/domain/liability";
import type { Transaction } from "../../lib/domain/transaction";
import { memoryLedger } from "./memory-ledger";

/** A Tuesday. */
const TODAY = "2026-11-24";

const account = (
  id: string,
  type: LedgerAccount["type"],
  name: string,
  balanceMinor: number,
): LedgerAccount => ({
  id,
  name,
  institution: "First Platypus Bank",
  mask: "0001",
  type,
  subtype: type === "depository" ? "checking" : null,
  currency: "USD",
  isClosed: false,
  balanceMinor,
  availableMinor: null,
  asOf: `${TODAY}T10:00:00.000Z`,
});

const ACCOUNTS = [
  account("checking", "depository", "Everyday Checking", 180_000),
  account("card", "credit", "Sapphire Card", -120_000),
  account("auto", "loan", "Auto Loan", -900_000),
];

let made = 0;
export function bill(date: string, amountMinor: number, merchant: string, more: Partial<Transaction> = {}) {
  made += 1;
  const row: Transaction = {
    id: `bill-${String(made).padStart(4, "0")}`,
    accountId: "checking",
    accountName: "Everyday Checking",
    accountType: "depository",
    date,
    amountMinor,
    currency: "USD",
    merchant,
    description: merchant.toUpperCase(),
    category: "general_shopping",
    flow: "spending",
    pending: false,
    ...more,
  };
  return row;
}

const monthly = (start: string, count: number, make: (date: string, index: number) => Transaction) =>
  Array.from({ length: count }, (_, index) => make(addMonths(start, index), index));

/**
 * Rent on the 1st, a streaming service that grew dearer in September, a gym that was left in July, insurance once a year,
 * pay every other Friday, groceries of 40.00 and 30.00 by turns every second day, a card that is paid on the 20th, and a car loan whose
 * payment is both a series and a stated due date.
 */
const TRANSACTIONS: Transaction[] = [
  ...monthly("2025-12-01", 12, (date) => bill(date, -140_000, "Oakwood Apartments", { category: "rent" })),
  ...monthly("2025-12-12", 12, (date, index) =>
    bill(date, index < 9 ? -1_299 : -1_599, "Streambox", { category: "streaming_and_media" }),
  ),
  ...monthly("2026-01-05", 7, (date) => bill(date, -4_500, "Iron Gym", { category: "fitness" })),
  ...["2024-12-03", "2025-12-03"].map((date) =>
    bill(date, -60_000, "Homestead Insurance", { category: "insurance" }),
  ),
  ...monthly("2026-05-05", 7, (date) => bill(date, -31_000, "Motor Finance", { category: "car_loan" })),
  ...Array.from({ length: 14 }, (_, index) =>
    bill(addDays("2026-05-22", index * 14), 210_000, "Larkspur", { category: "salary", flow: "income" }),
  ),

  ...Array.from({ length: 136 }, (_, index) =>
    bill(addDays("2026-02-26", index * 2), -3_500 - (index % 2 === 0 ? 500 : -500), `Grocer ${index % 5}`, {
      category: "groceries",
    }),
  ),
  ...monthly("2026-08-20", 4, (date, index) =>
    bill(date, -40_000 - index * 1_000, "Card payment", { category: "card_payment", flow: "card_payment" }),
  ),
  ...monthly("2026-08-21", 4, (date, index) =>
    bill(date, 40_000 + index * 1_000, "Payment thank you", {
      accountId: "card",
      accountName: "Sapphire Card",
      accountType: "credit",
      category: "card_payment",
      flow: "card_payment",
    }),
  ),
];

const terms = {
  rates: [],
  minimumPaymentMinor: null,
  nextPaymentDueDate: null,
  lastPaymentMinor: null,
  lastPaymentDate: null,
  lastStatementBalanceMinor: null,
  lastStatementDate: null,
  isOverdue: null,
  maturityDate: null,
};

export const debt = (
  accountId: string,
  more: Partial<Omit<Liability, "terms">>,
  stated: Partial<NonNullable<Liability["terms"]>> | null = {},
): Liability => ({
  accountId,
  name: accountId,
  institution: "First Platypus Bank",
  mask: null,
  type: "credit",
  subtype: null,
  currency: "USD",
  owedMinor: null,
  limitMinor: null,
  terms: stated && { ...terms, kind: more.type === "loan" ? "student" : "credit", ...stated },
  ...more,
});

const LIABILITIES = [
  debt(
    "card",
    { name: "Sapphire Card", owedMinor: 120_000, limitMinor: 500_000 },
    {
      rates: [
        { kind: "cash_apr", percent: 29.99 },
        { kind: "purchase_apr", percent: 24.99 },
      ],
      minimumPaymentMinor: 3_500,
      lastStatementBalanceMinor: 95_000,
      nextPaymentDueDate: "2026-12-20",
      isOverdue: false,
    },
  ),
  debt(
    "auto",
    { name: "Auto Loan", type: "loan", subtype: "auto", owedMinor: 900_000 },
    {
      rates: [{ kind: "interest", percent: 6.125 }],
      minimumPaymentMinor: 31_000,
      nextPaymentDueDate: "2026-12-06",
    },
  ),
];

export const householdWithBills = (more: Partial<Parameters<typeof memoryLedger>[0]> = {}) =>
  memoryLedger({
    today: TODAY,
    accounts: ACCOUNTS,
    transactions: TRANSACTIONS,
    liabilities: LIABILITIES,
    ...more,
  });

export const BILLS = { accounts: ACCOUNTS, transactions: TRANSACTIONS, liabilities: LIABILITIES };
