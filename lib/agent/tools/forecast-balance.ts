import { z } from "zod";
import type { CurrencyForecast, ForecastResult } from "../../contract/results/forecast-result";
import { addDays } from "../../domain/calendar";
import { FORECAST_DEFINITION, forecastDays, lowestDay, runsOutOn, spentAfter } from "../../domain/forecast";
import type { Ledger, LedgerAccount } from "../../domain/ledger";
import { toMoney } from "../../domain/money";
import { roundedQuotient } from "../../domain/ratio";
import { largestFirst } from "../../domain/transaction";
import { type UsualSpending, usualPeriod, usualSpending } from "../../domain/usual-spending";
import { evidenceOf } from "./evidence-of";
import {
  chooseCashAccounts,
  type Event,
  eventsOf,
  holdsAllCash,
  readKnown,
  readUsualRows,
} from "./forecast-inputs";
import { purserTool } from "./purser-tool";
import { ScopeInput } from "./resolve-scope";
import { toRow } from "./to-row";

const USUAL_DAYS = 35;
const MAX_EVENTS = 60;
const MAX_ROWS = 50;

const ForecastBalanceInput = z.object({
  days: z.int().min(1).max(180).nullish().describe(`So many days ahead, ${USUAL_DAYS} when left out.`),
  accounts: ScopeInput.accounts,
  includeSavings: z
    .boolean()
    .nullish()
    .describe("All cash accounts; when left out only checking accounts, unless accounts are named."),
});
type Input = z.infer<typeof ForecastBalanceInput>;

/**
 * What will be on the cash accounts, by definition forecast.v1: each currency by itself.
 * @throws {ToolProblem} for an unknown account, or one that holds no cash
 */
export async function forecastBalance(ledger: Ledger, input: Input): Promise<ForecastResult> {
  const { today } = ledger;
  const days = input.days ?? USUAL_DAYS;
  const until = addDays(today, days);
  const accounts = await chooseCashAccounts(ledger, input);
  const accountIds = accounts.map(({ id }) => id);
  const [evidence, known] = await Promise.all([evidenceOf(ledger, { accountIds }), readKnown(ledger)]);
  const period = usualPeriod(today, evidence.dataFrom);
  const usualRows = period === null ? [] : await readUsualRows(ledger, accountIds, period, known);
  const currencies = [...new Set(accounts.map(({ currency }) => currency))];
  return {
    kind: "forecast",
    definition: FORECAST_DEFINITION,
    ...evidence,
    asOf: accounts.map(({ asOf }) => asOf).sort()[0] ?? evidence.asOf,
    period: { start: today, end: until },
    filters: { accounts: accounts.map(({ name }) => name) },
    forecasts: currencies.map((currency) => {
      const own = accounts.filter((account) => account.currency === currency);
      const rows = usualRows.filter((row) => row.currency === currency);
      return forecastOf({
        currency,
        accounts: own,
        days,
        today,
        events: eventsOf(known, own, { today, until }, holdsAllCash(own, known.accounts)),
        usual: period && usualSpending(rows, period),
      });
    }),
    assumptions: [
      "Balances are those that the bank states, before what is still pending.",
      "Regular payments and income come on their usual days with their usual amounts.",
      "Cards are paid on their due dates with what was paid a month in the last three months, at least the minimum.",
      period === null
        ? "There is not a week of data yet: no spending besides regular payments is foreseen."
        : `Other spending goes on as in the last ${period.weeks} weeks.`,
      "Transfers between your own accounts and new one-off payments are not foreseen.",
    ],
    rowCount: usualRows.length,
    rows: usualRows.toSorted(largestFirst).slice(0, MAX_ROWS).map(toRow),
  };
}

type Inputs = {
  currency: string;
  accounts: LedgerAccount[];
  today: string;
  days: number;
  events: Event[];
  usual: UsualSpending | null;
};

function forecastOf({ currency, accounts, today, days, events, usual }: Inputs): CurrencyForecast {
  const money = (amountMinor: number) => toMoney(amountMinor, currency);
  const startMinor = accounts.reduce((sum, { balanceMinor }) => sum + (balanceMinor ?? 0), 0);
  const course = forecastDays({ today, days, startMinor, events, usual });
  const last = course.at(-1) ?? { date: today, low: startMinor, expected: startMinor, high: startMinor };
  const lowest = (of: typeof course, band: "low" | "expected") => {
    const day = lowestDay(of, band) ?? last;
    return { date: day.date, balance: money(day[band]) };
  };
  const income = events.find(
    ({ amountMinor, source, isOverdue, date }) =>
      amountMinor > 0 && source === "recurring" && !isOverdue && date > today,
  );
  const before = income ? course.filter(({ date }) => date < income.date) : [];
  const sumOf = (amounts: number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
  const amounts = events.map(({ amountMinor }) => amountMinor);
  return {
    currency,
    accounts: accounts.map(({ name }) => name),
    start: money(startMinor),
    end: money(last.expected),
    endLow: money(last.low),
    endHigh: money(last.high),
    change: money(last.expected - startMinor),
    lowest: lowest(course, "expected"),
    lowestLow: lowest(course, "low"),
    runsOutOn: runsOutOn(course, "expected"),
    runsOutOnLow: runsOutOn(course, "low"),
    nextIncome: income
      ? {
          name: income.name,
          date: income.date,
          amount: money(income.amountMinor),
          lowestBefore: lowest(before, "expected"),
          lowestBeforeLow: lowest(before, "low"),
          isEnoughBefore: runsOutOn(before, "expected") === null,
        }
      : null,
    scheduledIn: money(sumOf(amounts.filter((amount) => amount > 0))),
    scheduledOut: money(-sumOf(amounts.filter((amount) => amount < 0))),
    usualSpending: usual && {
      perDay: money(roundedQuotient(usual.expected.amountMinor, usual.expected.days)),
      perWeek: money(roundedQuotient(usual.expected.amountMinor, usual.weeks)),
      total: money(spentAfter(usual.expected, days)),
      weeks: usual.weeks,
    },
    events: events.slice(0, MAX_EVENTS).map(({ date, name, amountMinor, source, isOverdue }) => ({
      date,
      name,
      amount: money(amountMinor),
      source,
      isOverdue,
    })),
    eventCount: events.length,
    points: course
      .filter((_, day) => day % 7 === 0 || day === days)
      .map(({ date, low, expected, high }) => ({
        date,
        low: money(low),
        expected: money(expected),
        high: money(high),
      })),
  };
}

export const forecastBalanceTool = () =>
  purserTool({
    name: "forecast_balance",
    description:
      "What will be on cash accounts on the days ahead: from the balance of now, pending rows, regular payments and income, card payments and usual spending. Gives the end, the lowest point and its date, whether it runs out, and how low it falls before the next income, each also for dear weeks (low).",
    schema: ForecastBalanceInput,
    run: ({ ledger }, input) => forecastBalance(ledger, input),
  });
