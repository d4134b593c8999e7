import type { CalendarDate, Period } from "../contract/money";
import type { Anomaly, AnomalyKind } from "./anomaly";
import { addMonths, daysBetween } from "./calendar";
import { groupBy } from "./group-by";
import { median } from "./median";
import { isWithin } from "./period";
import type { BareTransaction } from "./transaction";

/** Below these, in minor units, nothing is worth a word: 20.00 more than usual, 100.00 for what has no usual. */
const LEAST_MORE = 2_000;
const LEAST_NEW = 10_000;
const SAME_CHARGE_DAYS = 2;
/** So many such pairs in a year, and the pair is a habit: a fare there and back. */
const HABIT_PAIRS = 3;

const sizeOf = ({ amountMinor }: { amountMinor: number }): number => Math.abs(amountMinor);

const anomalyOf = (
  kind: AnomalyKind,
  row: BareTransaction,
  usualMinor: number | null,
  comparedWith: number,
): Anomaly => ({
  kind,
  date: row.date,
  name: row.merchant,
  category: row.category,
  currency: row.currency,
  amountMinor: sizeOf(row),
  usualMinor,
  comparedWith,
  transactionIds: [row.id],
});

/** Purchases that are large, or new and large; see anomaly.v1. @param purchases oldest first */
export function unusualPurchases(
  purchases: readonly BareTransaction[],
  period: Period,
  firstDate: CalendarDate | null,
): Anomaly[] {
  const before = new Map<string, number[]>();
  // Without two months of data everything is new.
  const knownFrom = firstDate === null ? null : addMonths(firstDate, 2);
  const earlier = (key: string) => {
    const amounts = before.get(key) ?? [];
    before.set(key, amounts);
    return amounts;
  };
  return purchases.flatMap((row) => {
    const ofMerchant = earlier(`merchant ${row.currency} ${row.merchant}`);
    const ofCategory = earlier(`category ${row.currency} ${row.category}`);
    const ofAll = earlier(`all ${row.currency}`);
    const isKnown = knownFrom !== null && knownFrom <= row.date;
    const found = isWithin(row.date, period)
      ? judge(row, { ofMerchant, ofCategory, ofAll, isKnown })
      : undefined;
    for (const amounts of [ofMerchant, ofCategory, ofAll]) amounts.push(sizeOf(row));
    return found ?? [];
  });
}

type Earlier = { ofMerchant: number[]; ofCategory: number[]; ofAll: number[]; isKnown: boolean };

function judge(
  row: BareTransaction,
  { ofMerchant, ofCategory, ofAll, isKnown }: Earlier,
): Anomaly | undefined {
  const size = sizeOf(row);
  if (ofMerchant.length >= 5) {
    return isLarge(size, ofMerchant, 3)
      ? anomalyOf("large_for_merchant", row, median(ofMerchant), ofMerchant.length)
      : undefined;
  }
  if (ofCategory.length >= 10 && isLarge(size, ofCategory, 4)) {
    return anomalyOf("large_for_category", row, median(ofCategory), ofCategory.length);
  }
  const isNew = isKnown && ofMerchant.length === 0 && size >= LEAST_NEW;
  return isNew && isAmongLargest(size, ofAll) ? anomalyOf("new_merchant", row, null, 0) : undefined;
}

function isLarge(size: number, earlier: readonly number[], times: number): boolean {
  // First what is quick and rarely so.
  if (!earlier.every((amount) => amount < size)) return false;
  const usual = median(earlier);
  return size >= usual * times && size - usual >= LEAST_MORE;
}

function isAmongLargest(size: number, earlier: readonly number[]): boolean {
  const smaller = earlier.filter((amount) => amount < size).length;
  return earlier.length >= 20 && smaller * 10 >= earlier.length * 9;
}

/**
 * The second of two charges that may be one; see anomaly.v1. A pending row and a posted one may be the same charge, so only
 * posted ones are compared.
 * @param purchases oldest first
 */
export function duplicateCharges(
  spending: readonly BareTransaction[],
  purchases: readonly BareTransaction[],
  period: Period,
): Anomaly[] {
  const keyOf = (row: BareTransaction) => `${row.accountId} ${row.currency} ${sizeOf(row)} ${row.merchant}`;
  const posted = purchases.filter(({ pending }) => !pending);
  const alike = groupBy(posted, keyOf);
  const refunds = spending.filter(({ amountMinor }) => amountMinor > 0);
  const isGivenBack = (charge: BareTransaction) =>
    refunds.some(
      (row) =>
        row.amountMinor === -charge.amountMinor && row.date >= charge.date && keyOf(row) === keyOf(charge),
    );
  return [...alike.values()].flatMap((rows) => {
    const pairs = rows.flatMap((row, index) => {
      const first = rows[index - 1];
      return first && daysBetween(first.date, row.date) <= SAME_CHARGE_DAYS ? [{ first, second: row }] : [];
    });
    if (pairs.length >= HABIT_PAIRS) return [];
    return pairs
      .filter(({ second }) => isWithin(second.date, period))
      .filter(({ first }) => !isGivenBack(first))
      .map(({ first, second }) => ({
        ...anomalyOf("duplicate_charge", second, null, 0),
        transactionIds: [first.id, second.id],
      }));
  });
}
