import { z } from "zod";
import { CalendarDate, type Period } from "../../contract/money";
import type { Ledger } from "../../domain/ledger";
import { NAMED_PERIODS, resolvePeriod } from "../../domain/period";
import { ToolProblem } from "./tool-problem";

/** Either a name, resolved here in the person's time zone, or exact dates. */
export const PeriodInput = z.union([
  z.enum([...NAMED_PERIODS, "all_time"]),
  z.object({
    start: z.string().describe("First day, YYYY-MM-DD"),
    end: z.string().describe("Last day, included, YYYY-MM-DD"),
  }),
]);
export type PeriodInput = z.infer<typeof PeriodInput>;

export const PERIOD_DESCRIPTION =
  "A named period, or exact dates for anything else. Prefer the name when the person used such words: it is resolved in their time zone.";

/** @throws {ToolProblem} when a date does not exist or the period ends before it starts */
export async function toPeriod(input: PeriodInput, ledger: Ledger): Promise<Period> {
  if (input === "all_time") {
    const { firstDate } = await ledger.coverage();
    return { start: firstDate ?? ledger.today, end: ledger.today };
  }
  if (typeof input === "string") return resolvePeriod(input, ledger.today);
  for (const date of [input.start, input.end]) {
    if (!CalendarDate.safeParse(date).success) {
      throw new ToolProblem("invalid_date", `"${date.slice(0, 40)}" is not a date of the calendar.`, {
        hint: "Give dates as YYYY-MM-DD.",
      });
    }
  }
  if (input.start > input.end) {
    throw new ToolProblem("invalid_period", "The period ends before it starts.", {
      hint: `Did you mean ${input.end} to ${input.start}?`,
    });
  }
  return { start: input.start, end: input.end };
}
