"use client";

import { useMemo } from "react";
import type { ChatUIMessage } from "./chat-message";
import { CheckedTextContext } from "./checked-number";
import { findResult } from "./find-result";
import { type Check, spansOf } from "./grounding";
import { Markdown } from "./markdown";
import { SupersededText } from "./superseded-text";
import { ToolLine } from "./tool-line";
import { useWorkspace } from "./workspace";

type AnswerPartsProps = { message: ChatUIMessage; check: Check; isWriting: boolean };

/** What an answer is made of, in the order in which it came. */
export function AnswerParts({ message, check, isWriting }: AnswerPartsProps) {
  const { id, parts } = message;
  let texts = 0;
  return parts.map((part, index) => {
    const key = `${id}-${index}`;
    if (part.type === "dynamic-tool") return <ToolLine key={key} part={part} isActive={isWriting} />;
    if (part.type === "data-grounding" && isWriting && check.isRewritten) return <WritingAgain key={key} />;
    if (part.type !== "text") return null;
    const place = texts;
    texts += 1;
    if (check.superseded.has(place)) return <SupersededText key={key} text={part.text} />;
    return (
      <AnswerText
        key={key}
        text={part.text}
        isStreaming={isWriting && index === parts.length - 1}
        // While it is written nothing is marked.
        numbers={isWriting ? undefined : check.numbers.get(place)}
        parts={parts}
      />
    );
  });
}

const WritingAgain = () => (
  <p className="text-muted-foreground text-sm">
    A number above could not be verified. Writing the answer again.
  </p>
);

const NO_NUMBERS: never[] = [];

type AnswerTextProps = {
  text: string;
  isStreaming: boolean;
  numbers: ReturnType<Check["numbers"]["get"]>;
  parts: ChatUIMessage["parts"];
};

function AnswerText({ text, isStreaming, numbers = NO_NUMBERS, parts }: AnswerTextProps) {
  const { person } = useWorkspace();
  const checked = useMemo(
    () => ({ numbers, timeZone: person.timeZone, findResult: (ref: string) => findResult(parts, ref) }),
    [numbers, parts, person.timeZone],
  );
  const spans = useMemo(() => spansOf(numbers), [numbers]);
  return (
    <CheckedTextContext value={checked}>
      <Markdown text={text} isStreaming={isStreaming} spans={spans} />
    </CheckedTextContext>
  );
}
