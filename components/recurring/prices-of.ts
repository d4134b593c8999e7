import type { CalendarDate, Money } from "@/lib/contract/money";
import type { RecurringSeries } from "@/lib/contract/results/recurring-result";

export type Price = {
  amount: Money;
  /** When it was first paid. */
  since: CalendarDate;
  /** From the price before; null for the first one that is known. */
  change: Money | null;
};

/** Every price that a series had, the one of now first; none where each payment differs. */
export function pricesOf({ isVariable, amount, firstDate, priceChanges }: RecurringSeries): Price[] {
  if (isVariable) return [];
  const first = { amount: priceChanges[0]?.from ?? amount, since: firstDate, change: null };
  const later = priceChanges.map(({ date, to, difference }) => ({
    amount: to,
    since: date,
    change: difference,
  }));
  return [first, ...later].reverse();
}
