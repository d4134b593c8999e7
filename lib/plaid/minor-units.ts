import { AppError } from "../errors";

/**
 * A decimal amount of a bank in integer minor units of its currency. The decimal point is moved in the text of the
 * number, not by multiplying: 8.2 * 100 is 819.9999999999999. Halves round away from zero.
 * @param exponent digits after the point: 2 for USD, 0 for JPY, 3 for KWD
 * @throws {AppError} `internal` for what is not a finite number or does not fit 53 bits
 */
export function toMinorUnits(amount: number, exponent: number): number {
  const [mantissa, power = "0"] = String(Math.abs(amount)).split("e");
  const minor = Math.round(Number(`${mantissa}e${Number(power) + exponent}`));
  if (!Number.isSafeInteger(minor)) {
    throw new AppError("internal", "The bank sent an amount that cannot be stored.");
  }
  return amount < 0 && minor !== 0 ? -minor : minor;
}
