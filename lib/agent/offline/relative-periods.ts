import type { CalendarDate, Period } from "../../contract/money";
import { addDays, addMonths, datePartsOf } from "../../domain/calendar";
import {
  isNamedPeriod,
  monthPeriod,
  quarterOf,
  quarterPeriod,
  resolvePeriod,
  untilToday,
  weekPeriod,
  yearPeriod,
} from "../../domain/period";
import type { PeriodInput } from "../tools/period-input";

const UNIT = "(?<unit>day|week|month|quarter|year)";
const LEAD = "(?:in |during |for |over |on |of |to |with |than )?(?:the )?";
const SPAN = "(?:days?|week|month|quarter|year|time|period|timeframe|time ?frame|span|stretch|dates?|point)";

type RelativeRule = {
  pattern: RegExp;
  /** @param base the period that the words lean on; nothing when there is none */
  read: (base: PeriodInput | undefined, unit: string, today: CalendarDate) => PeriodInput | undefined;
};

/** Words whose period depends on the one before them, in the same question or in the last one. */
export const RELATIVE_RULES: readonly RelativeRule[] = [
  {
    pattern: new RegExp(
      `(?<![\\w§])${LEAD}(?:same|this) ${SPAN}(?: (?:of|in))?(?: the)? (?:last year|year before|previous year|a year (?:ago|before|earlier))(?![\\w])`,
      "g",
    ),
    read: (base, _, today) => yearEarlier(datesOf(base ?? "year_to_date", today)),
  },
  {
    pattern: new RegExp(
      `(?<![\\w§])${LEAD}(?:that|same|very same|this same) (?:same )?${SPAN}(?: too)?(?![\\w])`,
      "g",
    ),
    read: (base) => base,
  },
  { pattern: /(?<![\w§])(?:back then|meanwhile)(?![\w])/g, read: (base) => base },
  {
    pattern: new RegExp(
      `(?<![\\w§])${LEAD}(?:${UNIT} (?:before|prior|earlier)(?: that| it)?|(?:previous|preceding) (?<unit2>week|month|quarter|year))(?= ?(?:$|[?.!,§]|and\\b))`,
      "g",
    ),
    read: (base, unit, today) => unitAt(unit, datesOf(base ?? START[unit] ?? "this_month", today), -1),
  },
  {
    pattern: new RegExp(`(?<![\\w§])${LEAD}${UNIT} after(?: that| it)?(?= ?(?:$|[?.!,§]))`, "g"),
    read: (base, unit, today) => base && untilToday(unitAt(unit, datesOf(base, today), 1), today),
  },
];

const START: Record<string, PeriodInput> = {
  day: "today",
  week: "this_week",
  month: "this_month",
  quarter: "this_quarter",
  year: "this_year",
};

const datesOf = (period: PeriodInput, today: CalendarDate): Period => {
  if (typeof period !== "string") return period;
  return isNamedPeriod(period) ? resolvePeriod(period, today) : { start: today, end: today };
};

const yearEarlier = ({ start, end }: Period): Period => ({
  start: addMonths(start, -12),
  end: addMonths(end, -12),
});

/** The unit before the period begins, or after it ends. */
function unitAt(unit: string, { start, end }: Period, step: -1 | 1): Period {
  const day = step < 0 ? addDays(start, -1) : addDays(end, 1);
  const { year, month } = datePartsOf(day);
  if (unit === "day") return { start: day, end: day };
  if (unit === "week") return weekPeriod(day);
  if (unit === "month") return monthPeriod(year, month);
  return unit === "quarter" ? quarterPeriod(year, quarterOf(day)) : yearPeriod(year);
}
