import { GOALS, type PlannedGoal } from "../household/goals";
import { standingOf } from "../oracle/goals";
import { at, differs, listAt, refused, type ToolCase } from "./tool-case";

const cents = (goal: unknown, name: string) => at(goal, name, "amountMinor") ?? null;

const stands = (goal: PlannedGoal): ToolCase => ({
  tool: "get_goals",
  args: { name: goal.name },
  check: (result) => {
    const found = at(result, "goals", 0);
    const expected = standingOf(goal);
    return [
      ...differs(
        "saved, left and the share",
        [cents(found, "saved"), cents(found, "left"), at(found, "share", "basisPoints")],
        [expected.saved, expected.left, expected.basisPoints],
      ),
      ...differs("what a month must bring", cents(found, "neededPerMonth"), expected.aMonth),
      ...differs("the pace", cents(found, "pacePerMonth"), expected.pace),
      ...differs("the day that it leads to", at(found, "projectedDate"), expected.reachedOn),
      ...differs("whether it is reached", at(found, "isReached"), expected.isReached),
      ...differs("the number of goals", listAt(result, "goals").length, 1),
    ];
  },
});

const all: ToolCase = {
  tool: "get_goals",
  args: {},
  check: (result) =>
    differs(
      "the goals",
      listAt(result, "goals").map((goal) => at(goal, "name")),
      GOALS.map(({ name }) => name),
    ),
};

export const GOAL_CASES: readonly ToolCase[] = [
  ...GOALS.map(stands),
  all,
  refused("get_goals", { name: "A yacht" }, "unknown_goal"),
];
