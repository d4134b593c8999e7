import { getUpcomingBills } from "../agent/tools/get-upcoming-bills";
import type { Digest } from "../contract/digest";
import type { Period } from "../contract/money";
import type { Ledger } from "../domain/ledger";
import { toMoney } from "../domain/money";
import { usualWeeks, weekBesideUsual } from "../domain/weekly-digest";
import { listInsights } from "./list-insights";

const BIGGEST = 5;
const BILLS = 6;
const INSIGHTS = 3;
const DAYS_AHEAD = 7;

/**
 * What is told of a week, by the definitions of pages and answers.
 * @param ledger the person's own
 * @param week Monday to Sunday
 * @throws {AppError} `unavailable`
 */
export async function makeDigest(userId: string, ledger: Ledger, week: Period, now: Date): Promise<Digest> {
  const { firstDate } = await ledger.coverage();
  const before = usualWeeks(week, firstDate);
  const spendingOf = (period: Period) => ledger.sums({ period, flows: ["spending"] }, "none");
  const [sums, usual, biggest, upcoming, insights] = await Promise.all([
    spendingOf(week),
    before ? spendingOf({ start: before.start, end: before.end }) : [],
    ledger.transactions(
      { period: week, flows: ["spending"], direction: "out" },
      { order: "largest", limit: BIGGEST },
    ),
    getUpcomingBills(ledger, { days: DAYS_AHEAD }),
    listInsights(userId, ledger, now),
  ]);
  return {
    week,
    spending: weekBesideUsual(sums, usual, before?.weeks ?? 0).map(
      ({ currency, spentMinor, usualMinor }) => ({
        spent: toMoney(spentMinor, currency),
        usual: usualMinor === null ? null : toMoney(usualMinor, currency),
      }),
    ),
    biggest: biggest.map(({ id, date, merchant, amountMinor, currency }) => ({
      id,
      date,
      merchant,
      amount: toMoney(-amountMinor, currency),
    })),
    bills: upcoming.bills
      .slice(0, BILLS)
      .map(({ name, date, amount, isEstimate }) => ({ name, date, amount, isEstimate })),
    insights: insights.slice(0, INSIGHTS).map(({ title, text }) => ({ title, text })),
  };
}
