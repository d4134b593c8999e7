import type { Insight } from "../contract/insights";
import type { AnomaliesResult } from "../contract/results/anomalies-result";
import type { CurrencyForecast, ForecastResult } from "../contract/results/forecast-result";
import { formatDate, formatMonth, monthOf } from "./calendar";

type AnomalyEntry = AnomaliesResult["anomalies"][number];

/** Rows of one insight that are shown. */
const MAX_ROWS = 50;
/** The longest part of an id that a bank's text gives. */
const MAX_NAME = 200;

/**
 * What a person may want to know without asking: money that will run short first, then what is out of the usual, newest
 * first. Every amount is one of the two results.
 */
export function insightsOf(anomalies: AnomaliesResult, forecast: ForecastResult | null): Insight[] {
  const shortages = (forecast?.forecasts ?? []).flatMap((one) => shortage(one, forecast?.rows ?? []));
  return [...shortages, ...anomalies.anomalies.map(toInsight)];
}

/** Money that does not last: as expected, or if the dearer half of the last weeks comes again. */
function shortage(forecast: CurrencyForecast, rows: readonly { id: string }[]): Insight[] {
  const date = forecast.runsOutOn ?? forecast.runsOutOnLow;
  if (date === null) return [];
  const isExpected = forecast.runsOutOn !== null;
  const lowest = isExpected ? forecast.lowest : forecast.lowestLow;
  const names = forecast.accounts.join(" and ");
  return [
    {
      id: `low_balance ${forecast.currency} ${monthOf(date)}`,
      kind: "low_balance",
      date,
      title: `${names} may run out on ${formatDate(date)}`,
      text: `${isExpected ? "As things go" : "If the dearer weeks come again"}, ${lowest.balance.formatted} is the lowest point, on ${formatDate(lowest.date)}. There is ${forecast.start.formatted} now.`,
      amount: lowest.balance,
      question: "Will I run out of money before my next paycheck?",
      transactionIds: rows.slice(0, MAX_ROWS).map(({ id }) => id),
    },
  ];
}

const toInsight = (anomaly: AnomalyEntry): Insight => ({
  id: idOf(anomaly),
  kind: anomaly.kind,
  date: anomaly.date,
  title: titleOf(anomaly),
  text: anomaly.reason,
  amount: anomaly.amount,
  question: questionOf(anomaly),
  transactionIds: anomaly.transactionIds.slice(0, MAX_ROWS),
});

/** A month of a category grows from day to day and stays the same finding. */
function idOf({ kind, name, date, amount, transactionIds }: AnomalyEntry): string {
  const what = kind === "category_spike" ? monthOf(date) : (transactionIds.at(-1) ?? date);
  return [kind, amount.currency, name.slice(0, MAX_NAME), what].join(" ");
}

function titleOf({ kind, name, amount, date }: AnomalyEntry): string {
  switch (kind) {
    case "large_for_merchant":
      return `${amount.formatted} at ${name} is more than usual`;
    case "large_for_category":
      return `A large purchase: ${amount.formatted} at ${name}`;
    case "new_merchant":
      return `First time at ${name}: ${amount.formatted}`;
    case "duplicate_charge":
      return `${name} may have charged ${amount.formatted} twice`;
    case "price_rise":
      return `${name} went up to ${amount.formatted}`;
    case "category_spike":
      return `${name} is high in ${formatMonth(date)}: ${amount.formatted}`;
  }
}

function questionOf({ kind, name, date }: AnomalyEntry): string {
  switch (kind) {
    case "category_spike":
      return `Why did I spend so much on ${name} in ${formatMonth(date)}?`;
    case "price_rise":
      return `What does ${name} cost me, and when did its price change?`;
    default:
      return `What did I spend at ${name} in the last 12 months, by month?`;
  }
}
