"use client";

import { useChat } from "@ai-sdk/react";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type ConversationView, TEMPORARY_TITLE } from "@/lib/contract/chat";
import { answerStatus } from "./answer-state";
import { ArchivedNotice } from "./archived-notice";
import type { ChatUIMessage } from "./chat-message";
import type { ChatSession } from "./chat-session";
import { ChatSkeleton } from "./chat-skeleton";
import { Composer, type ComposerHandle } from "./composer";
import { ConnectionChip } from "./connection-chip";
import { EmptyState } from "./empty-state";
import { MessageList, type MessageListHandle } from "./message-list";
import { ProblemNotice } from "./problem-notice";
import { QueuedQuestions } from "./queued-questions";
import { withQuote } from "./quote";
import { QuoteSelection } from "./quote-selection";
import { SessionContext } from "./session-context";
import { isOutOfSight, type SessionState } from "./session-state";
import { TemporaryNotice } from "./temporary-notice";
import { useAsked } from "./use-asked";
import { useDraft } from "./use-draft";
import { useQueue } from "./use-queue";
import { useSecondsUntil } from "./use-seconds-until";
import { useShownSession } from "./use-shown-session";
import { useWorkspace } from "./workspace";

/** React paints at most this often while text streams in. */
const PAINT_MS = 40;

export function ChatScreen({ seed }: { seed: ConversationView | null }) {
  const session = useShownSession(seed);
  const { conversations } = useWorkspace();
  if (session === null) return <ChatSkeleton />;
  // The list is newer than what the page was loaded with, and does not have every conversation.
  const stored = conversations.find(({ id }) => id === session.id) ?? (seed?.id === session.id ? seed : null);
  const isArchived = stored?.isArchived ?? false;
  return (
    <SessionContext value={session}>
      <Conversation key={session.id} session={session} isArchived={isArchived} />
    </SessionContext>
  );
}

function Conversation({ session, isArchived }: { session: ChatSession; isArchived: boolean }) {
  const { person, modelLabel, isOffline, conversations } = useWorkspace();
  const { messages, status } = useChat({ chat: session.chat, experimental_throttle: PAINT_MS });
  const state = useSyncExternalStore(session.subscribe, session.getState, session.getState);
  const isBusy = status === "submitted" || status === "streaming";
  const known = conversations.find((item) => item.id === session.id);
  // The person is part of the name: a session can end without signing out, and somebody else may come next.
  const { isTemporary } = state;
  const isNamed = known || state.accepted > 0 || isTemporary;
  const place = { name: `${person.id}:${isNamed ? session.id : "new"}`, isKept: !isTemporary };
  const text = useDraft(session.draft, place, session.hasMessage);
  useAsked(session);
  const queue = useQueue(session, person.id, !isTemporary);
  const waitSeconds = useSecondsUntil(state.problem?.retryAt ?? null);
  const composer = useRef<ComposerHandle>(null);
  const list = useRef<MessageListHandle>(null);
  useEscapeToStop(isBusy, session);
  useEffect(() => composer.current?.focus(), []);

  const retry = useCallback(() => void session.retry(), [session]);
  function afterSending() {
    list.current?.follow();
    composer.current?.focus();
  }
  function sendDraft() {
    if (session.sendDraft()) afterSending();
  }
  function quote(quoted: string) {
    session.draft.type(withQuote(quoted, session.draft.getText()));
    composer.current?.focus();
  }
  const ask = useCallback((starter: string) => session.send(starter), [session]);
  const askNext = useCallback(
    (question: string) => {
      session.send(question);
      list.current?.follow();
      composer.current?.focus();
    },
    [session],
  );

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {messages.length > 0 && (
        <h1 className="sr-only">{isTemporary ? TEMPORARY_TITLE : (known?.title ?? "Conversation")}</h1>
      )}
      {isTemporary && <TemporaryNotice />}
      {isArchived && <ArchivedNotice id={session.id} />}
      {messages.length === 0 ? (
        <EmptyState
          onAsk={ask}
          isTemporary={isTemporary}
          onTemporary={(wanted) => session.setTemporary(wanted)}
        />
      ) : (
        <MessageList
          ref={list}
          messages={messages}
          isBusy={isBusy}
          isSubmitted={status === "submitted"}
          state={state}
          fallbackModel={modelLabel}
          onRetry={retry}
          onAsk={askNext}
        />
      )}
      <div className="mx-auto w-full max-w-3xl px-3 pb-[max(0.625rem,env(safe-area-inset-bottom))] md:px-6">
        <ConnectionChip connection={state.connection} />
        {state.problem && (
          <ProblemNotice
            problem={state.problem}
            waitSeconds={waitSeconds}
            isBusy={isBusy}
            onRetry={() => {
              retry();
              afterSending();
            }}
          />
        )}
        <QueuedQuestions queue={queue} isBusy={isBusy} />
        <Composer
          ref={composer}
          text={text}
          onChange={(typed) => session.draft.type(typed)}
          isBusy={isBusy}
          mustWait={waitSeconds > 0}
          onSend={sendDraft}
          onStop={() => session.stop()}
        />
        <p className="mt-2 text-center text-muted-foreground text-xs">
          {modelLabel}
          {isOffline && ", working without a language model"}
          <span className="max-sm:hidden"> · Reads only your own transactions</span>
        </p>
      </div>
      <QuoteSelection onQuote={quote} />
      <Announcement messages={messages} isBusy={isBusy} state={state} />
    </div>
  );
}

function useEscapeToStop(isBusy: boolean, session: ChatSession): void {
  useEffect(() => {
    if (!isBusy) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      // Escape belongs to what is open on top.
      if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu]")) return;
      session.stop();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [isBusy, session]);
}

const ENDS: Record<string, string> = {
  completed: "The answer is ready.",
  stopped: "The answer was stopped.",
  interrupted: "The answer was cut off. You can retry.",
  failed: "The answer failed. You can retry.",
};

type AnnouncementProps = { messages: ChatUIMessage[]; isBusy: boolean; state: SessionState };

/** Tells screen readers once per answer that it is there. */
function Announcement({ messages, isBusy, state }: AnnouncementProps) {
  const [text, setText] = useState("");
  const wasBusy = useRef(isBusy);
  useEffect(() => {
    const last = messages.at(-1);
    if (isBusy) setText("");
    else if (wasBusy.current && last?.role === "assistant" && !isOutOfSight(state))
      setText(ENDS[answerStatus(last, false)] ?? "");
    wasBusy.current = isBusy;
  }, [isBusy, messages, state]);
  return (
    <p aria-live="polite" className="sr-only">
      {text}
    </p>
  );
}
