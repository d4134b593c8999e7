import { z } from "zod";
import { Identifier } from "./identifier";
import { CalendarDate, CurrencyCode } from "./money";

/** As somebody writes it: `1,200` or `12.50`; read in the currency that is named beside it. */
const WrittenAmount = z.string().trim().min(1, "Write an amount.").max(40, "That is too long for an amount.");

export const OneBudget = z.object({ category: z.string().min(1).max(60), currency: CurrencyCode });
export type OneBudget = z.infer<typeof OneBudget>;

/** What may be spent in a category in a month. `changeId` is made by the client, so that one click is one change. */
export const SetBudget = OneBudget.extend({ changeId: Identifier, amount: WrittenAmount });
export type SetBudget = z.infer<typeof SetBudget>;

export const OneGoal = z.object({ goalId: Identifier });

/** A goal as it is written down. */
const GoalForm = z.object({
  name: z.string().trim().min(1, "Give the goal a name.").max(80, "That name is too long."),
  currency: CurrencyCode,
  target: WrittenAmount,
  targetDate: CalendarDate.nullable(),
  /** The account whose balance is what is saved; null: `saved` says it. */
  accountId: Identifier.nullable(),
  saved: z.string().trim().max(40, "That is too long for an amount."),
});

export const AddGoal = GoalForm.extend({ changeId: Identifier });
export type AddGoal = z.infer<typeof AddGoal>;

export const EditGoal = GoalForm.extend(OneGoal.shape);
export type EditGoal = z.infer<typeof EditGoal>;
