/** The oracle's own calendar: day numbers since 1970, nothing shared with the application. */
const DAY = 86_400_000;

export const dayNumber = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY;

export const dateOfDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

export const plusDays = (date: string, days: number): string => dateOfDay(dayNumber(date) + days);

export const lengthOfMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

const two = (number: number): string => String(number).padStart(2, "0");

/** The day of a month, or the month's last day when it has no such day. */
export const dayIn = (year: number, month: number, day: number): string =>
  `${year}-${two(month)}-${two(Math.min(day, lengthOfMonth(year, month)))}`;

/** First and last day, both included. */
export type Range = { start: string; end: string };

/** @param name `2026-10` */
export function month(name: string): Range {
  const [year = 0, number = 0] = name.split("-").map(Number);
  return { start: dayIn(year, number, 1), end: dayIn(year, number, 31) };
}

export const quarter = (year: number, number: number): Range => ({
  start: dayIn(year, number * 3 - 2, 1),
  end: dayIn(year, number * 3, 31),
});

export const year = (number: number): Range => ({ start: `${number}-01-01`, end: `${number}-12-31` });

export const range = (start: string, end: string): Range => ({ start, end });

/** `2026-01` to `2026-10` and so on, both included. */
export function monthNames(first: string, last: string): string[] {
  const names: string[] = [];
  let [years = 0, months = 0] = first.split("-").map(Number);
  while (`${years}-${two(months)}` <= last) {
    names.push(`${years}-${two(months)}`);
    [years, months] = months === 12 ? [years + 1, 1] : [years, months + 1];
  }
  return names;
}
