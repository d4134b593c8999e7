"use client";

import { PlusIcon, TargetIcon } from "lucide-react";
import { useState } from "react";
import { AskLink } from "@/components/money/ask-link";
import { HowComputed } from "@/components/money/how-computed";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { GoalsResult } from "@/lib/contract/results/goals-result";
import type { Goal } from "@/lib/domain/goal";
import type { GoalActions } from "./goal-actions";
import { GoalCard } from "./goal-card";
import { GoalDialog, type SavingAccount } from "./goal-dialog";

type GoalListProps = {
  result: GoalsResult;
  /** As they were written down. */
  goals: readonly Goal[];
  accounts: readonly SavingAccount[];
  currencies: readonly string[];
  timeZone: string;
  /** Null where nothing can be changed. */
  actions: GoalActions | null;
};

/** What is saved for, and when it will be reached. */
export function GoalList({ result, goals, accounts, currencies, timeZone, actions }: GoalListProps) {
  const [edited, setEdited] = useState<Goal | "new" | null>(null);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        {actions ? (
          <Button onClick={() => setEdited("new")}>
            <PlusIcon aria-hidden /> Add a goal
          </Button>
        ) : (
          <span />
        )}
        {result.goals.length > 0 && (
          <span className="flex">
            <HowComputed about="goals" result={result} timeZone={timeZone} />
            <AskLink question="How far am I with my savings goals?" about="goals" />
          </span>
        )}
      </div>
      {result.goals.length === 0 && (
        <Card className="grid justify-items-center gap-3 px-6 py-14 text-center">
          <span className="grid size-12 place-items-center rounded-full bg-accent text-accent-foreground">
            <TargetIcon className="size-5" aria-hidden />
          </span>
          <h2 className="font-semibold text-lg tracking-tight">No goal yet</h2>
          <p className="max-w-sm text-pretty text-muted-foreground text-sm leading-relaxed">
            Save for something: name it, say how much it takes, and see when you will be there at your pace.
          </p>
        </Card>
      )}
      <ul aria-label="Goals" className="grid gap-5 empty:hidden md:grid-cols-2">
        {result.goals.map((goal) => {
          const written = goals.find(({ id }) => id === goal.id);
          return (
            <GoalCard
              key={goal.id}
              goal={goal}
              onEdit={() => setEdited(written ?? null)}
              onRemove={actions && (() => actions.remove({ goalId: goal.id }))}
            />
          );
        })}
      </ul>
      {edited && actions && (
        <GoalDialog
          goal={edited === "new" ? null : edited}
          accounts={accounts}
          currencies={currencies}
          actions={actions}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}
