import { z } from "zod";
import type { UpcomingResult } from "../../contract/results/upcoming-result";
import { addDays, daysBetween } from "../../domain/calendar";
import type { Ledger } from "../../domain/ledger";
import { sumByCurrency, toMoney } from "../../domain/money";
import { largestFirst } from "../../domain/transaction";
import { UPCOMING_DEFINITION, type Upcoming, upcomingPayments } from "../../domain/upcoming";
import { evidenceOf } from "./evidence-of";
import { purserTool } from "./purser-tool";
import { resolveScope, ScopeInput } from "./resolve-scope";
import { toRow } from "./to-row";

const USUAL_DAYS = 30;
const MAX_LISTED = 60;
const MAX_ROWS = 50;

const GetUpcomingBillsInput = z.object({
  days: z
    .int()
    .min(1)
    .max(366)
    .nullish()
    .describe(`So many days ahead, ${USUAL_DAYS} when left out; today is included besides.`),
  accounts: ScopeInput.accounts,
});

/** What must be paid in the next days and what comes in, by definition upcoming.v1. @throws {ToolProblem} for an unknown account */
export async function getUpcomingBills(
  ledger: Ledger,
  input: z.infer<typeof GetUpcomingBillsInput>,
): Promise<UpcomingResult> {
  const { today } = ledger;
  const until = addDays(today, input.days ?? USUAL_DAYS);
  const { accountIds, filters } = await resolveScope({ accounts: input.accounts }, ledger);
  const isInScope = ({ accountId }: { accountId: string }) =>
    !accountIds?.length || accountIds.includes(accountId);
  const [recurring, liabilities, pending, accounts, evidence] = await Promise.all([
    ledger.recurring(),
    ledger.liabilities(),
    ledger.transactions({ pending: true }),
    ledger.accounts(),
    evidenceOf(ledger, { accountIds }),
  ]);
  // Twins of a series and a stated due date are found before narrowing: they are on two accounts.
  const all = upcomingPayments({ recurring, liabilities, pending }, { today, until }).filter(isInScope);
  const bills = all.filter(({ amountMinor }) => amountMinor < 0);
  const income = all.filter(({ amountMinor }) => amountMinor > 0);
  const nextIncome = income.find(({ isOverdue }) => !isOverdue);
  const ids = bills.flatMap(({ transactionIds }) => transactionIds.slice(-1));
  const rows = ids.length === 0 ? [] : await ledger.transactions({ ids: [...new Set(ids)] });
  const accountName = new Map(accounts.map(({ id, name }) => [id, name]));
  const toPayment = (one: Upcoming) => ({
    name: one.name,
    date: one.date,
    daysAway: daysBetween(today, one.date),
    amount: toMoney(Math.abs(one.amountMinor), one.currency),
    isEstimate: one.isEstimate,
    isOverdue: one.isOverdue,
    account: accountName.get(one.accountId) ?? one.name,
    source: one.source,
    statementBalance:
      one.statementBalanceMinor === null ? null : toMoney(one.statementBalanceMinor, one.currency),
  });
  return {
    kind: "upcoming",
    definition: UPCOMING_DEFINITION,
    ...evidence,
    period: { start: today, end: until },
    filters: { accounts: filters.accounts },
    bills: bills.slice(0, MAX_LISTED).map(toPayment),
    billCount: bills.length,
    totals: totalsOf(bills),
    overdueTotals: totalsOf(bills.filter(({ isOverdue }) => isOverdue)),
    income: income.slice(0, MAX_LISTED).map(toPayment),
    incomeTotals: totalsOf(income),
    untilNextIncome: nextIncome
      ? {
          name: nextIncome.name,
          date: nextIncome.date,
          amount: toMoney(nextIncome.amountMinor, nextIncome.currency),
          billTotals: totalsOf(bills.filter(({ date }) => date < nextIncome.date)),
        }
      : null,
    rowCount: rows.length,
    rows: rows.sort(largestFirst).slice(0, MAX_ROWS).map(toRow),
  };
}

const totalsOf = (payments: readonly Upcoming[]) =>
  sumByCurrency(
    payments.map(({ amountMinor, currency }) => ({ amountMinor: Math.abs(amountMinor), currency })),
  ).map(({ amountMinor, currency }) => toMoney(amountMinor, currency));

export const getUpcomingBillsTool = () =>
  purserTool({
    name: "get_upcoming_bills",
    description:
      "What must be paid in the next days, each once: regular payments by their rhythm and due dates that banks state (cards: the minimum payment), with totals; what is late; regular income of the same days; and what must be paid before the next income.",
    schema: GetUpcomingBillsInput,
    run: ({ ledger }, input) => getUpcomingBills(ledger, input),
  });
