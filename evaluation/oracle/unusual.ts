import { month, monthNames } from "./days";
import { rowsOf, spent } from "./sums";

/** In cents, positive is spent. */
type Spike = { cents: number; usualCents: number; rows: number };

const LEAST_MORE = 10_000;

/** The six months before one, the names in order. */
function sixBefore(name: string): string[] {
  const all = monthNames("2024-02", "2026-11");
  return all.slice(all.indexOf(name) - 6, all.indexOf(name));
}

function middle(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = sorted.slice(sorted.length / 2 - 1, sorted.length / 2 + 1);
  return Math.round((low + high) / 2);
}

/** Categories of a whole month that came to half as much again as the middle of six months before, the largest first. */
export function spikes(name: string): Spike[] {
  const range = month(name);
  const categories = [...new Set(rowsOf({ range, flow: "spending" }).map(({ truth }) => truth.category))];
  return categories
    .flatMap((category) => {
      const cents = spent({ range, categories: [category] });
      const usualCents = middle(
        sixBefore(name).map((one) => spent({ range: month(one), categories: [category] })),
      );
      const more = cents - usualCents;
      const isSpike = usualCents > 0 && more * 2 >= usualCents && more >= LEAST_MORE;
      const rows = rowsOf({ range, categories: [category], flow: "spending", currency: "USD" }).length;
      return isSpike ? [{ cents, usualCents, rows }] : [];
    })
    .sort((a, b) => b.cents - a.cents);
}
