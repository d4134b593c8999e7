import { addDays, type CalendarDate, dayOfMonth, weekday } from "./calendar";

/** The n-th such weekday of a month (0 is Sunday); -1 is the last one. */
function nthWeekday(month: string, day: number, nth: number): CalendarDate {
  if (nth === -1) {
    let date = dayOfMonth(month, 31);
    while (weekday(date) !== day) date = addDays(date, -1);
    return date;
  }
  const first = `${month}-01`;
  return addDays(first, ((day - weekday(first) + 7) % 7) + (nth - 1) * 7);
}

/** A fixed-date holiday on a Sunday is kept on Monday; one on a Saturday closes no bank on Friday. */
function observed(date: CalendarDate): CalendarDate {
  return weekday(date) === 0 ? addDays(date, 1) : date;
}

/** The days on which the Federal Reserve, and so every transfer between banks, rests. */
function holidaysOf(year: string): Set<CalendarDate> {
  return new Set([
    ...["01-01", "06-19", "07-04", "11-11", "12-25"].map((day) => observed(`${year}-${day}`)),
    nthWeekday(`${year}-01`, 1, 3),
    nthWeekday(`${year}-02`, 1, 3),
    nthWeekday(`${year}-05`, 1, -1),
    nthWeekday(`${year}-09`, 1, 1),
    nthWeekday(`${year}-10`, 1, 2),
    nthWeekday(`${year}-11`, 4, 4),
  ]);
}

const holidaysByYear = new Map<string, Set<CalendarDate>>();

function isHoliday(date: CalendarDate): boolean {
  const year = date.slice(0, 4);
  const known = holidaysByYear.get(year) ?? holidaysOf(year);
  holidaysByYear.set(year, known);
  return known.has(date);
}

const businessDays = new Map<CalendarDate, boolean>();

/** Whether banks post on this day. */
export function isBusinessDay(date: CalendarDate): boolean {
  const known = businessDays.get(date);
  if (known !== undefined) return known;
  const day = weekday(date);
  const open = day !== 0 && day !== 6 && !isHoliday(date);
  businessDays.set(date, open);
  return open;
}

/** This day if banks post on it, else the next on which they do. */
export function onOrAfterBusinessDay(date: CalendarDate): CalendarDate {
  let day = date;
  while (!isBusinessDay(day)) day = addDays(day, 1);
  return day;
}

/** This day if banks post on it, else the last before it: employers pay early rather than late. */
export function onOrBeforeBusinessDay(date: CalendarDate): CalendarDate {
  let day = date;
  while (!isBusinessDay(day)) day = addDays(day, -1);
  return day;
}

/** So many business days after this one. */
export function addBusinessDays(date: CalendarDate, count: number): CalendarDate {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = onOrAfterBusinessDay(addDays(day, 1));
  return day;
}
