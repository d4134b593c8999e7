"use client";

import { ArrowDownIcon } from "lucide-react";
import { useReducedMotion } from "motion/react";
import { type Ref, useImperativeHandle } from "react";
import { StickToBottom, useStickToBottomContext } from "use-stick-to-bottom";
import { Button } from "@/components/ui/button";
import { Answer, PendingAnswer } from "./answer";
import type { ChatUIMessage } from "./chat-message";
import { Question } from "./question";
import { isOutOfSight, type SessionState } from "./session-state";

export type MessageListHandle = { follow: () => void };

type MessageListProps = {
  messages: ChatUIMessage[];
  isBusy: boolean;
  isSubmitted: boolean;
  state: SessionState;
  fallbackModel: string;
  onRetry: () => void;
  onAsk: (question: string) => void;
  ref: Ref<MessageListHandle>;
};

/** The conversation. It follows the text as it grows until the person scrolls away, and never pulls them back. */
export function MessageList({
  messages,
  isBusy,
  isSubmitted,
  state,
  fallbackModel,
  onRetry,
  onAsk,
  ref,
}: MessageListProps) {
  const isStill = useReducedMotion();
  const last = messages.at(-1);
  const isHidden = isOutOfSight(state);
  const canRetry = !isBusy && !isHidden;
  return (
    <StickToBottom
      className="relative min-h-0 flex-1"
      initial="instant"
      resize={isStill ? "instant" : "smooth"}
    >
      <StickToBottom.Content
        scrollClassName="scrollbar-quiet overflow-y-auto overscroll-contain"
        role="log"
        aria-label="Messages"
        // The end of an answer is announced once; reading each word aloud would be noise.
        aria-live="off"
        className="mx-auto flex w-full max-w-3xl flex-col gap-7 px-4 pt-6 pb-8 md:px-6"
      >
        {messages.map((message) =>
          message.role === "user" ? (
            <Question key={message.id} message={message} />
          ) : (
            <Answer
              key={message.id}
              message={message}
              isBeingWritten={isBusy && message === last}
              isOutOfSight={isHidden && message === last}
              ahead={message === last ? state.ahead : null}
              onRetry={message === last && canRetry ? onRetry : null}
              onAsk={message === last && canRetry ? onAsk : null}
              fallbackModel={fallbackModel}
            />
          ),
        )}
        {isSubmitted && last?.role === "user" && (
          <PendingAnswer isSending={state.isSending} ahead={state.ahead} />
        )}
      </StickToBottom.Content>
      <JumpToEnd ref={ref} />
    </StickToBottom>
  );
}

function JumpToEnd({ ref }: { ref: Ref<MessageListHandle> }) {
  const { isAtBottom, scrollToBottom } = useStickToBottomContext();
  useImperativeHandle(ref, () => ({ follow: () => void scrollToBottom() }));
  if (isAtBottom) return null;
  return (
    <Button
      variant="outline"
      size="icon"
      aria-label="Jump to the end"
      className="absolute bottom-3 left-1/2 -translate-x-1/2 animate-fade-in rounded-full shadow-soft"
      onClick={() => void scrollToBottom()}
    >
      <ArrowDownIcon />
    </Button>
  );
}
