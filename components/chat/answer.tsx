"use client";

import { CheckIcon, CopyIcon, RotateCwIcon } from "lucide-react";
import { memo, useEffect, useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";
import { isActive } from "@/lib/contract/run";
import { ActivityLine } from "./activity-line";
import { AnswerEnd } from "./answer-end";
import { AnswerParts } from "./answer-parts";
import { activityOf, answerStatus } from "./answer-state";
import { type ChatUIMessage, textsOf } from "./chat-message";
import { FollowUps } from "./follow-ups";
import { readCheck, unverifiedNumbers } from "./grounding";
import { SentToModel } from "./sent-to-model";
import { UnverifiedNote } from "./unverified-note";

type AnswerProps = {
  message: ChatUIMessage;
  isBeingWritten: boolean;
  /** It is written on where this page cannot see it just now. */
  isOutOfSight: boolean;
  /** How many answers are ahead of this one in the queue, where the server says so. */
  ahead: number | null;
  /** Null when another answer follows. */
  onRetry: (() => void) | null;
  /** Asks what may follow. Null when another message follows. */
  onAsk: ((question: string) => void) | null;
  fallbackModel: string;
};

export const Answer = memo(function Answer({
  message,
  isBeingWritten,
  isOutOfSight,
  ahead,
  onRetry,
  onAsk,
  fallbackModel,
}: AnswerProps) {
  const status = answerStatus(message, isBeingWritten || isOutOfSight);
  const isWriting = isActive(status);
  const activity = activityOf(message, status);
  const check = useMemo(() => readCheck(message.parts), [message.parts]);
  const texts = textsOf(message);
  const text = texts
    .filter((_, index) => !check.superseded.has(index))
    .join("\n\n")
    .trim();
  return (
    <article aria-label="Answer" data-status={status} className="group/answer">
      <div data-testid="answer-text" className="[&>*+*]:mt-3 [&>[data-tool]+[data-tool]]:mt-0.5">
        <AnswerParts message={message} check={check} isWriting={isWriting} />
      </div>
      {isWriting && isOutOfSight && (
        <p className="flex h-8 items-center text-muted-foreground text-sm">The rest is kept for you.</p>
      )}
      {isWriting && !isOutOfSight && <ActivityLine key={activity} activity={activity} ahead={ahead} />}
      {!isWriting && (
        <>
          <UnverifiedNote numbers={unverifiedNumbers(texts, check)} />
          <AnswerEnd
            status={status}
            reason={message.metadata?.endedBecause}
            isEmpty={message.parts.length === 0}
            onRetry={onRetry}
          />
          <AnswerFooter
            text={text}
            model={message.metadata?.model ?? fallbackModel}
            onAgain={onRetry}
            status={status}
            runId={message.metadata?.runId}
          />
          {onAsk && status === "completed" && <FollowUps parts={message.parts} onAsk={onAsk} />}
        </>
      )}
    </article>
  );
});

type FooterProps = {
  text: string;
  model: string;
  onAgain: (() => void) | null;
  status: string;
  runId: string | undefined;
};

function AnswerFooter({ text, model, onAgain, status, runId }: FooterProps) {
  // A failure has its own button, with a reason beside it.
  const offersAgain = onAgain !== null && (status === "completed" || status === "stopped");
  return (
    <footer className="mt-1 -ml-2 flex h-8 items-center gap-0.5 text-muted-foreground text-xs">
      {text !== "" && <CopyButton text={text} />}
      {offersAgain && (
        <Tooltip label="Answer again" side="bottom">
          <Button variant="ghost" size="icon-sm" aria-label="Answer again" onClick={onAgain}>
            <RotateCwIcon />
          </Button>
        </Tooltip>
      )}
      {runId !== undefined && <SentToModel runId={runId} />}
      <span className="ml-2 truncate">{model}</span>
    </footer>
  );
}

function CopyButton({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 1_600);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const label = isCopied ? "Copied" : "Copy answer";
  return (
    <Tooltip label={label} side="bottom">
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={label}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        {isCopied ? <CheckIcon /> : <CopyIcon />}
      </Button>
    </Tooltip>
  );
}

/** The place of an answer of which nothing has come yet. */
export function PendingAnswer({ isSending, ahead }: { isSending: boolean; ahead: number | null }) {
  const activity = isSending ? "sending" : "waiting";
  return (
    <article aria-label="Answer" data-status="queued">
      <ActivityLine key={activity} activity={activity} ahead={ahead} />
    </article>
  );
}
