import { Digest } from "../contract/digest";
import type { CalendarDate } from "../contract/money";
import { database } from "../db/client";
import { dismissDigestRow, findDigestChoice, findOpenDigest } from "../db/queries/digests";
import { todayIn } from "../domain/calendar";
import { weekPeriod } from "../domain/period";
import { weekBefore } from "../domain/weekly-digest";

/** What the overview tells of last week: undefined when it was put away, turned off, or not written yet. */
export async function openDigest(
  { id: userId, timeZone }: { id: string; timeZone: string },
  now: Date,
): Promise<Digest | undefined> {
  const lastWeek = weekBefore(weekPeriod(todayIn(timeZone, now)).start);
  const [choice, digest] = await Promise.all([
    findDigestChoice(database(), userId),
    findOpenDigest(database(), userId, lastWeek.start),
  ]);
  const known = Digest.safeParse(digest);
  return choice?.inApp && known.success ? known.data : undefined;
}

/** Puts the digest of a week away. */
export const dismissDigest = (userId: string, weekStart: CalendarDate, now: Date): Promise<void> =>
  dismissDigestRow(database(), userId, weekStart, now);
