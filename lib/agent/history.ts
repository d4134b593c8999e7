import { AIMessage, type BaseMessage, HumanMessage } from "@langchain/core/messages";
import type { ChatMessage } from "../contract/chat";

/** Enough for follow-up questions; older turns would only cost time and blur the question. */
const MAX_MESSAGES = 30;
const MAX_ANSWER_CHARACTERS = 4_000;

/** What was written again and corrected is not said twice. */
function textOf({ parts }: ChatMessage): string {
  const superseded = new Set(
    parts.flatMap((part) => (part.type === "data-grounding" ? part.data.supersedes : [])),
  );
  return parts
    .flatMap((part) => (part.type === "text" ? [part.text] : []))
    .filter((_, index) => !superseded.has(index))
    .join("\n")
    .trim();
}

/**
 * The conversation as the model sees it: text only. Tool results of earlier turns are left out, because balances and
 * pending rows change: what is asked again is looked up again.
 */
export function toHistory(messages: readonly ChatMessage[]): BaseMessage[] {
  const history = messages.slice(-MAX_MESSAGES).flatMap((message): BaseMessage[] => {
    const text = textOf(message);
    if (text === "") return [];
    return message.role === "user"
      ? [new HumanMessage(text)]
      : [new AIMessage(text.slice(0, MAX_ANSWER_CHARACTERS))];
  });
  const firstQuestion = history.findIndex((message) => message.type === "human");
  return firstQuestion < 0 ? [] : history.slice(firstQuestion);
}
