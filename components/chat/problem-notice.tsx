"use client";

import { CircleAlertIcon, ClockIcon, LogInIcon } from "lucide-react";
import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { usePath } from "../live/use-address";
import { RetryButton } from "./answer-end";
import type { Problem } from "./session-state";

type ProblemNoticeProps = {
  problem: Problem;
  /** Until then the server would refuse again. */
  waitSeconds: number;
  /** Another answer is being written in this conversation. */
  isBusy: boolean;
  onRetry: () => void;
};

/** What the server refused, above the composer, where the text waits to be sent again. */
export function ProblemNotice({ problem, waitSeconds, isBusy, onRetry }: ProblemNoticeProps) {
  const isPause = problem.retryAt !== null;
  const Icon = isPause ? ClockIcon : CircleAlertIcon;
  return (
    <Alert tone={isPause ? "caution" : "destructive"} className="mb-2 animate-rise-in bg-background">
      <Icon aria-hidden />
      <div className="flex flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-48 flex-1">
          {(problem.kind === "question-refused" || problem.kind === "edit-refused") && (
            <strong className="font-medium">Not sent. </strong>
          )}
          {problem.reason}
          {/* Read aloud once, not each second. */}
          {waitSeconds > 0 && (
            <span aria-hidden className="tabular-nums">
              {" "}
              You can send it again in {wait(waitSeconds)}.
            </span>
          )}
        </p>
        {problem.isSignedOut ? (
          <SignInLink />
        ) : (
          <RetryButton onRetry={onRetry} isDisabled={isBusy || waitSeconds > 0} />
        )}
      </div>
    </Alert>
  );
}

/** The way back leads to this conversation. */
function SignInLink() {
  const pathname = usePath();
  return (
    <Button asChild variant="outline" size="sm">
      <Link href={`/sign-in?next=${encodeURIComponent(pathname)}`}>
        <LogInIcon aria-hidden /> Sign in
      </Link>
    </Button>
  );
}

function wait(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}
