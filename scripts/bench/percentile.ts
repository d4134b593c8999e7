/** The smallest value that at least `share` (0 to 1) of the values do not exceed. @throws {Error} when there are none */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error("No values were measured.");
  return value;
}
