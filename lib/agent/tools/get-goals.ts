import { z } from "zod";
import type { GoalsResult } from "../../contract/results/goals-result";
import { GOALS_DEFINITION, type Goal, goalProgress } from "../../domain/goal";
import type { Ledger } from "../../domain/ledger";
import { toMoney } from "../../domain/money";
import { matchNames, nearestNames } from "../../domain/nearest-names";
import { purserTool } from "./purser-tool";
import { ToolProblem } from "./tool-problem";

const GetGoalsInput = z.object({
  name: z.string().max(80).nullish().describe("Only the goal of this name; all when left out."),
});

/** Goals and how far they are, by definition goals.v1. @throws {ToolProblem} for an unknown name */
export async function getGoals(ledger: Ledger, input: z.infer<typeof GetGoalsInput>): Promise<GoalsResult> {
  const goals = named(await ledger.goals(), input.name);
  const accountIds = goals.flatMap(({ accountId }) => accountId ?? []);
  const [coverage, caveats] = await Promise.all([
    ledger.coverage(accountIds),
    accountIds.length === 0 ? [] : ledger.caveats({ accountIds }),
  ]);
  return {
    kind: "goals",
    definition: GOALS_DEFINITION,
    asOf: coverage.asOf,
    dataFrom: coverage.firstDate,
    ...(caveats.length > 0 && { caveats }),
    rowCount: goals.length,
    goals: goals.map((goal) => toView(goal, ledger.today)),
  };
}

function named(goals: readonly Goal[], name: string | null | undefined): readonly Goal[] {
  if (!name) return goals;
  const known = goals.map((goal) => goal.name);
  const found = matchNames(name, known);
  if (found.length > 0) return goals.filter((goal) => found.includes(goal.name));
  throw new ToolProblem("unknown_goal", `There is no goal called "${name.slice(0, 60)}".`, {
    suggestions: nearestNames(name, known),
  });
}

function toView(goal: Goal, today: string): GoalsResult["goals"][number] {
  const progress = goalProgress({ ...goal, today });
  const money = (minor: number) => toMoney(minor, goal.currency);
  const moneyOrNull = (minor: number | null) => (minor === null ? null : money(minor));
  return {
    id: goal.id,
    name: goal.name,
    target: money(goal.targetMinor),
    saved: money(goal.savedMinor),
    left: money(progress.leftMinor),
    share: progress.saved,
    account: goal.accountName,
    targetDate: goal.targetDate,
    neededPerMonth: moneyOrNull(progress.neededMonthlyMinor),
    pacePerMonth: moneyOrNull(progress.paceMonthlyMinor),
    projectedDate: progress.projectedDate,
    isOnTrack: progress.isOnTrack,
    isReached: progress.isReached,
  };
}

export const getGoalsTool = () =>
  purserTool({
    name: "get_goals",
    description:
      "The person's savings goals: target, saved, left, what each month must bring to reach them in time, the pace of the last 90 days and the date it leads to. Empty when none is set.",
    schema: GetGoalsInput,
    run: ({ ledger }, input) => getGoals(ledger, input),
  });
