"use client";

import { PencilIcon } from "lucide-react";
import { memo } from "react";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";
import type { Versions } from "./branches";
import { type ChatUIMessage, textOf } from "./chat-message";
import { CopyButton } from "./copy-button";
import { QuestionEditor } from "./question-editor";
import { splitQuote } from "./quote";
import { useSession } from "./session-context";
import type { Arrival } from "./session-state";
import { VersionSwitcher } from "./version-switcher";

type QuestionProps = {
  message: ChatUIMessage;
  versions: Versions | undefined;
  arrival: Arrival | null;
  /** The text that it is being changed to; null while it is only read. */
  edited: string | null;
};

export const Question = memo(function Question({ message, versions, arrival, edited }: QuestionProps) {
  const session = useSession();
  const text = textOf(message);
  const { quoted, rest } = splitQuote(text);
  return (
    <article
      aria-label="Question"
      data-message-id={message.id}
      className="group/question relative flex animate-rise-in justify-end"
    >
      {edited !== null ? (
        <QuestionEditor messageId={message.id} initialText={edited} />
      ) : (
        <>
          <p
            dir="auto"
            className="max-w-[88%] whitespace-pre-wrap break-words rounded-2xl rounded-br-md bg-accent px-4 py-2.5 text-[0.9375rem] text-accent-foreground leading-6 md:text-base"
          >
            {quoted !== null && (
              <span className="mb-2 block border-primary/40 border-l-2 pl-3 text-muted-foreground text-sm">
                {quoted}
              </span>
            )}
            {rest}
          </p>
          {/* In the gap before the answer: it takes no room of its own, so nothing moves when it is shown. */}
          <footer className="absolute top-full right-0 flex h-7 items-center text-muted-foreground">
            <div className="flex items-center opacity-0 transition-opacity focus-within:opacity-100 group-hover/question:opacity-100 group-data-[busy=true]/list:invisible [@media(hover:none)]:opacity-100">
              <CopyButton label="Copy question" text={text} />
              <Tooltip label="Edit" side="bottom">
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label="Edit question"
                  onClick={() => session.startEditing({ messageId: message.id, text })}
                >
                  <PencilIcon />
                </Button>
              </Tooltip>
            </div>
            {versions && <VersionSwitcher versions={versions} arrival={arrival} />}
          </footer>
        </>
      )}
    </article>
  );
});
