import type { Percent } from "../contract/money";

/** The quotient of two integers, rounded to an integer, halves away from zero. @throws {RangeError} when dividing by zero */
export function roundedQuotient(dividend: number, divisor: number): number {
  const [top, bottom] = [BigInt(Math.abs(dividend)), BigInt(Math.abs(divisor))];
  const size = Number((2n * top + bottom) / (2n * bottom));
  return size !== 0 && dividend < 0 !== divisor < 0 ? -size : size;
}

/** The part as a percentage of the whole; null where none has a meaning: of nothing, and of less than nothing. */
export function percentOf(part: number, whole: number): Percent | null {
  if (whole <= 0) return null;
  const tenths = roundedQuotient(part * 1_000, whole);
  return { basisPoints: roundedQuotient(part * 10_000, whole), formatted: `${tenths / 10}%` };
}
