import { AIMessage, type BaseMessage, HumanMessage } from "@langchain/core/messages";
import type { ChatMessage } from "../contract/chat";

/** Enough for follow-up questions; older turns would only cost time and blur the question. */
const MAX_MESSAGES = 30;
const MAX_CHARACTERS = 24_000;
const MAX_ANSWER_CHARACTERS = 4_000;

/** What was written again and corrected is not said twice. */
export function textOf({ parts }: ChatMessage): string {
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
 * A conversation in two: what the model is told word by word, which begins with a question and holds the last one
 * however long that is, and what came before.
 */
export function splitTurns(messages: readonly ChatMessage[]): {
  older: ChatMessage[];
  recent: ChatMessage[];
} {
  let characters = 0;
  const isWithin = (message: ChatMessage, fromEnd: number): boolean => {
    characters += Math.min(textOf(message).length, MAX_ANSWER_CHARACTERS);
    return fromEnd === 0 || (fromEnd < MAX_MESSAGES && characters <= MAX_CHARACTERS);
  };
  const firstTooOld = messages.toReversed().findIndex((message, fromEnd) => !isWithin(message, fromEnd));
  const start = firstTooOld < 0 ? 0 : messages.length - firstTooOld;
  const question = messages.findIndex(
    (message, index) => index >= start && message.role === "user" && textOf(message) !== "",
  );
  const from = question < 0 ? messages.length : question;
  return { older: messages.slice(0, from), recent: messages.slice(from) };
}

/**
 * The conversation as the model sees it: text only. Tool results of earlier turns are left out, because balances and
 * pending rows change: what is asked again is looked up again.
 */
export const toHistory = (messages: readonly ChatMessage[]): BaseMessage[] =>
  splitTurns(messages).recent.flatMap((message): BaseMessage[] => {
    const text = textOf(message);
    if (text === "") return [];
    return message.role === "user"
      ? [new HumanMessage(text)]
      : [new AIMessage(text.slice(0, MAX_ANSWER_CHARACTERS))];
  });
