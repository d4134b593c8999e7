import type { Cadence, RecurringSource } from "../contract/recurring";
import { stemOf } from "./recurring-stem";

type Known = {
  accountId: string;
  source: RecurringSource;
  name: string;
  cadence: Cadence;
  lastMinor: number;
  nextDate: string | null;
  transactionIds: readonly string[];
};

/**
 * Series of both sources, each once. Two are the same when they share a row, or, where a source names no rows of ours,
 * when account, payee, direction, rhythm and about the amount agree. Plaid's then stays, since a person may have put it
 * right there, with our next date where it has none.
 */
export function mergeSources<Series extends Known>(series: readonly Series[]): Series[] {
  const ofPlaid = series.filter(({ source }) => source === "plaid");
  const ours = series.filter(({ source }) => source === "detected");
  const taken = new Set<Series>();
  const merged = ofPlaid.map((one) => {
    const twins = ours.filter((other) => isSame(one, other));
    for (const twin of twins) taken.add(twin);
    return { ...one, nextDate: one.nextDate ?? twins[0]?.nextDate ?? null };
  });
  return [...merged, ...ours.filter((one) => !taken.has(one))];
}

function isSame(a: Known, b: Known): boolean {
  if (a.accountId !== b.accountId || a.lastMinor < 0 !== b.lastMinor < 0) return false;
  if (a.transactionIds.length > 0) {
    const rows = new Set(a.transactionIds);
    return b.transactionIds.some((id) => rows.has(id));
  }
  const ratio = a.lastMinor / b.lastMinor;
  return a.cadence === b.cadence && ratio > 0.8 && ratio < 1.25 && stemOf(a.name) === stemOf(b.name);
}
