import { memo } from "react";
import { type ChatUIMessage, textOf } from "./chat-message";

export const Question = memo(function Question({ message }: { message: ChatUIMessage }) {
  return (
    <article aria-label="Question" className="flex animate-rise-in justify-end">
      <p
        dir="auto"
        className="max-w-[88%] whitespace-pre-wrap break-words rounded-2xl rounded-br-md bg-accent px-4 py-2.5 text-[0.9375rem] text-accent-foreground leading-6 md:text-base"
      >
        {textOf(message)}
      </p>
    </article>
  );
});
