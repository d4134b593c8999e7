"use client";

import { ArrowDownIcon } from "lucide-react";
import { useReducedMotion } from "motion/react";
import { type Ref, useImperativeHandle, useMemo } from "react";
import { StickToBottom, useStickToBottomContext } from "use-stick-to-bottom";
import { Button } from "@/components/ui/button";
import { Answer, PendingAnswer } from "./answer";
import { versionsOf } from "./branches";
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
  const versions = useVersions(messages, state);
  const atEnd = {
    isBeingWritten: isBusy,
    isOutOfSight: isHidden,
    ahead: state.ahead,
    onRetry: canRetry ? onRetry : null,
    onAsk: canRetry ? onAsk : null,
  };
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
        data-busy={isBusy}
        className="group/list mx-auto flex w-full max-w-3xl flex-col gap-7 px-4 pt-6 pb-8 md:px-6"
      >
        {messages.map((message) => {
          const place = { versions: versions.get(message.id), arrival: arrivalAt(message, state) };
          if (message.role === "user") {
            const edited = state.editing?.messageId === message.id ? state.editing.text : null;
            return <Question key={message.id} message={message} edited={edited} {...place} />;
          }
          const how = message === last ? atEnd : EARLIER;
          return (
            <Answer key={message.id} message={message} fallbackModel={fallbackModel} {...how} {...place} />
          );
        })}
        {isSubmitted && last?.role === "user" && (
          <PendingAnswer isSending={state.isSending} ahead={state.ahead} />
        )}
      </StickToBottom.Content>
      <JumpToEnd ref={ref} />
    </StickToBottom>
  );
}

/** An answer that others follow: it is whole, and there is nothing to do about it. */
const EARLIER = { isBeingWritten: false, isOutOfSight: false, ahead: null, onRetry: null, onAsk: null };

/** The versions of the shown messages; the same ones while only the text of an answer grows. */
function useVersions(messages: ChatUIMessage[], { elsewhere }: SessionState) {
  const ids = messages.map(({ id }) => id).join(" ");
  return useMemo(
    () =>
      versionsOf(
        ids.split(" ").map((id) => ({ id })),
        elsewhere,
      ),
    [ids, elsewhere],
  );
}

const arrivalAt = ({ id }: ChatUIMessage, { arrival }: SessionState) =>
  arrival?.messageId === id ? arrival : null;

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
