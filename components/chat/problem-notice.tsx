"use client";

import { CircleAlertIcon } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { RetryButton } from "./answer-end";
import type { Problem } from "./chat-session";

/** What the server refused, above the composer, where the text waits to be sent again. */
export function ProblemNotice({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  return (
    <Alert tone="destructive" className="mb-2 animate-rise-in bg-background">
      <CircleAlertIcon aria-hidden />
      <div className="flex flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-48 flex-1">
          {problem.kind === "question-refused" && <strong className="font-medium">Not sent. </strong>}
          {problem.reason}
        </p>
        <RetryButton onRetry={onRetry} />
      </div>
    </Alert>
  );
}
