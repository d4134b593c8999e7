import type { CalendarDate, Period } from "../contract/money";
import type { RecurringView } from "../contract/recurring";
import type { Anomaly } from "./anomaly";
import { duplicateCharges, unusualPurchases } from "./anomaly-purchases";
import { addMonths, monthOf } from "./calendar";
import { compareText } from "./compare-text";
import { sumFlows } from "./flow-sums";
import { groupBy } from "./group-by";
import { median } from "./median";
import { isWithin } from "./period";
import { priceChanges } from "./recurring-costs";
import { summariseSpending } from "./spending";
import type { BareTransaction, Transaction } from "./transaction";

/**
 * What is out of the usual, judged against the year before. A purchase is large when it is the largest so far and three
 * times the median of at least five earlier ones of its merchant, or else four times that of at least ten of its category.
 * A merchant is new when nothing was bought there in the year before, and the purchase is among the largest tenth. A charge
 * is double when merchant, amount and account are the same within two days, it was not given back, and such pairs are not a
 * habit. A price rose when a series says so. A category is high when a month of it comes to half as much again as the median
 * of the six before.
 */
export const ANOMALY_DEFINITION = "anomaly.v1";

type Known = {
  /** Rows from `anomalyHistory(period).start` to its end; what is no spending is ignored. */
  rows: readonly BareTransaction[];
  recurring: readonly RecurringView[];
  /** Rows of the series, by id. */
  seriesRows: ReadonlyMap<string, Transaction>;
  firstDate: CalendarDate | null;
};

/** In minor units: a category is not worth a word for less. */
const LEAST_SPIKE = 10_000;
const SPIKE_MONTHS = 6;
const LEAST_MONTHS = 3;

/** What has to be known to judge a period: the year before it, and whole months for its categories. */
export const anomalyHistory = ({ start, end }: Period): Period => ({
  start: addMonths(`${monthOf(start)}-01`, -12),
  end,
});

/** Newest first, then the largest. */
export function findAnomalies(known: Known, period: Period): Anomaly[] {
  const spending = known.rows.filter(({ flow }) => flow === "spending");
  const purchases = spending
    .filter(({ amountMinor }) => amountMinor < 0)
    .toSorted((a, b) => compareText(a.date, b.date) || compareText(a.id, b.id));
  return [
    ...unusualPurchases(purchases, period, known.firstDate),
    ...duplicateCharges(spending, purchases, period),
    ...priceRises(known, period),
    ...categorySpikes(spending, period, known.firstDate),
  ].sort((a, b) => compareText(b.date, a.date) || b.amountMinor - a.amountMinor);
}

function priceRises({ recurring, seriesRows }: Known, period: Period): Anomaly[] {
  return recurring
    .filter(({ last }) => last.amountMinor < 0)
    .flatMap((series) => {
      const rows = series.transactionIds.flatMap((id) => seriesRows.get(id) ?? []);
      return priceChanges(series, rows)
        .filter(({ date, fromMinor, toMinor }) => isWithin(date, period) && toMinor < fromMinor)
        .map(({ date, fromMinor, toMinor }) => ({
          kind: "price_rise" as const,
          date,
          name: series.name,
          category: series.category,
          currency: series.last.currency,
          amountMinor: -toMinor,
          usualMinor: -fromMinor,
          comparedWith: rows.filter((row) => row.date < date).length,
          transactionIds: rows.filter((row) => row.date === date).map(({ id }) => id),
        }));
    });
}

/** Every calendar month that the period touches, as far as the period goes in the last one. */
function categorySpikes(
  spending: readonly BareTransaction[],
  period: Period,
  firstDate: CalendarDate | null,
): Anomaly[] {
  if (firstDate === null) return [];
  const groups = categoriesByMonth(spending);
  const found: Anomaly[] = [];
  for (let first = `${monthOf(period.start)}-01`; first <= period.end; first = addMonths(first, 1)) {
    const before = Array.from({ length: SPIKE_MONTHS }, (_, index) => addMonths(first, -1 - index)).filter(
      (month) => month >= firstDate,
    );
    if (before.length < LEAST_MONTHS) continue;
    for (const [key, group] of groups.get(monthOf(first)) ?? []) {
      const usualMinor = median(
        before.map((month) => groups.get(monthOf(month))?.get(key)?.amountMinor ?? 0),
      );
      const more = group.amountMinor - usualMinor;
      if (usualMinor <= 0 || more * 2 < usualMinor || more < LEAST_SPIKE) continue;
      found.push({
        kind: "category_spike",
        date: first,
        name: group.key,
        category: group.key,
        currency: group.currency,
        amountMinor: group.amountMinor,
        usualMinor,
        comparedWith: before.length,
        transactionIds: spending
          .filter((row) => monthOf(row.date) === monthOf(first) && row.category === group.key)
          .filter(({ currency }) => currency === group.currency)
          .map(({ id }) => id),
      });
    }
  }
  return found;
}

function categoriesByMonth(spending: readonly BareTransaction[]) {
  const months = groupBy(spending, ({ date }) => monthOf(date));
  return new Map(
    [...months].map(([month, rows]) => [
      month,
      new Map(
        summariseSpending(sumFlows(rows, "category"), "category").groups.map((group) => [
          `${group.currency} ${group.key}`,
          group,
        ]),
      ),
    ]),
  );
}
