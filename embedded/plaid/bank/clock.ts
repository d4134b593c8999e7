import type { CalendarDate } from "../household/calendar";

/** A bank on the west coast: its day is never ahead of a customer's. */
const BANK_ZONE = "America/Los_Angeles";

const format = new Intl.DateTimeFormat("en-CA", {
  timeZone: BANK_ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

export function bankDate(now: Date): CalendarDate {
  return format.format(now);
}
