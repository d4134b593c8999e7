import type { CalendarDate, Period } from "../../contract/money";
import { addDays, datePartsOf, toCalendarDate, weekdayOf } from "../../domain/calendar";
import { type Groups, OF_YEAR } from "./month-words";

type Holiday = { words: string; dateIn: (year: number) => CalendarDate };

const on = (month: number, day: number) => (year: number) => toCalendarDate({ year, month, day });

/** @param weekday 0 is Monday */
const nth = (month: number, weekday: number, count: number) => (year: number) => {
  const first = toCalendarDate({ year, month, day: 1 });
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7);
};

const thanksgiving = nth(11, 3, 4);
const memorialDay = (year: number): CalendarDate => {
  const last = toCalendarDate({ year, month: 5, day: 31 });
  return addDays(last, -weekdayOf(last));
};

/** Gregorian Easter (Meeus, Jones, Butcher). */
function easterSunday(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const days = moon + sunday - 7 * late + 114;
  return toCalendarDate({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}

/** Days with a name. "Christmas", "Easter" and "the holidays" may mean weeks: by themselves they are none. */
const HOLIDAYS: readonly Holiday[] = [
  { words: "new year'?s day", dateIn: on(1, 1) },
  { words: "new year'?s eve|nye", dateIn: on(12, 31) },
  { words: "valentine'?s(?: day)?", dateIn: on(2, 14) },
  { words: "(?:st\\.? ?|saint )(?:patrick'?s|paddy'?s) day", dateIn: on(3, 17) },
  { words: "good friday", dateIn: (year) => addDays(easterSunday(year), -2) },
  { words: "easter sunday|easter day", dateIn: easterSunday },
  { words: "easter monday", dateIn: (year) => addDays(easterSunday(year), 1) },
  { words: "mother'?s day", dateIn: nth(5, 6, 2) },
  { words: "memorial day", dateIn: memorialDay },
  { words: "father'?s day", dateIn: nth(6, 6, 3) },
  { words: "juneteenth", dateIn: on(6, 19) },
  { words: "independence day|(?:the )?(?:4th|fourth) of july", dateIn: on(7, 4) },
  { words: "labou?r day", dateIn: nth(9, 0, 1) },
  { words: "halloween", dateIn: on(10, 31) },
  { words: "veterans'? day", dateIn: on(11, 11) },
  { words: "black friday", dateIn: (year) => addDays(thanksgiving(year), 1) },
  { words: "cyber monday", dateIn: (year) => addDays(thanksgiving(year), 4) },
  { words: "thanksgiving(?: day)?", dateIn: thanksgiving },
  { words: "(?:christmas|xmas) eve", dateIn: on(12, 24) },
  { words: "(?:christmas|xmas) day|(?<=\\bon )(?:christmas|xmas)", dateIn: on(12, 25) },
  { words: "boxing day", dateIn: on(12, 26) },
];

/** The latest that has been, or the one of the year that is named. */
function latest({ dateIn }: Holiday, { year, yearWord }: Groups, today: CalendarDate): Period {
  const current = datePartsOf(today).year;
  const last = dateIn(current) > today ? current - 1 : current;
  const named = yearWord && current - (yearWord === "last" ? 1 : 0);
  const date = dateIn(year ? Number(year) : named || last);
  return { start: date, end: date };
}

/** Holidays of the United States and a few others; a weekend or a season around one is something else. */
export const HOLIDAY_RULES = HOLIDAYS.map((holiday) => ({
  pattern: new RegExp(
    `(?<![\\w§])(?:on |of )?(?:last )?(?:${holiday.words})${OF_YEAR}(?!\\w|'| ?(?:weekend|week|season|break|holidays?|gifts?|presents?|shopping|sales?|dinner|party|deals?)\\b)`,
    "g",
  ),
  read: (groups: Groups, today: CalendarDate): Period => latest(holiday, groups, today),
}));
