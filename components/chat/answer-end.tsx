"use client";

import { CircleAlertIcon, CircleStopIcon, RotateCwIcon, UnplugIcon } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { RunStatus } from "@/lib/contract/run";

type AnswerEndProps = {
  status: RunStatus;
  reason: string | undefined;
  isEmpty: boolean;
  /** Only the last answer can be asked for again. */
  onRetry: (() => void) | null;
};

/** How an answer ended when it did not simply finish, and what helps. */
export function AnswerEnd({ status, reason, isEmpty, onRetry }: AnswerEndProps) {
  if (status === "stopped") {
    return (
      <p className="mt-2 flex items-center gap-2 text-muted-foreground text-sm">
        <CircleStopIcon className="size-4" aria-hidden />
        {isEmpty ? "You stopped this answer before it began." : "You stopped this answer here."}
      </p>
    );
  }
  if (status === "interrupted") {
    return (
      <Alert tone="caution" className="mt-3">
        <UnplugIcon aria-hidden />
        <div className="flex flex-1 flex-wrap items-center gap-x-4 gap-y-2">
          <p className="min-w-48 flex-1">
            {reason ?? "The answer was cut off on our side. Nothing that you asked is lost."}
          </p>
          {onRetry && <RetryButton onRetry={onRetry} />}
        </div>
      </Alert>
    );
  }
  if (status !== "failed") return null;
  return (
    <Alert tone="destructive" className="mt-3">
      <CircleAlertIcon aria-hidden />
      <div className="flex flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-48 flex-1">{reason ?? "The answer could not be written."}</p>
        {onRetry && <RetryButton onRetry={onRetry} />}
      </div>
    </Alert>
  );
}

type RetryButtonProps = { onRetry: () => void; isDisabled?: boolean };

export function RetryButton({ onRetry, isDisabled = false }: RetryButtonProps) {
  return (
    <Button variant="outline" size="sm" onClick={onRetry} disabled={isDisabled}>
      <RotateCwIcon aria-hidden /> Retry
    </Button>
  );
}
