import { getHoldings } from "../agent/tools/get-holdings";
import { getLiabilities } from "../agent/tools/get-liabilities";
import { getNetWorthHistory } from "../agent/tools/get-net-worth-history";
import type { HoldingsResult } from "../contract/results/holdings-result";
import type { LiabilitiesResult } from "../contract/results/liabilities-result";
import type { NetWorthResult } from "../contract/results/net-worth-result";
import { addMonths } from "../domain/calendar";
import type { LedgerAccount } from "../domain/ledger";
import { openLedger } from "./open-ledger";

const HISTORY_MONTHS = 12;

type AccountPage = {
  account: LedgerAccount;
  history: NetWorthResult;
  /** Of an investment account. */
  holdings: HoldingsResult | null;
  /** Of a card or loan. */
  debt: LiabilitiesResult["liabilities"][number] | null;
};

/**
 * One account of a person: its balance in time, and what is held or owed on it.
 * @returns null when this person has no such account
 * @throws {AppError} `not_found` when there is no such person
 */
export async function readAccount(userId: string, accountId: string, now: Date): Promise<AccountPage | null> {
  const ledger = await openLedger(userId, now);
  const { today } = ledger;
  const account = (await ledger.accounts()).find(({ id }) => id === accountId);
  if (!account) return null;
  const only = { accounts: [accountId] };
  const isDebt = account.type === "credit" || account.type === "loan";
  const [history, holdings, liabilities] = await Promise.all([
    getNetWorthHistory(ledger, {
      ...only,
      period: { start: addMonths(today, -HISTORY_MONTHS), end: today },
      interval: "week",
    }),
    account.type === "investment" ? getHoldings(ledger, only) : null,
    isDebt ? getLiabilities(ledger, only) : null,
  ]);
  const debt = liabilities?.liabilities.find((one) => one.accountId === accountId) ?? null;
  return { account, history, holdings, debt };
}
