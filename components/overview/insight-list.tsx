"use client";

import { useOptimistic, useState, useTransition } from "react";
import { MoneyCard } from "@/components/money/money-card";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/contract/error-body";
import type { InsightView } from "@/lib/contract/insights";
import { InsightItem } from "./insight-item";

type InsightActions = {
  dismiss: (input: { insightId: string }) => Promise<ActionResult<void>>;
  restore: (input: { insightId: string }) => Promise<ActionResult<void>>;
};

type InsightListProps = {
  insights: readonly InsightView[];
  /** Null where nothing can be put away. */
  actions: InsightActions | null;
};

const SHOWN = 4;

/** What a person may want to know without asking; what was seen can be put away. */
export function InsightList({ insights, actions }: InsightListProps) {
  const [isAll, setAll] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [lastDismissed, setLastDismissed] = useState<InsightView | null>(null);
  const [left, hide] = useOptimistic(insights, (now, id: string) => now.filter((one) => one.id !== id));
  const [, startTransition] = useTransition();

  function dismiss(insight: InsightView, { dismiss }: InsightActions) {
    startTransition(async () => {
      hide(insight.id);
      const result = await dismiss({ insightId: insight.id });
      setProblem(result.ok ? null : result.error.message);
      setLastDismissed(result.ok ? insight : null);
    });
  }
  function undo(insight: InsightView, { restore }: InsightActions) {
    startTransition(async () => {
      const result = await restore({ insightId: insight.id });
      setProblem(result.ok ? null : result.error.message);
      if (result.ok) setLastDismissed(null);
    });
  }

  const shown = isAll ? left : left.slice(0, SHOWN);
  return (
    <MoneyCard title="Worth knowing" subtitle="Looked for every day and after each update of your banks">
      {problem && (
        <Alert tone="destructive" className="mx-4 mb-3">
          {problem}
        </Alert>
      )}
      {left.length === 0 && (
        <p className="px-4 pb-5 text-muted-foreground text-sm">Nothing is out of the usual.</p>
      )}
      <ul aria-label="Worth knowing" className="divide-y border-t empty:hidden">
        {shown.map((insight) => (
          <InsightItem
            key={insight.id}
            insight={insight}
            onDismiss={actions && (() => dismiss(insight, actions))}
          />
        ))}
      </ul>
      {(left.length > SHOWN || lastDismissed) && (
        <div className="flex flex-wrap items-center justify-between gap-2 border-t px-2 py-1.5">
          {left.length > SHOWN && (
            <Button variant="link" size="sm" className="px-2" onClick={() => setAll(!isAll)}>
              {isAll ? "Show fewer" : `Show all ${left.length}`}
            </Button>
          )}
          {lastDismissed && actions && (
            <p role="status" className="ml-auto flex items-center text-muted-foreground text-xs">
              Put away.
              <Button variant="link" size="sm" className="px-2" onClick={() => undo(lastDismissed, actions)}>
                Undo
              </Button>
            </p>
          )}
        </div>
      )}
    </MoneyCard>
  );
}
