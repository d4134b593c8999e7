/** `Nov 24, 4:52 PM` in this IANA zone; on the server only, so that no browser formats it differently. */
export function formatMoment(iso: string, timeZone: string): string {
  const options = { month: "short", day: "numeric", hour: "numeric", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat("en-US", { ...options, timeZone }).format(new Date(iso));
}
