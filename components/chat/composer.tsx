"use client";

import { ArrowUpIcon, SquareIcon } from "lucide-react";
import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { MAX_MESSAGE_CHARACTERS } from "@/lib/contract/chat";
import { isComposing } from "./is-composing";

export type ComposerHandle = { focus: () => void };

type ComposerProps = {
  text: string;
  onChange: (text: string) => void;
  isBusy: boolean;
  /** The server has asked for a pause. */
  mustWait: boolean;
  onSend: () => void;
  onStop: () => void;
  ref: Ref<ComposerHandle>;
};

const MAXIMUM_HEIGHT = 220;
/** Counting down earlier would only distract. */
const COUNT_FROM = MAX_MESSAGE_CHARACTERS - 500;

export function Composer({ text, onChange, isBusy, mustWait, onSend, onStop, ref }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const isTooLong = text.length > MAX_MESSAGE_CHARACTERS;
  const canSend = text.trim() !== "" && !isTooLong && (isBusy || !mustWait);
  useImperativeHandle(ref, () => ({
    focus: () => {
      // On a phone the keyboard would jump up and hide the answer.
      if (window.matchMedia("(hover: hover)").matches) field.current?.focus({ preventScroll: true });
    },
  }));
  useLayoutEffect(() => {
    if (field.current) fitHeight(field.current, text);
  }, [text]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    if (canSend) onSend();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend) onSend();
      }}
      className={cn(
        "relative rounded-2xl border border-input bg-card shadow-soft transition-[border-color,box-shadow]",
        "focus-within:border-ring/55",
      )}
    >
      <textarea
        ref={field}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        rows={1}
        aria-label="Ask about your money"
        placeholder="Ask about your money"
        aria-invalid={isTooLong}
        aria-describedby={isTooLong ? "composer-length" : undefined}
        enterKeyHint="send"
        className="scrollbar-quiet block w-full resize-none bg-transparent py-3.5 pr-25 pl-4.5 text-base leading-6 outline-none placeholder:text-muted-foreground"
      />
      <div className="absolute right-2 bottom-2 flex items-center gap-2">
        {text.length > COUNT_FROM && (
          <span
            id="composer-length"
            className={cn("amount text-xs", isTooLong ? "text-destructive" : "text-muted-foreground")}
          >
            {(MAX_MESSAGE_CHARACTERS - text.length).toLocaleString("en-US")}
          </span>
        )}
        <SendOrStop isBusy={isBusy} canSend={canSend} onStop={onStop} />
      </div>
    </form>
  );
}

/** The last place is Stop or Send; the keys make the browser forget a press that began as the other. */
function SendOrStop({ isBusy, canSend, onStop }: { isBusy: boolean; canSend: boolean; onStop: () => void }) {
  const shape =
    "grid size-9 place-items-center rounded-xl transition-[background-color,color,opacity] duration-150 active:scale-95";
  return (
    <>
      {(!isBusy || canSend) && (
        <button
          key={isBusy ? "queue" : "send"}
          type="submit"
          aria-label={isBusy ? "Ask next" : "Send"}
          title={isBusy ? "Ask when this answer is ready (Enter)" : undefined}
          disabled={!canSend}
          className={cn(
            shape,
            !canSend && "bg-muted text-muted-foreground",
            canSend && isBusy && "bg-secondary text-secondary-foreground hover:bg-secondary/70",
            canSend && !isBusy && "bg-primary text-primary-foreground hover:bg-primary/90",
          )}
        >
          <ArrowUpIcon className="size-4.5" />
        </button>
      )}
      {isBusy && (
        <button
          key="stop"
          type="button"
          aria-label="Stop"
          title="Stop (Esc)"
          onClick={onStop}
          className={cn(shape, "bg-foreground text-background hover:opacity-85")}
        >
          <SquareIcon className="size-3.5 fill-current" />
        </button>
      )}
    </>
  );
}

function fitHeight(field: HTMLTextAreaElement, text: string): void {
  field.style.height = "auto";
  const needed = text === "" ? 0 : field.scrollHeight;
  field.style.height = needed === 0 ? "" : `${Math.min(needed, MAXIMUM_HEIGHT)}px`;
  field.style.overflowY = needed > MAXIMUM_HEIGHT ? "auto" : "hidden";
}
