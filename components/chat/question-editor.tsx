"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { MAX_MESSAGE_CHARACTERS } from "@/lib/contract/chat";
import { isComposing } from "./is-composing";
import { useSession } from "./session-context";

type QuestionEditorProps = { messageId: string; initialText: string };

/** Asks a question differently. What was asked and answered before stays, as another version. */
export function QuestionEditor({ messageId, initialText }: QuestionEditorProps) {
  const session = useSession();
  const [text, setText] = useState(initialText);
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const canSend = text.trim() !== "" && text.length <= MAX_MESSAGE_CHARACTERS;
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);

  function send() {
    if (canSend) void session.edit(messageId, text.trim());
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (isComposing(event)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      session.startEditing(null);
    }
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="w-full rounded-2xl border border-input bg-card p-2 shadow-soft focus-within:border-ring/55"
    >
      <textarea
        ref={field}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        rows={Math.min(8, text.split("\n").length)}
        aria-label="Edit the question"
        aria-describedby={hintId}
        enterKeyHint="send"
        className="field-sizing-content scrollbar-quiet block max-h-72 w-full resize-none bg-transparent px-2.5 py-1.5 text-base leading-6 outline-none"
      />
      <div className="mt-1 flex flex-wrap items-center justify-end gap-2">
        <p id={hintId} className="min-w-40 flex-1 pl-2.5 text-muted-foreground text-xs">
          What is here now stays as another version.
        </p>
        <Button variant="ghost" size="sm" onClick={() => session.startEditing(null)}>
          Cancel
        </Button>
        <Button type="submit" size="sm" disabled={!canSend}>
          Ask
        </Button>
      </div>
    </form>
  );
}
