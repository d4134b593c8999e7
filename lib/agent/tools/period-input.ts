import { z } from "zod";
import { CalendarDate, type Period } from "../../contract/money";
import { PAY_CATEGORY } from "../../domain/income";
import type { Ledger } from "../../domain/ledger";
import { NAMED_PERIODS, resolvePeriod } from "../../domain/period";
import { ToolProblem } from "./tool-problem";

/** Either a name, resolved here in the person's time zone, or exact dates. */
export const PeriodInput = z.union([
  z.enum([...NAMED_PERIODS, "all_time", "since_last_paycheck"]),
  z.object({
    start: z.string().describe("First day, YYYY-MM-DD"),
    end: z.string().describe("Last day, included, YYYY-MM-DD"),
  }),
]);
export type PeriodInput = z.infer<typeof PeriodInput>;

export const PERIOD_DESCRIPTION =
  "A named period, or exact dates for anything else. Prefer the name when the person used such words: it is resolved in their time zone.";

/** @throws {ToolProblem} when a date does not exist, the period ends before it starts, or there is no paycheck to count from */
export async function toPeriod(input: PeriodInput, ledger: Ledger): Promise<Period> {
  if (input === "all_time") {
    const { firstDate } = await ledger.coverage();
    return { start: firstDate ?? ledger.today, end: ledger.today };
  }
  if (input === "since_last_paycheck") return sinceLastPaycheck(ledger);
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

/** From the day of the newest pay, which is part of it, until today. */
async function sinceLastPaycheck(ledger: Ledger): Promise<Period> {
  const upToNow = { start: "0001-01-01", end: ledger.today };
  const [paycheck] = await ledger.transactions(
    { flows: ["income"], categories: [PAY_CATEGORY], direction: "in", period: upToNow },
    { limit: 1 },
  );
  if (paycheck) return { start: paycheck.date, end: ledger.today };
  throw new ToolProblem("no_paycheck", "No paycheck is among the transactions.", {
    hint: "Ask the person from which day on, or use this_month and say so.",
  });
}
