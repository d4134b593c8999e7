const STEPS = [1, 2, 2.5, 5, 10];

/** Round numbers that enclose all sizes, lowest first; two at least, also where all sizes are the same. */
export function roundTicks(sizes: readonly number[], parts = 4): number[] {
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  const span = high - low || Math.abs(high) || 1;
  const power = 10 ** Math.floor(Math.log10(span / parts));
  const step = (STEPS.find((factor) => factor * power >= span / parts) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  // Multiples, not sums: adding 0.1 again and again drifts.
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Where a size lies between the ends, in percent from the low one. */
export const percentOf = (size: number, low: number, high: number): number =>
  high === low ? 0 : Math.round(((size - low) / (high - low)) * 10_000) / 100;
