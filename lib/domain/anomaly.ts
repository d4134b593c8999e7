import type { CalendarDate } from "../contract/money";

export const ANOMALY_KINDS = [
  "large_for_merchant",
  "large_for_category",
  "new_merchant",
  "duplicate_charge",
  "price_rise",
  "category_spike",
] as const;
export type AnomalyKind = (typeof ANOMALY_KINDS)[number];

export type Anomaly = {
  kind: AnomalyKind;
  /** Of the purchase, the second charge, the new price, or the first of the month. */
  date: CalendarDate;
  /** A merchant, or the id of a category. */
  name: string;
  category: string;
  currency: string;
  /** Minor units, positive is spent. */
  amountMinor: number;
  /** What is usual, in minor units; null where nothing is. */
  usualMinor: number | null;
  /** Of how many purchases, or months, the usual is the median. */
  comparedWith: number;
  transactionIds: string[];
};
