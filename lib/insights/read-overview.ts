import { getCashFlow } from "../agent/tools/get-cash-flow";
import { getNetWorthHistory } from "../agent/tools/get-net-worth-history";
import { getUpcomingBills } from "../agent/tools/get-upcoming-bills";
import type { InsightView } from "../contract/insights";
import type { CashFlowResult } from "../contract/results/cash-flow-result";
import type { NetWorthResult } from "../contract/results/net-worth-result";
import type { UpcomingResult } from "../contract/results/upcoming-result";
import { addMonths, monthOf } from "../domain/calendar";
import { leadingFirst } from "../domain/leading-first";
import { type PaceOfCurrency, pacePeriod, spendingPace } from "../domain/spending-pace";
import { log } from "../log";
import { listInsights } from "./list-insights";
import { openLedger } from "./open-ledger";

const NET_WORTH_MONTHS = 12;
const CASH_FLOW_MONTHS = 6;

type Overview = {
  netWorth: NetWorthResult;
  cashFlow: CashFlowResult;
  pace: { months: number; currencies: PaceOfCurrency[] };
  upcoming: UpcomingResult;
  /** They may take longer. Null when they cannot be had now. */
  insights: Promise<InsightView[] | null>;
};

/**
 * How a person's money stands, by the definitions of the answers.
 * @returns null when there is no account yet
 * @throws {AppError} `not_found` when there is no such person
 */
export async function readOverview(userId: string, now: Date): Promise<Overview | null> {
  const ledger = await openLedger(userId, now);
  const { today } = ledger;
  const [accounts, coverage] = await Promise.all([ledger.accounts(), ledger.coverage()]);
  if (accounts.length === 0) return null;
  const insights = listInsights(userId, ledger, now).catch((err: unknown) => {
    log().warn({ userId, err }, "shown without insights");
    return null;
  });
  const firstOfMonth = `${monthOf(today)}-01`;
  const [netWorth, cashFlow, sums, upcoming] = await Promise.all([
    getNetWorthHistory(ledger, {
      period: { start: addMonths(today, -NET_WORTH_MONTHS), end: today },
      interval: "week",
    }),
    getCashFlow(ledger, { period: { start: addMonths(firstOfMonth, 1 - CASH_FLOW_MONTHS), end: today } }),
    ledger.sums({ period: pacePeriod(today), flows: ["spending"] }, "day"),
    getUpcomingBills(ledger, {}),
  ]);
  const pace = spendingPace(sums, { today, firstDate: coverage.firstDate });
  const { currencies } = coverage;
  return {
    netWorth: { ...netWorth, currencies: leadingFirst(netWorth.currencies, currencies) },
    cashFlow,
    pace: { ...pace, currencies: leadingFirst(pace.currencies, currencies) },
    upcoming,
    insights,
  };
}
