"use client";

import { RotateCwIcon } from "lucide-react";
import { memo, useMemo } from "react";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";
import { isActive } from "@/lib/contract/run";
import { ActivityLine } from "./activity-line";
import { AnswerEnd } from "./answer-end";
import { AnswerParts } from "./answer-parts";
import { AnswerRating } from "./answer-rating";
import { activityOf, answerStatus } from "./answer-state";
import type { Versions } from "./branches";
import { type ChatUIMessage, textsOf } from "./chat-message";
import { CopyMenu } from "./copy-menu";
import { FollowUps } from "./follow-ups";
import { readCheck, unverifiedNumbers } from "./grounding";
import { SentToModel } from "./sent-to-model";
import type { Arrival } from "./session-state";
import { UnverifiedNote } from "./unverified-note";
import { VersionSwitcher } from "./version-switcher";
import { useWorkspace } from "./workspace";

type AnswerProps = {
  message: ChatUIMessage;
  versions: Versions | undefined;
  arrival: Arrival | null;
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
  versions,
  arrival,
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
    <article aria-label="Answer" data-status={status} data-message-id={message.id} className="group/answer">
      <div
        data-answer-text
        data-testid="answer-text"
        className="[&>*+*]:mt-3 [&>[data-tool]+[data-tool]]:mt-0.5"
      >
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
            message={message}
            text={text}
            fallbackModel={fallbackModel}
            onAgain={onRetry}
            status={status}
            versions={versions}
            arrival={arrival}
          />
          {onAsk && status === "completed" && <FollowUps parts={message.parts} onAsk={onAsk} />}
        </>
      )}
    </article>
  );
});

type FooterProps = {
  message: ChatUIMessage;
  text: string;
  fallbackModel: string;
  onAgain: (() => void) | null;
  status: string;
  versions: Versions | undefined;
  arrival: Arrival | null;
};

function AnswerFooter({ message, text, fallbackModel, onAgain, status, versions, arrival }: FooterProps) {
  const { person } = useWorkspace();
  const { id, metadata } = message;
  // A failure has its own button, with a reason beside it.
  const offersAgain = onAgain !== null && (status === "completed" || status === "stopped");
  return (
    <footer className="mt-1 -ml-2 flex h-8 items-center gap-0.5 text-muted-foreground text-xs">
      {versions && <VersionSwitcher versions={versions} arrival={arrival} />}
      {text !== "" && <CopyMenu markdown={text} />}
      {text !== "" && !person.isDemo && metadata?.runId && (
        <AnswerRating messageId={id} said={metadata.feedback} />
      )}
      {offersAgain && (
        <Tooltip label="Answer again" side="bottom">
          <Button variant="ghost" size="icon-sm" aria-label="Answer again" onClick={onAgain}>
            <RotateCwIcon />
          </Button>
        </Tooltip>
      )}
      {metadata?.runId !== undefined && <SentToModel runId={metadata.runId} />}
      <span className="ml-2 truncate">{metadata?.model ?? fallbackModel}</span>
    </footer>
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
