import type { SpendingQuery } from "@/lib/contract/spending-query";

/** The page of spending as this query says; what is usual is left out. */
export function spendingHref({ period, days, by, against }: SpendingQuery): string {
  const search = new URLSearchParams();
  if (days) {
    search.set("period", "custom");
    search.set("from", days.start);
    search.set("to", days.end);
  } else if (period !== "this_month") search.set("period", period);
  if (by !== "category") search.set("by", by);
  if (against !== "previous_period") search.set("against", against);
  return search.size === 0 ? "/spending" : `/spending?${search}`;
}
