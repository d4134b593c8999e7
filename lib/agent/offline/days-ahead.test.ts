import { describe, expect, it } from "vitest";
import { addDays } from "../../domain/calendar";
import { daysAheadIn } from "./days-ahead";

/** A Tuesday. */
const TODAY = "2026-11-24";
const reaches = (words: string) => {
  const days = daysAheadIn(words, TODAY);
  return days === undefined ? undefined : addDays(TODAY, days);
};

describe("how far a question looks ahead", () => {
  it.each([
    ["what is due in the next 2 weeks", "2026-12-08"],
    ["my balance 10 days from now", "2026-12-04"],
    ["will i make it to friday", "2026-11-27"],
    ["how much will i have on december 15", "2026-12-15"],
    ["what do i have to pay by the 1st", "2026-12-01"],
    ["what will be left at the end of the month", "2026-11-30"],
    ["bills next month", "2026-12-31"],
    ["bills in january", "2027-01-31"],
    ["where will i be by christmas", "2026-12-25"],
    ["what is due before the end of the year", "2026-12-31"],
    ["anything tomorrow", "2026-11-25"],
  ])("%s: to %s", (words, day) => expect(reaches(words)).toBe(day));

  it.each(["what bills are due", "will my money last until payday", "what was due on november 2"])(
    "names no time that lies ahead: %s",
    (words) => expect(reaches(words)).toBeUndefined(),
  );
});
