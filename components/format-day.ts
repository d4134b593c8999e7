/** `December 1` in this IANA zone. */
export function formatDay(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", { month: "long", day: "numeric", timeZone }).format(new Date(iso));
}
