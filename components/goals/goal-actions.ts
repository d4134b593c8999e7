import type { ActionResult } from "@/lib/contract/error-body";
import type { AddGoal, EditGoal } from "@/lib/contract/planning";

/** What can be done with goals, by server actions that the page gives. */
export type GoalActions = {
  add: (input: AddGoal) => Promise<ActionResult<void>>;
  edit: (input: EditGoal) => Promise<ActionResult<void>>;
  remove: (input: { goalId: string }) => Promise<ActionResult<void>>;
};
