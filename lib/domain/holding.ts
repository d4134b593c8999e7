import type { CalendarDate } from "../contract/money";

/** What an investment account holds of one security, as the bank last stated it. */
export type Holding = {
  accountId: string;
  accountName: string;
  name: string;
  ticker: string | null;
  /** Plaid's word: `equity`, `etf`, `mutual fund`, `cash`, … */
  kind: string | null;
  /** A decimal number: shares may be fractions. */
  quantity: string;
  /** Per share, a decimal number of the currency: prices go below the minor unit. */
  price: string;
  /** Minor units. */
  valueMinor: number;
  /** Minor units, of the whole position; null when the bank does not say. */
  costBasisMinor: number | null;
  currency: string;
  priceDate: CalendarDate | null;
};
