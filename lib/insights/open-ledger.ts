import { database } from "../db/client";
import { listBareTransactions } from "../db/queries/bare-transactions";
import { listDailyBalances } from "../db/queries/daily-balances";
import { sumTransactions } from "../db/queries/flow-sums";
import { listHoldings } from "../db/queries/holdings";
import {
  findCoverage,
  listAccounts,
  listBankStates,
  listMerchants,
  listRowDates,
  listTransactions,
} from "../db/queries/ledger";
import { listLiabilities } from "../db/queries/liabilities";
import { listBudgetRows } from "../db/queries/planning";
import { listTransactionDetails } from "../db/queries/transaction-details";
import { todayIn } from "../domain/calendar";
import { type BankState, caveatsOf, dataAsOf } from "../domain/data-caveats";
import type { KnownBank } from "../domain/data-freshness";
import type { Ledger, LedgerAccount } from "../domain/ledger";
import { accountBalance } from "../domain/net-worth";
import { AppError } from "../errors";
import { listGoals } from "../planning/list-goals";
import { listRecurring } from "./list-recurring";

/**
 * One person's money as of a moment. Every question is one query that names the person; accounts and merchants are
 * asked for once, so that all parts of one answer see the same.
 * @param now decides what "today" is in the person's time zone
 * @throws {AppError} `not_found` when there is no such person
 */
export async function openLedger(userId: string, now: Date): Promise<Ledger> {
  const found = await findCoverage(database(), userId);
  if (!found) throw new AppError("not_found", "This account no longer exists.");
  const { firstDate, currencies } = found;
  const coverage = { firstDate, currencies };
  const accounts = once(() => readAccounts(userId));
  const merchants = once(async () =>
    (await listMerchants(database(), userId)).map(({ merchant }) => merchant),
  );
  const banks = once(() => readBankStates(userId));
  const clock = { today: todayIn(found.timeZone, now), timeZone: found.timeZone };
  const known = { firstDate: found.firstDate, today: clock.today };
  return {
    ...clock,
    accounts,
    merchants,
    coverage: async (accountIds) => ({ ...coverage, asOf: dataAsOf(await banks(), accountIds) }),
    caveats: async (scope) => caveatsOf(await banks(), scope, clock),
    recurring: once(() => listRecurring(userId, clock.today)),
    holdings: () => listHoldings(database(), userId),
    liabilities: once(() => listLiabilities(database(), userId)),
    budgets: () => listBudgetRows(database(), userId),
    goals: async () => listGoals(userId, await accounts(), clock.today),
    transactions: (filter, listing) => listTransactions(database(), userId, filter, listing),
    bareTransactions: (filter) => listBareTransactions(database(), userId, filter),
    banks: async () => withDates(await banks(), await listRowDates(database(), userId)),
    details: (ids) => listTransactionDetails(database(), userId, ids),
    dailyBalances: (period) => listDailyBalances(database(), userId, period),
    sums: (filter, groupBy) => sumTransactions(database(), userId, filter, groupBy, known),
  };
}

/** The same promise for every call; a failed one is forgotten, so that a retry asks again. */
function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let answer: Promise<Value> | undefined;
  return () => {
    answer ??= ask().catch((error) => {
      answer = undefined;
      throw error;
    });
    return answer;
  };
}

async function readAccounts(userId: string): Promise<LedgerAccount[]> {
  const rows = await listAccounts(database(), userId);
  return rows.map(({ currentMinor, availableMinor, balanceAsOf, closedAt, ...account }) => ({
    ...account,
    isClosed: closedAt !== null,
    balanceMinor: closedAt === null ? accountBalance({ ...account, currentMinor, availableMinor }) : null,
    availableMinor: closedAt === null ? availableMinor : null,
    asOf: balanceAsOf.toISOString(),
  }));
}

async function readBankStates(userId: string): Promise<BankState[]> {
  const rows = await listBankStates(database(), userId);
  return rows.map(({ lastSyncedAt, ...bank }) => ({
    ...bank,
    lastSyncedAt: lastSyncedAt?.toISOString() ?? null,
  }));
}

function withDates(
  banks: readonly BankState[],
  dates: Awaited<ReturnType<typeof listRowDates>>,
): KnownBank[] {
  return banks.map((bank) => {
    const mine = dates.filter(({ accountId }) => bank.accountIds.includes(accountId));
    return {
      ...bank,
      firstDate: mine.map(({ firstDate }) => firstDate).sort()[0] ?? null,
      lastDate:
        mine
          .map(({ lastDate }) => lastDate)
          .sort()
          .at(-1) ?? null,
    };
  });
}
