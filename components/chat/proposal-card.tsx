"use client";

import { CheckIcon, RotateCwIcon, Undo2Icon } from "lucide-react";
import { useEffect, useId, useRef, useSyncExternalStore } from "react";
import type { ProposalResult } from "../../lib/contract/results/proposal-result";
import { formatMoment } from "../format-moment";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { cn } from "../ui/cn";
import type { ProposalStates, ProposalVerb, ProposalView } from "./proposal-states";
import { proposalWords } from "./proposal-words";
import { ResultTable } from "./result-table";
import { TOUCHED_ROWS } from "./results/proposal";
import { viewResult } from "./results/view-result";

type ProposalCardProps = { result: ProposalResult; states: ProposalStates; timeZone: string };

/** A change that waits for the person's click: what would become of what, and the click itself. */
export function ProposalCard({ result, states, timeZone }: ProposalCardProps) {
  const { proposalId } = result;
  const read = () => states.get(proposalId);
  const view = useSyncExternalStore(states.subscribe, read, read);
  const status = useRef<HTMLParagraphElement>(null);
  const title = useId();
  useEffect(() => states.want(proposalId), [states, proposalId]);

  async function act(verb: ProposalVerb) {
    await states.act(proposalId, verb);
    // The button that was pressed may be gone; whoever uses the keyboard goes on from what came of it.
    status.current?.focus();
  }

  return (
    <Card aria-labelledby={title} role="group" className="my-3 overflow-hidden">
      <p id={title} className="px-4 pt-3.5 pb-1 font-medium text-sm">
        {result.title}
      </p>
      <Preview result={result} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t bg-muted/40 px-4 py-2.5">
        <p
          ref={status}
          role="status"
          tabIndex={-1}
          className={cn(
            "min-w-40 flex-1 text-muted-foreground text-sm outline-none",
            view.refusal !== null && "text-destructive",
          )}
        >
          {proposalWords(view)}
          {view.state === "proposed" && view.doing === null && (
            <span className="text-xs"> Open until {formatMoment(result.expiresAt, timeZone)}.</span>
          )}
        </p>
        <Buttons view={view} onAct={act} onRetry={() => states.want(proposalId)} />
      </div>
    </Card>
  );
}

/** What changes and what it does to this month are always there; the rows are opened. */
function Preview({ result }: { result: ProposalResult }) {
  const tables = viewResult(result).tables;
  const rows = tables.find(({ title }) => title === TOUCHED_ROWS);
  return (
    <div className="text-[13px]">
      {tables
        .filter((table) => table !== rows)
        .map((table) => (
          <ResultTable key={table.title} table={table} isCaptioned />
        ))}
      {rows && (
        <details className="border-t">
          <summary className="cursor-pointer px-3.5 py-2 text-muted-foreground text-xs">
            {TOUCHED_ROWS} ({result.rowCount.toLocaleString("en-US")})
          </summary>
          <ResultTable table={rows} isCaptioned={false} />
        </details>
      )}
    </div>
  );
}

type ButtonsProps = { view: ProposalView; onAct: (verb: ProposalVerb) => Promise<void>; onRetry: () => void };

function Buttons({ view: { state, doing }, onAct, onRetry }: ButtonsProps) {
  const isBusy = doing !== null;
  if (state === "unread") {
    return (
      <Button variant="outline" size="sm" onClick={onRetry}>
        <RotateCwIcon aria-hidden /> Check again
      </Button>
    );
  }
  if (state === "applied") {
    return (
      <Button variant="outline" size="sm" disabled={isBusy} onClick={() => void onAct("undo")}>
        <Undo2Icon aria-hidden /> Undo
      </Button>
    );
  }
  if (state !== "proposed") return null;
  return (
    <div className="flex gap-2">
      <Button variant="ghost" size="sm" disabled={isBusy} onClick={() => void onAct("dismiss")}>
        Dismiss
      </Button>
      <Button size="sm" disabled={isBusy} onClick={() => void onAct("apply")}>
        <CheckIcon aria-hidden /> Apply
      </Button>
    </div>
  );
}
