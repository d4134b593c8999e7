import type { Percent, Period } from "../contract/money";
import { addDays, addMonths } from "./calendar";
import type { FlowSum } from "./flow-sums";
import { type KnownDays, knownPart, monthsIn, wholeMonthsOf } from "./known-days";
import { percentOf, roundedQuotient } from "./ratio";

/**
 * Income by income.v1 less spending by spending.v1. The savings rate is what is left of income, as a part of income; where
 * there was no income there is no rate. Averages are over whole months only. Currencies are never added to each other.
 */
export const CASH_FLOW_DEFINITION = "cash_flow.v1";

/** Minor units. */
export type CashFlow = {
  incomeMinor: number;
  spendingMinor: number;
  netMinor: number;
  savingsRate: Percent | null;
  rowCount: number;
};

type CashFlowMonth = CashFlow & {
  /** `YYYY-MM` */
  month: string;
  /** The days of the month that are asked for and known. */
  period: Period;
  /** Every day of the month is asked for, known and over. */
  isWhole: boolean;
};

type CashFlowOfCurrency = {
  currency: string;
  total: CashFlow;
  /** Every month of the period of which anything is known, in the order of time; those without rows too. */
  months: CashFlowMonth[];
  /** Per whole month; null when there is none. */
  averagePerMonth: CashFlow | null;
  wholeMonths: number;
};

/**
 * What came, went and was left, per currency. Sums of transfers and card payments are ignored.
 * @param sums of the period, by month
 * @param currencies in the order wanted; those of the sums that are not among them come after
 */
export function cashFlowOf(
  sums: readonly FlowSum[],
  period: Period,
  known: KnownDays,
  currencies: readonly string[],
): CashFlowOfCurrency[] {
  const counted = sums.filter(({ flow }) => flow === "income" || flow === "spending");
  const seen = [...new Set(counted.map(({ currency }) => currency))].sort();
  const wanted = seen.length === 0 ? currencies.slice(0, 1) : currencies.filter((one) => seen.includes(one));
  return [...new Set([...wanted, ...seen])].map((currency) => {
    const mine = counted.filter((sum) => sum.currency === currency);
    const months = monthsOf(mine, period, known);
    const whole = months.filter(({ isWhole }) => isWhole);
    return {
      currency,
      total: flowOf(mine),
      months,
      averagePerMonth: averageOf(whole),
      wholeMonths: whole.length,
    };
  });
}

function monthsOf(sums: readonly FlowSum[], period: Period, known: KnownDays): CashFlowMonth[] {
  const part = knownPart(period, known);
  const whole = wholeMonthsOf(period, known);
  const wholeMonths = whole ? monthsIn(whole.period) : [];
  // A row may be dated after today: banks date some tomorrow. Its month is shown, or the months would not be the total.
  const months = new Set([...(part ? monthsIn(part) : []), ...sums.map(({ key }) => key)]);
  return [...months].sort().map((month) => {
    const days = { start: `${month}-01`, end: addDays(addMonths(`${month}-01`, 1), -1) };
    return {
      month,
      period: part ? (overlap(days, part) ?? days) : days,
      isWhole: wholeMonths.includes(month),
      ...flowOf(sums.filter(({ key }) => key === month)),
    };
  });
}

function overlap(a: Period, b: Period): Period | null {
  const start = a.start > b.start ? a.start : b.start;
  const end = a.end < b.end ? a.end : b.end;
  return start <= end ? { start, end } : null;
}

function flowOf(sums: readonly FlowSum[]): CashFlow {
  let [incomeMinor, spendingMinor, rowCount] = [0, 0, 0];
  for (const sum of sums) {
    if (sum.flow === "income") incomeMinor += sum.netMinor;
    else spendingMinor -= sum.netMinor;
    rowCount += sum.rowCount;
  }
  return withNet(incomeMinor, spendingMinor, rowCount);
}

function withNet(incomeMinor: number, spendingMinor: number, rowCount: number): CashFlow {
  const netMinor = incomeMinor - spendingMinor;
  return { incomeMinor, spendingMinor, netMinor, savingsRate: percentOf(netMinor, incomeMinor), rowCount };
}

/** The rate is that of all the months together, not the mean of their rates: a month with little pay would weigh as much. */
function averageOf(months: readonly CashFlowMonth[]): CashFlow | null {
  if (months.length === 0) return null;
  const total = (part: "incomeMinor" | "spendingMinor" | "netMinor" | "rowCount") =>
    months.reduce((sum, month) => sum + month[part], 0);
  const perMonth = (minor: number) => roundedQuotient(minor, months.length);
  return {
    incomeMinor: perMonth(total("incomeMinor")),
    spendingMinor: perMonth(total("spendingMinor")),
    netMinor: perMonth(total("netMinor")),
    savingsRate: percentOf(total("netMinor"), total("incomeMinor")),
    rowCount: total("rowCount"),
  };
}
