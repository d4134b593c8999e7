import type { Period } from "../../../lib/contract/money";
import { datePartsOf, formatDate } from "../../../lib/domain/calendar";

/** `Oct 1 – 31, 2026`; months and years are written once where they are the same. */
export function formatRange({ start, end }: Period): string {
  if (start === end) return formatDate(start);
  const [from, to] = [datePartsOf(start), datePartsOf(end)];
  if (from.year !== to.year) return `${formatDate(start)} – ${formatDate(end)}`;
  const fromWithoutYear = formatDate(start).split(",")[0];
  if (from.month !== to.month) return `${fromWithoutYear} – ${formatDate(end)}`;
  return `${fromWithoutYear} – ${to.day}, ${to.year}`;
}

export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;

export const countRows = (number: number): string => count(number, "transaction");

/** `, Oct 1 – 31, 2026`, or nothing for all time. */
export const within = (period: Period | null): string => (period ? `, ${formatRange(period)}` : "");

/** How much of a list is there, where it was cut; one that is whole has no note. */
export const noteOfCut = (shown: number, total: number): { note?: string } =>
  total > shown ? { note: `${shown.toLocaleString("en-US")} of ${total.toLocaleString("en-US")} shown` } : {};

export const dateOrNothing = (date: string | null): string => (date === null ? "–" : formatDate(date));

/** `large_for_merchant` as `Large for merchant`. */
export function fromCode(code: string): string {
  const words = code.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
