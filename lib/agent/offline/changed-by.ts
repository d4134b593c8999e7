import { hasRange } from "./find-range";
import type { ParsedQuestion } from "./parsed-question";

/** "And in May?", "only restaurants": the question before with what the new one names instead. */
export const changedBy = (previous: ParsedQuestion, next: ParsedQuestion): ParsedQuestion => ({
  ...previous,
  periods: next.periods.length > 0 ? next.periods : previous.periods,
  subjects: next.subjects.length > 0 ? next.subjects : previous.subjects,
  excluded: next.excluded.length > 0 ? next.excluded : previous.excluded,
  wishes: {
    ...previous.wishes,
    accounts: next.wishes.accounts.length > 0 ? next.wishes.accounts : previous.wishes.accounts,
    range: hasRange(next.wishes.range) ? next.wishes.range : previous.wishes.range,
    // What it is about is read off these words by some topics: see ./beside.ts.
    rest: next.subjects.length > 0 ? next.wishes.rest : previous.wishes.rest,
    groupBy: next.wishes.groupBy ?? previous.wishes.groupBy,
    chart: next.wishes.chart ?? previous.wishes.chart,
  },
});
