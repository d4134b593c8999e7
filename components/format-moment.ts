/** `Nov 24, 4:52 PM` in this IANA zone, put together from parts so that server and browser agree on every space. */
export function formatMoment(iso: string, timeZone: string): string {
  const options = {
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    hour12: true,
  } as const;
  const parts = new Intl.DateTimeFormat("en-US", { ...options, timeZone }).formatToParts(new Date(iso));
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((piece) => piece.type === type)?.value ?? "";
  return `${part("month")} ${part("day")}, ${part("hour")}:${part("minute")} ${part("dayPeriod")}`;
}
