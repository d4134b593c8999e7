"use client";

import { ArrowUpIcon, ClockIcon, PencilIcon, XIcon } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { Question } from "./draft";
import { isComposing } from "./is-composing";
import type { Queue } from "./question-queue";
import { useSession } from "./session-context";

type QueuedQuestionsProps = { queue: Queue; isBusy: boolean };

/** What will be asked when the answer is there. After an answer that did not end well, only on a click. */
export function QueuedQuestions({ queue: { questions, changingId }, isBusy }: QueuedQuestionsProps) {
  const session = useSession();
  const waiting = questions.filter(({ messageId }) => !session.hasMessage(messageId));
  if (waiting.length === 0) return null;
  return (
    <section
      aria-label="Queued questions"
      className="mb-2 animate-rise-in rounded-2xl border bg-card px-2 py-1.5"
    >
      <p className="flex items-center gap-2 px-2 py-1 text-muted-foreground text-xs">
        <ClockIcon className="size-3.5" aria-hidden />
        {isBusy ? "Asked when this answer is ready" : "Waiting to be asked"}
      </p>
      <ol className="max-h-44 overflow-y-auto">
        {waiting.map((question, index) => (
          <li key={question.messageId} className="flex items-center gap-1 rounded-lg pl-2 text-sm">
            {question.messageId === changingId ? (
              <ChangeField question={question} />
            ) : (
              <>
                <span dir="auto" className="line-clamp-2 min-w-0 flex-1 break-words py-1">
                  {question.text}
                </span>
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={`Change “${question.text}”`}
                  onClick={() => session.queue.startChanging(question.messageId)}
                >
                  <PencilIcon />
                </Button>
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={`Remove “${question.text}”`}
                  onClick={() => session.queue.remove(question.messageId)}
                >
                  <XIcon />
                </Button>
                {!isBusy && index === 0 && (
                  <Button variant="outline" size="sm" onClick={() => session.sendNext()}>
                    <ArrowUpIcon aria-hidden /> Ask now
                  </Button>
                )}
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function ChangeField({ question: { messageId, text } }: { question: Question }) {
  const { queue } = useSession();
  const [value, setValue] = useState(text);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = () =>
    value.trim() === "" ? queue.startChanging(null) : queue.change(messageId, value.trim());
  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event) || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    if (event.key === "Enter") save();
    else queue.startChanging(null);
  }
  return (
    <>
      <input
        ref={field}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={onKeyDown}
        aria-label="Change the queued question"
        className="h-8 min-w-0 flex-1 bg-transparent outline-none"
      />
      <Button size="sm" variant="outline" onClick={save}>
        Save
      </Button>
    </>
  );
}
