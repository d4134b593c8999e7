"use client";

import { CornerDownRightIcon } from "lucide-react";
import { useMemo } from "react";
import { suggestFollowUps } from "../../lib/domain/follow-ups";
import type { ChatUIMessage } from "./chat-message";
import { resultsOf } from "./find-result";

type FollowUpsProps = { parts: ChatUIMessage["parts"]; onAsk: (question: string) => void };

/** What may be asked next, as a click. */
export function FollowUps({ parts, onAsk }: FollowUpsProps) {
  const questions = useMemo(() => suggestFollowUps(resultsOf(parts)), [parts]);
  if (questions.length === 0) return null;
  return (
    <ul aria-label="Questions that may follow" className="mt-3 flex flex-wrap gap-2">
      {questions.map((question) => (
        <li key={question}>
          <button
            type="button"
            onClick={() => onAsk(question)}
            className="flex items-center gap-2 rounded-xl border bg-card px-3 py-1.5 text-left text-[13px] text-muted-foreground leading-snug transition-colors hover:bg-accent/60 hover:text-foreground"
          >
            <CornerDownRightIcon className="size-3.5 shrink-0" aria-hidden />
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}
