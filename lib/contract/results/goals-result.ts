import { z } from "zod";
import { CalendarDate, Money, Percent } from "../money";
import { Evidence } from "./evidence";

export const GoalsResult = Evidence.extend({
  kind: z.literal("goals"),
  goals: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      target: Money,
      saved: Money,
      left: Money,
      share: Percent.nullable(),
      /** Whose balance is what is saved; null: the person says it. */
      account: z.string().nullable(),
      targetDate: CalendarDate.nullable(),
      /** To reach it in time; null without a date ahead, or when it is reached. */
      neededPerMonth: Money.nullable(),
      /** What 30 days brought, on average of the last 90; null when it is not known. */
      pacePerMonth: Money.nullable(),
      /** When it is reached at that pace; null when it is reached, or not at this pace. */
      projectedDate: CalendarDate.nullable(),
      /** Null when nobody can tell. */
      isOnTrack: z.boolean().nullable(),
      isReached: z.boolean(),
    }),
  ),
});
export type GoalsResult = z.infer<typeof GoalsResult>;
