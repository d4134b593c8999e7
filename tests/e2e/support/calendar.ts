/** The demo person's calendar: the household lives in Los Angeles. */
export function monthsAgo(count: number): { start: string; end: string; name: string } {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "America/Los_Angeles" }).format(new Date());
  const [year = 0, month = 0] = today.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - count, 1));
  const last = new Date(Date.UTC(year, month - count, 0));
  return {
    start: first.toISOString().slice(0, 10),
    end: last.toISOString().slice(0, 10),
    name: first.toLocaleString("en-US", { month: "long", year: "numeric", timeZone: "UTC" }),
  };
}
