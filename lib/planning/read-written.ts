import { readAmount } from "../domain/import/read-amount";
import { AppError } from "../errors";

/**
 * A written amount in integer minor units of its currency.
 * @throws {AppError} `invalid` for what is no amount, is below zero, or has more decimals than the currency
 */
export function readWritten(written: string, currency: string): number {
  const read = readAmount(written, ".", currency);
  if (read.kind === "wrong") throw new AppError("invalid", `${read.reason} Write it like 1,200 or 12.50.`);
  if (read.kind === "amount" && read.minor >= 0) return read.minor;
  throw new AppError("invalid", "Write an amount like 1,200 or 12.50.");
}
