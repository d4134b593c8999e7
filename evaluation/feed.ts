import { classifyFlow } from "../lib/domain/classify-flow";
import type { Goal } from "../lib/domain/goal";
import type { Holding } from "../lib/domain/holding";
import type { Ledger, LedgerAccount } from "../lib/domain/ledger";
import type { Liability } from "../lib/domain/liability";
import { confirmOwnTransfers, type Leg } from "../lib/domain/own-transfers";
import type { Transaction } from "../lib/domain/transaction";
import { memoryLedger } from "../tests/support/memory-ledger";
import { dayEnds } from "./household/balances";
import { BANKS } from "./household/banks";
import { ACCOUNTS, type Account, BUDGETS, HOLDINGS, TIME_ZONE, TODAY } from "./household/facts";
import { GOALS, type PlannedGoal } from "./household/goals";
import { ROWS } from "./household/household";
import type { Row } from "./household/row";
import { balanceOf } from "./oracle/ahead";
import { PACE_FROM } from "./oracle/goals";
import { balanceAt } from "./oracle/sums";

const AS_OF = "2026-11-24T15:00:00.000Z";

/** The household as the application sees it: its own code says what each row means, the planted truth stays behind. */
export const evaluationLedger = (): Ledger => ledgerWith({});

/** The same with goals, and with banks in every state. */
export const toolLedger = (): Ledger =>
  ledgerWith({
    goals: GOALS.map(toGoal),
    banks: BANKS.map(({ accounts, ...bank }) => ({ ...bank, accountIds: accounts })),
  });

function ledgerWith(more: Pick<Parameters<typeof memoryLedger>[0], "goals" | "banks">): Ledger {
  return memoryLedger({
    ...more,
    today: TODAY,
    timeZone: TIME_ZONE,
    asOf: AS_OF,
    accounts: ACCOUNTS.map(toAccount),
    liabilities: ACCOUNTS.filter(({ type }) => type === "credit" || type === "loan").map(toLiability),
    balances: dayEnds().map(({ account, date, cents }) => ({
      accountId: account,
      date,
      balanceMinor: cents,
      currency: account === "euro" ? "EUR" : "USD",
    })),
    holdings: HOLDINGS.map(toHolding),
    budgets: BUDGETS.map(({ category, cents }) => ({ category, currency: "USD", amountMinor: cents })),
    transactions: classifiedRows(),
  });
}

const toAccount = (account: Account): LedgerAccount => ({
  id: account.key,
  name: account.name,
  institution: account.institution,
  mask: account.mask,
  type: account.type,
  subtype: account.subtype,
  currency: account.currency,
  isClosed: account.isClosed ?? false,
  balanceMinor: account.balanceCents,
  availableMinor: account.type === "depository" ? account.balanceCents : null,
  asOf: AS_OF,
});

const toLiability = (account: Account): Liability => ({
  accountId: account.key,
  name: account.name,
  institution: account.institution,
  mask: account.mask,
  type: account.type === "credit" ? "credit" : "loan",
  subtype: account.subtype,
  currency: account.currency,
  owedMinor: account.balanceCents === null ? null : -account.balanceCents,
  limitMinor: account.limitCents ?? null,
  terms: {
    kind: account.type === "credit" ? "credit" : "student",
    rates: [
      {
        kind: account.type === "credit" ? "purchase_apr" : "interest",
        percent: (account.aprBasisPoints ?? 0) / 100,
      },
    ],
    minimumPaymentMinor: account.minimumCents ?? null,
    nextPaymentDueDate: null,
    lastPaymentMinor: null,
    lastPaymentDate: null,
    lastStatementBalanceMinor: null,
    lastStatementDate: null,
    isOverdue: false,
    maturityDate: null,
  },
});

const toGoal = (goal: PlannedGoal): Goal => ({
  id: goal.name,
  name: goal.name,
  targetMinor: goal.targetCents,
  currency: goal.currency,
  targetDate: goal.targetDate,
  accountId: goal.account,
  accountName: ACCOUNTS.find(({ key }) => key === goal.account)?.name ?? null,
  savedMinor: goal.account ? balanceOf(goal.account) : (goal.savedCents ?? 0),
  savedBefore: goal.account ? { date: PACE_FROM, amountMinor: balanceAt(goal.account, PACE_FROM) } : null,
});

const toHolding = ({ valueCents, costCents, ...holding }: (typeof HOLDINGS)[number]): Holding => ({
  ...holding,
  accountId: "brokerage",
  accountName: "Brokerage",
  valueMinor: valueCents,
  costBasisMinor: costCents,
  currency: "USD",
  priceDate: TODAY,
});

/** What reading from a bank does to rows before they are stored. */
export function classifiedRows(): Transaction[] {
  const legs = ROWS.map((row) => ({ row, leg: toLeg(row) }));
  const changes = confirmOwnTransfers(legs.map(({ leg }) => leg));
  return legs.map(({ row, leg }) => {
    const { flow, category } = changes.get(row.id) ?? leg;
    return {
      id: row.id,
      accountId: row.account,
      accountName: accountOf(row).name,
      accountType: leg.accountType,
      date: row.date,
      amountMinor: row.cents,
      currency: leg.currency,
      merchant: row.merchant ?? row.description,
      description: row.description,
      category,
      flow,
      pending: row.pending,
    };
  });
}

function accountOf({ account }: Row): Account {
  const found = ACCOUNTS.find(({ key }) => key === account);
  if (!found) throw new Error(`There is no account "${account}".`);
  return found;
}

function toLeg(row: Row): Leg {
  const { type, currency } = accountOf(row);
  const facts = { amountMinor: row.cents, accountType: type, hasMerchant: row.merchant !== null };
  const meaning = classifyFlow({ ...row, ...facts });
  return { ...meaning, ...facts, id: row.id, accountId: row.account, currency, date: row.date };
}
