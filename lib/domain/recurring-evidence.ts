import type { CategoryId } from "./categories";
import { CONTRACT_CATEGORIES } from "./contract-categories";
import type { Day, Grid } from "./recurring-grid";

/*
 * A series is what chance does not explain. Evidence is the logarithm of how much likelier the rows are when they belong
 * together than when they fell on those days by chance; kinds of payment that mostly come back start with some of it,
 * kinds that people buy whenever they like start with less than none.
 */

/** By chance less than once in a thousand. */
export const ENOUGH = Math.log(1_000);

/** What mostly comes back, whether it is paid or received. */
const REGULAR: readonly CategoryId[] = [
  ...CONTRACT_CATEGORIES,
  "fitness",
  "salary",
  "benefits",
  "interest_and_dividends",
];

const HABITS: readonly CategoryId[] = [
  "groceries",
  "restaurants",
  "coffee",
  "alcohol",
  "fuel",
  "public_transit",
  "taxi_and_rideshare",
  "parking_and_tolls",
  "car",
  "other_transport",
  "flights",
  "lodging",
  "other_travel",
  "clothing",
  "electronics",
  "pets",
  "general_shopping",
  "person_to_person",
  "home",
  "events_and_hobbies",
  "medical",
  "pharmacy",
  "personal_care",
  "bank_fees",
  "cash",
];

const isAmong = (categories: readonly string[]) => (category: string) => categories.includes(category);
const isBillCategory = isAmong(REGULAR);
const isHabitCategory = isAmong(HABITS);

/** What contracts are called. */
const CONTRACT =
  /\b(subscription|membership|annual|monthly|premium|autopay|recurring|billpay|payroll|dir dep)\b/i;

type Kind = { category: string; text: string };

/** Amounts may vary from one to the next. */
export const isBill = ({ category }: Kind): boolean => isBillCategory(category);

/** Bought as one likes, unless the text names a contract. */
export const isHabit = ({ category, text }: Kind): boolean =>
  isHabitCategory(category) && !CONTRACT.test(text);

function priorOf(kind: Kind): number {
  if (isBill(kind)) return 4.5;
  if (isHabit(kind)) return -4;
  return CONTRACT.test(kind.text) ? 3 : 0;
}

/** Amounts within one percent are the same: banks convert currencies with their own rates. */
export const isSameAmount = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 0.01 * Math.max(Math.abs(a), Math.abs(b));

export type Fit = {
  kind: Kind;
  /** In the order of their days. */
  amounts: readonly number[];
  /** The largest number of days that one is early or late. */
  maxOffset: Day;
  missed: number;
  strays: number;
};

/** How often an amount differs from the one before. */
const changesIn = (amounts: readonly number[]): number =>
  amounts.filter((amount, index) => index > 0 && !isSameAmount(amount, amounts[index - 1] ?? amount)).length;

/** Amounts that change more often than prices do. */
export const isVariable = (amounts: readonly number[]): boolean =>
  changesIn(amounts) > Math.max(1, Math.floor((amounts.length - 1) / 5));

export function evidenceOf(grid: Grid, fit: Fit): number {
  const { amounts, kind } = fit;
  const steps = amounts.length - 1;
  const byDates = steps * Math.log(grid.period / (2 * fit.maxOffset + 1));
  // The same price twice says little where every price is one of a short list.
  const byAmounts = (steps - changesIn(amounts)) * (isHabit(kind) ? Math.LN2 : Math.log(10));
  return priorOf(kind) + byDates + byAmounts - fit.missed - 1.5 * fit.strays;
}
