import { roundedQuotient } from "./ratio";

/** The middle one of integers; of an even number of them the mean of the two in the middle, rounded. Zero of none. */
export function median(amounts: readonly number[]): number {
  const sorted = amounts.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : roundedQuotient((sorted[middle - 1] ?? 0) + upper, 2);
}
