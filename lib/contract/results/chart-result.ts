import { z } from "zod";
import { Money, Percent, Period } from "../money";
import { Evidence } from "./evidence";

/** A drawing of numbers that another result states; `definition`, `asOf` and `caveats` are that result's. */
export const ChartResult = Evidence.extend({
  kind: z.literal("chart"),
  chart: z.enum(["bar", "line", "donut"]),
  title: z.string(),
  /** Where the points come from: a result of the same answer, and the list in it. */
  source: z.object({ ref: z.string(), path: z.string() }),
  period: Period.nullable(),
  /** All amounts have one currency, or all are percentages, or all are plain numbers. */
  points: z.array(
    z.object({
      label: z.string(),
      money: Money.optional(),
      percent: Percent.optional(),
      value: z.number().optional(),
    }),
  ),
  /** How many the list has, before any cut of what is drawn. */
  pointCount: z.int(),
});
export type ChartResult = z.infer<typeof ChartResult>;
