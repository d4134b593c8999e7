import { z } from "zod";
import { CalendarDate } from "../money";
import { Evidence } from "./evidence";

export const FreshnessResult = Evidence.extend({
  kind: z.literal("freshness"),
  banks: z.array(
    z.object({
      institution: z.string(),
      state: z.enum([
        "up_to_date",
        "stale",
        "reading_history",
        "waiting",
        "sign_in_needed",
        "unavailable",
        "ended",
        "file",
      ]),
      /** The state in a sentence for people, with what helps. */
      words: z.string(),
      /** ISO 8601 UTC; null when it was never read. */
      lastSyncedAt: z.iso.datetime().nullable(),
      /** The day of it in the person's time zone. */
      lastSyncedOn: CalendarDate.nullable(),
      /** The first and last day of which there is a transaction. */
      firstDate: CalendarDate.nullable(),
      lastDate: CalendarDate.nullable(),
      accounts: z.array(z.string()),
    }),
  ),
});
export type FreshnessResult = z.infer<typeof FreshnessResult>;
