import { describe, expect, it } from "vitest";
import { findPeriods } from "./find-periods";
import { toPlainText } from "./read-text";

/** A Tuesday. */
const TODAY = "2026-11-24";

const periodsIn = (text: string): string[] =>
  findPeriods(toPlainText(text), { today: TODAY, firstDate: "2024-02-01" }).periods.map((period) =>
    typeof period === "string" ? period : `${period.start}..${period.end}`,
  );

const SAID: Record<string, [said: string, ...periods: string[]][]> = {
  "days and ranges of days": [
    ["spent between 3 may and 20 june", "2026-05-03..2026-06-20"],
    ["from 2026-09-05 until 2026-09-12", "2026-09-05..2026-09-12"],
    ["from the 1st to the 15th of october", "2026-10-01..2026-10-15"],
    ["oct 3rd thru 15th", "2026-10-03..2026-10-15"],
    ["from the 28th of september to the 3rd of october", "2026-09-28..2026-10-03"],
    ["spent on the 12th", "2026-11-12..2026-11-12"],
    ["spent on the 28th", "2026-10-28..2026-10-28"],
    ["since the 5th", "2026-11-05..2026-11-24"],
    ["between the 5th and the 12th", "2026-11-05..2026-11-12"],
    ["the week beginning 5 october", "2026-10-05..2026-10-11"],
    ["the week ending october 11", "2026-10-05..2026-10-11"],
  ],
  "halves, quarters and years": [
    ["spent in H1 2025", "2025-01-01..2025-06-30"],
    ["the last quarter of 2025", "2025-10-01..2025-12-31"],
    ["q3 '25", "2025-07-01..2025-09-30"],
    ["from q1 to q3", "2026-01-01..2026-09-30"],
    ["2024-2025", "2024-01-01..2025-12-31"],
    ["the year before last", "2024-01-01..2024-12-31"],
    ["the whole of 2025", "2025-01-01..2025-12-31"],
  ],
  "times that lean on today": [
    ["the week before last", "2026-11-09..2026-11-15"],
    ["the weekend before last", "2026-11-14..2026-11-15"],
    ["in the last 2 quarters", "2026-04-01..2026-09-30"],
    ["in the last fortnight", "2026-11-11..2026-11-24"],
    ["over the past thirty days", "2026-10-26..2026-11-24"],
    ["the last couple of weeks", "2026-11-11..2026-11-24"],
    ["the last eighteen months", "2025-05-01..2026-10-31"],
    ["since the start of the year", "2026-01-01..2026-11-24"],
    ["from january to now", "2026-01-01..2026-11-24"],
    ["this year until now", "this_year"],
    ["this pay period", "since_last_paycheck"],
    ["the six months to october", "2026-05-01..2026-10-31"],
    ["the first two weeks of october", "2026-10-01..2026-10-14"],
  ],
  "what is compared is two times": [
    ["compare september to october", "2026-09-01..2026-09-30", "2026-10-01..2026-10-31"],
    ["compare q1 to q3", "2026-01-01..2026-03-31", "2026-07-01..2026-09-30"],
    ["october groceries year over year", "2026-10-01..2026-10-31", "2025-10-01..2025-10-31"],
  ],
  "what is taken together is one time": [
    ["september and october combined", "2026-09-01..2026-10-31"],
    ["june and september combined", "2026-06-01..2026-06-30", "2026-09-01..2026-09-30"],
  ],
};

for (const [meaning, cases] of Object.entries(SAID)) {
  describe(meaning, () => {
    it.each(cases)("%s", (said, ...periods) => expect(periodsIn(said)).toEqual(periods));
  });
}
