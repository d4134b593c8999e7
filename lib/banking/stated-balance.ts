import type { CalendarDate } from "../contract/money";
import { closingBalance } from "../domain/import/check-balances";
import { decideDecimalMark } from "../domain/import/decimal-mark";
import { readAmount } from "../domain/import/read-amount";
import { AppError } from "../errors";
import type { ImportPlan } from "./plan-import";

/**
 * What is on the account after the file's last row, as banks state it (what is owed is positive): as the person says, else
 * as the file says; null where neither does.
 * @param text what the person typed; empty for nothing
 * @throws {AppError} `invalid` when it is no amount
 */
export function statedBalance(
  { read }: ImportPlan,
  text: string,
): { minor: number; date: CalendarDate } | null {
  if (text === "") return closingBalance(read.entries, read.type);
  const amount = readAmount(text, decideDecimalMark([text]) ?? ".", read.currency);
  if (amount.kind !== "amount") {
    throw new AppError("invalid", "Enter the balance as an amount, for example 1,234.56, or leave it empty.");
  }
  const date = read.entries
    .map((entry) => entry.date)
    .sort()
    .at(-1);
  return date === undefined ? null : { minor: amount.minor, date };
}
