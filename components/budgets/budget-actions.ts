import type { ActionResult } from "@/lib/contract/error-body";
import type { OneBudget, SetBudget } from "@/lib/contract/planning";

/** What can be done with budgets, by server actions that the page gives. */
export type BudgetActions = {
  set: (input: SetBudget) => Promise<ActionResult<void>>;
  remove: (input: OneBudget) => Promise<ActionResult<void>>;
};
