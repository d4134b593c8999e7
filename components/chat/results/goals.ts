import type { GoalsResult } from "../../../lib/contract/results/goals-result";
import { evidenceTables } from "./transaction-rows";
import { figure, type ResultView } from "./view";
import { count, dateOrNothing } from "./words";

type Goal = GoalsResult["goals"][number];

export const viewGoals = (result: GoalsResult): ResultView => ({
  line: `Looked at ${count(result.goals.length, "goal")}`,
  tables: [
    {
      title: "Goals",
      columns: ["Goal", "State", "By", "At this pace", "Saved", "Target"],
      rows: result.goals.map((goal) => ({
        key: goal.id,
        cells: [
          goal.name,
          stateOf(goal),
          dateOrNothing(goal.targetDate),
          dateOrNothing(goal.projectedDate),
          figure(goal.saved),
          figure(goal.target),
        ],
      })),
    },
    ...evidenceTables(result),
  ],
  notes: [],
});

function stateOf({ isReached, isOnTrack, share }: Goal): string {
  if (isReached) return "Reached";
  const saved = share ? `${share.formatted} saved` : "Under way";
  if (isOnTrack === null) return saved;
  return `${saved}, ${isOnTrack ? "on course" : "behind"}`;
}
