"use client";

import { AskLink } from "@/components/money/ask-link";
import { EditButtons } from "@/components/money/edit-buttons";
import { ProgressBar } from "@/components/money/progress-bar";
import { Card } from "@/components/ui/card";
import type { ActionResult } from "@/lib/contract/error-body";
import type { GoalsResult } from "@/lib/contract/results/goals-result";
import { formatDate } from "@/lib/domain/calendar";

type Goal = GoalsResult["goals"][number];

type GoalCardProps = {
  goal: Goal;
  onEdit: () => void;
  /** Null where it cannot be changed. */
  onRemove: (() => Promise<ActionResult<void>>) | null;
};

/** One goal: what is there, what is missing, and when it is reached at the pace of the last months. */
export function GoalCard({ goal, onEdit, onRemove }: GoalCardProps) {
  const { name, saved, target, share, account } = goal;
  return (
    <li className="min-w-0">
      <Card className="grid h-full content-start gap-3 p-4">
        <div className="flex items-start justify-between gap-2">
          <h2 className="min-w-0 break-words font-medium text-sm">{name}</h2>
          <span className="-mt-1.5 -mr-2 flex shrink-0">
            <AskLink question={`How far am I with my goal "${name}"?`} about={name} isSmall />
            {onRemove && <EditButtons name={`the goal ${name}`} onEdit={onEdit} onRemove={onRemove} />}
          </span>
        </div>
        <p>
          <span className="font-semibold text-2xl tabular-nums tracking-tight">{saved.formatted}</span>
          <span className="text-muted-foreground text-sm"> of {target.formatted}</span>
        </p>
        <ProgressBar
          percent={(share?.basisPoints ?? 0) / 100}
          tone={goal.isOnTrack === false ? "caution" : "good"}
        />
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          {factsOf(goal).map(([term, text]) => (
            <div key={term} className="contents">
              <dt className="text-muted-foreground">{term}</dt>
              <dd className="text-right tabular-nums">{text}</dd>
            </div>
          ))}
        </dl>
        {account && <p className="truncate text-muted-foreground text-xs">Saved on {account}</p>}
      </Card>
    </li>
  );
}

/** What can be said of it; what nobody can tell is left out. */
function factsOf(goal: Goal): [string, string][] {
  const { isReached, isOnTrack, targetDate, projectedDate, pacePerMonth, neededPerMonth, left } = goal;
  if (isReached) return [["Reached", "All of it is there"]];
  const facts: [string, string | null | undefined][] = [
    ["Missing", left.formatted],
    ["Wanted by", targetDate && `${formatDate(targetDate)}${onCourse(isOnTrack)}`],
    ["At this pace", projectedDate ? formatDate(projectedDate) : pacePerMonth && "not in sight"],
    ["Pace a month", pacePerMonth?.formatted],
    ["Needed a month", neededPerMonth?.formatted],
  ];
  return facts.flatMap(([term, text]) => (text ? [[term, text]] : []));
}

const onCourse = (isOnTrack: boolean | null): string =>
  isOnTrack === null ? "" : isOnTrack ? ", on course" : ", behind";
