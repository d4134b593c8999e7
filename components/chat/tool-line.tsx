"use client";

import type { DynamicToolUIPart } from "ai";
import { ChevronRightIcon, CircleAlertIcon, LoaderCircleIcon, SearchIcon } from "lucide-react";
import { AnimatePresence } from "motion/react";
import * as motion from "motion/react-m";
import { memo, useId, useState } from "react";
import { cn } from "@/components/ui/cn";
import type { ToolResult } from "@/lib/contract/tool-result";
import { describeTool } from "./describe-tool";
import { ProposalCard } from "./proposal-card";
import { readToolOutput } from "./read-tool-output";
import { ResultChart } from "./result-chart";
import { viewResult } from "./results/view-result";
import { ToolDetails } from "./tool-details";
import { useWorkspace } from "./workspace";

/** What the analyst looked at, in one line; it opens to the rows behind the numbers. */
export const ToolLine = memo(function ToolLine({
  part,
  isActive,
}: {
  part: DynamicToolUIPart;
  isActive: boolean;
}) {
  if (part.state === "output-error") return <FailedLine message={part.errorText} />;
  if (part.state !== "output-available") {
    const words = describeTool(part.toolName);
    if (!isActive) return <FailedLine message={`${words} was cut short.`} />;
    return (
      <p data-tool className="flex items-center gap-2 py-1 text-muted-foreground text-sm">
        <LoaderCircleIcon className="size-3.5 animate-spin" aria-hidden /> {words}…
      </p>
    );
  }
  const outcome = readToolOutput(part.output);
  if (outcome.kind === "failure") return <FailedLine message={outcome.message} />;
  if (outcome.kind === "unknown") return <FailedLine message={UNKNOWN} />;
  return <ResultPart result={outcome.result} />;
});

/** What is for looking at or clicking stands in the answer; everything else is behind its line. */
function ResultPart({ result }: { result: ToolResult }) {
  const { person, proposals } = useWorkspace();
  if (result.kind === "proposal") {
    return <ProposalCard result={result} states={proposals} timeZone={person.timeZone} />;
  }
  if (result.kind === "chart") return <ResultChart result={result} timeZone={person.timeZone} />;
  return <OpeningLine summary={viewResult(result).line} result={result} />;
}

/** A result of a newer version than the page, which was opened before. */
const UNKNOWN = "This page is too old to show what was looked at here. Reload it to see more.";

type OpeningLineProps = { summary: string; result: ToolResult };

function OpeningLine({ summary, result }: OpeningLineProps) {
  const [isOpen, setOpen] = useState(false);
  const { person } = useWorkspace();
  const id = useId();
  return (
    <div data-tool>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="-mx-1.5 flex max-w-full items-center gap-2 rounded-md px-1.5 py-1 text-left text-muted-foreground text-sm transition-colors hover:bg-muted hover:text-foreground"
      >
        <SearchIcon className="size-3.5 shrink-0" aria-hidden />
        <span className="min-w-0 tabular-nums">{summary}</span>
        <ChevronRightIcon
          className={cn("size-3.5 shrink-0 transition-transform", isOpen && "rotate-90")}
          aria-hidden
        />
      </button>
      <div id={id}>
        <AnimatePresence initial={false}>
          {isOpen && (
            <motion.div
              initial={{ height: 0, opacity: 0 }}
              animate={{ height: "auto", opacity: 1 }}
              exit={{ height: 0, opacity: 0 }}
              transition={{ duration: 0.18, ease: [0.2, 0.7, 0.2, 1] }}
              className="overflow-hidden"
            >
              <div className="pt-1.5 pb-2">
                <ToolDetails result={result} timeZone={person.timeZone} />
              </div>
            </motion.div>
          )}
        </AnimatePresence>
      </div>
    </div>
  );
}

function FailedLine({ message }: { message: string }) {
  return (
    <p data-tool className="flex items-start gap-2 py-1 text-muted-foreground text-sm">
      <CircleAlertIcon className="mt-0.5 size-3.5 shrink-0 text-caution" aria-hidden /> {message}
    </p>
  );
}
