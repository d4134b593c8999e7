import type { Metadata } from "next";
import { GoalList } from "@/components/goals/goal-list";
import { NoMoney } from "@/components/money/no-money";
import { PageFrame } from "@/components/money/page-frame";
import { readGoals } from "@/lib/planning/read-plans";
import { requireUser } from "@/lib/web/session";
import { addGoalAction, editGoalAction, removeGoalAction } from "./actions";

export const metadata: Metadata = { title: "Goals" };

const actions = { add: addGoalAction, edit: editGoalAction, remove: removeGoalAction };

export default async function GoalsPage() {
  const { id, timeZone, isDemo } = await requireUser();
  const goals = await readGoals(id, new Date());
  return (
    <PageFrame
      title="Goals"
      description={
        isDemo && goals && "The demo is shared: create an account of your own to save for something."
      }
    >
      {goals ? (
        <GoalList {...goals} timeZone={timeZone} actions={isDemo ? null : actions} />
      ) : (
        <NoMoney what="when you will have what you save for" />
      )}
    </PageFrame>
  );
}
