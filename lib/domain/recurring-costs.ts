import type { CalendarDate } from "../contract/money";
import type { RecurringView } from "../contract/recurring";
import { CONTRACT_CATEGORIES } from "./contract-categories";
import { roundedQuotient } from "./ratio";
import { isSameAmount } from "./recurring-evidence";
import { timesPerYear } from "./recurring-schedule";
import type { Transaction } from "./transaction";

/**
 * What comes back and what it costs: the usual amount (the last one, or where it varies the average of the last twelve)
 * times how often it comes in a year; a month is a twelfth of that. Series that have ended cost nothing, and what comes in
 * is never taken off what goes out.
 */
export const RECURRING_DEFINITION = "recurring.v1";

type RecurringKind = "income" | "subscription" | "bill";

/** What people owe for living, by contract or by law; the rest that has a fixed price they have subscribed to. */
const BILLS = new Set<string>([
  ...CONTRACT_CATEGORIES,
  "education",
  "medical",
  "donations",
  "taxes_and_government",
  "bank_fees",
  "person_to_person",
]);

export function recurringKind({ last, category, isVariable }: RecurringView): RecurringKind {
  if (last.amountMinor > 0) return "income";
  return isVariable || BILLS.has(category) ? "bill" : "subscription";
}

/** What the next one is expected to be, in minor units; positive is money in. */
export const usualMinor = ({ isVariable, average, last }: RecurringView): number =>
  isVariable ? average.amountMinor : last.amountMinor;

/** Minor units, positive whichever way it goes; null where nobody can tell how often it comes. A month is rounded half up. */
export function costOf(series: RecurringView): { perYearMinor: number; perMonthMinor: number } | null {
  const times = timesPerYear(series);
  if (times === null) return null;
  const perYearMinor = Math.abs(usualMinor(series)) * times;
  return { perYearMinor, perMonthMinor: roundedQuotient(perYearMinor, 12) };
}

type PriceChange = { date: CalendarDate; fromMinor: number; toMinor: number };

/**
 * When a fixed price became another, oldest first; amounts as on the rows. Within one percent it is the same price: banks
 * convert currencies with their own rates. Amounts that always vary have no price.
 * @param rows of the series, oldest first
 */
export function priceChanges(
  { isVariable }: Pick<RecurringView, "isVariable">,
  rows: readonly Pick<Transaction, "date" | "amountMinor">[],
): PriceChange[] {
  if (isVariable) return [];
  return rows.flatMap(({ date, amountMinor }, index) => {
    const before = rows[index - 1];
    return before === undefined || isSameAmount(before.amountMinor, amountMinor)
      ? []
      : [{ date, fromMinor: before.amountMinor, toMinor: amountMinor }];
  });
}
