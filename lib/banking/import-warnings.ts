import { todayIn } from "../domain/calendar";
import type { ReadImport } from "./read-import";

/** What looks odd about a file but need not be wrong, in words. */
export function importWarnings(
  read: ReadImport,
  { timeZone, now }: { timeZone: string; now: Date },
): string[] {
  const { entries, balances, type, mapping } = read;
  const warnings: string[] = [];
  const today = todayIn(timeZone, now);
  const future = entries.filter(({ date }) => date > today).length;
  if (future > 0) {
    warnings.push(
      `${countOf(future, "row is", "rows are")} dated after today. Check how the dates are written.`,
    );
  }
  const differing = balances.checked - balances.agreeing;
  if (balances.checked >= 2 && differing > 0) {
    warnings.push(
      `${countOf(differing, "balance does", "balances do")} not follow from the amounts. Check the columns of the amounts and the signs below.`,
    );
  } else if (balances.isReversed && type !== "credit" && type !== "loan") {
    warnings.push(
      "The balances move against the amounts: money in and money out may be the wrong way round.",
    );
  }
  if (entries.length > 1 && entries.every(({ amountMinor }) => amountMinor > 0) && !mapping.isOutPositive) {
    warnings.push("All rows are money in. If that is wrong, turn the signs round below.");
  }
  return warnings;
}

const countOf = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
