import type { RecurringView } from "../../lib/contract/recurring";
import type { Budget } from "../../lib/domain/budget";
import type { DayBalance } from "../../lib/domain/daily-balances";
import { type BankState, caveatsOf, dataAsOf } from "../../lib/domain/data-caveats";
import { sumFlows } from "../../lib/domain/flow-sums";
import type { Goal } from "../../lib/domain/goal";
import type { Holding } from "../../lib/domain/holding";
import {
  type Ledger,
  type LedgerAccount,
  matchesFilter,
  newestFirst,
  type TransactionFilter,
} from "../../lib/domain/ledger";
import type { Liability } from "../../lib/domain/liability";
import { detectRecurring } from "../../lib/domain/recurring";
import { recurringViews } from "../../lib/domain/recurring-views";
import { inOrder, type Transaction } from "../../lib/domain/transaction";
import type { TransactionDetails } from "../../lib/domain/transaction-details";

type Contents = {
  today: string;
  timeZone?: string;
  asOf?: string | null;
  accounts: LedgerAccount[];
  transactions: Transaction[];
  banks?: BankState[];
  balances?: DayBalance[];
  /** What the detector finds in the rows when left out. */
  recurring?: RecurringView[];
  holdings?: Holding[];
  liabilities?: Liability[];
  budgets?: Budget[];
  goals?: Goal[];
};

/** A ledger over plain rows: the filter and the order are the domain's own, only the storage is missing. */
export function memoryLedger({
  today,
  timeZone = "UTC",
  asOf,
  accounts,
  transactions,
  banks = [],
  balances = [],
  recurring,
  holdings = [],
  liabilities = [],
  budgets = [],
  goals = [],
}: Contents): Ledger {
  const dates = transactions.map(({ date }) => date).sort();
  const counts = new Map<string, number>();
  for (const { merchant } of transactions) counts.set(merchant, (counts.get(merchant) ?? 0) + 1);
  const asOfBanks = (accountIds?: readonly string[]) =>
    banks.length > 0 ? dataAsOf(banks, accountIds) : `${today}T12:00:00.000Z`;
  const matching = (filter: TransactionFilter) => transactions.filter((row) => matchesFilter(row, filter));
  return {
    today,
    timeZone,
    accounts: async () => accounts,
    transactions: async (filter, { order = "newest", limit } = {}) =>
      inOrder(matching(filter).sort(newestFirst), order).slice(0, limit),
    bareTransactions: async (filter) => matching(filter).sort(newestFirst),
    banks: async () => banks.map((bank) => ({ ...bank, ...datesOf(transactions, bank.accountIds) })),
    details: async (ids) =>
      matching({ ids })
        .filter(({ id }) => ids.includes(id))
        .sort(newestFirst)
        .map(detailsOf(accounts)),
    dailyBalances: async () => balances,
    sums: async (filter, groupBy) => sumFlows(matching(filter), groupBy),
    caveats: async (scope) => caveatsOf(banks, scope, { today, timeZone }),
    recurring: async () => recurring ?? detected(transactions, today),
    holdings: async () => holdings,
    liabilities: async () => liabilities,
    budgets: async () => budgets,
    goals: async () => goals,
    merchants: async () => [...counts].sort((a, b) => b[1] - a[1]).map(([merchant]) => merchant),
    coverage: async (accountIds) => ({
      asOf: asOf === undefined ? asOfBanks(accountIds) : asOf,
      firstDate: dates[0] ?? null,
      currencies: [...new Set(accounts.map(({ currency }) => currency))],
    }),
  };
}

const detected = (transactions: readonly Transaction[], today: string): RecurringView[] =>
  recurringViews(
    detectRecurring(transactions, today).map((series) => ({
      ...series,
      id: `${series.accountId} ${series.key}`,
      source: "detected" as const,
    })),
    today,
  );

function datesOf(transactions: readonly Transaction[], accountIds: readonly string[]) {
  const dates = transactions
    .filter(({ accountId }) => accountIds.includes(accountId))
    .map(({ date }) => date);
  return { firstDate: dates.sort()[0] ?? null, lastDate: dates.at(-1) ?? null };
}

const detailsOf =
  (accounts: readonly LedgerAccount[]) =>
  (row: Transaction): TransactionDetails => {
    const account = accounts.find(({ id }) => id === row.accountId);
    return {
      ...row,
      postedDate: row.date,
      institution: account?.institution ?? "",
      source: "plaid",
      accountMask: account?.mask ?? null,
      bankCategory: { primary: null, detailed: null },
      isCategoryChosen: false,
      note: null,
      tags: [],
      partOf: null,
    };
  };
