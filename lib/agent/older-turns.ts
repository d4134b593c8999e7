import type { ChatMessage } from "../contract/chat";
import { splitTurns, textOf } from "./history";

const MAX_QUESTIONS = 25;
const MAX_QUESTION_CHARACTERS = 160;
const MAX_TOPIC_CHARACTERS = 160;

/** What a model made of the turns up to and with one message. */
export type KeptSummary = { upTo: string; text: string };

/**
 * What the turns were about that are too old to be told word by word: a model's summary as far as one reaches, then each
 * question with what was looked up for it. No answer is among it, so no number that was true then. A summary of another
 * branch of the conversation is not used.
 */
export function summaryOf(messages: readonly ChatMessage[], kept?: KeptSummary): string | undefined {
  const { older } = splitTurns(messages);
  const { summary, rest } = afterSummary(older, kept);
  const questions = rest
    .flatMap((message, index) => (message.role === "user" ? [describeTurn(message, rest[index + 1])] : []))
    .slice(-MAX_QUESTIONS);
  const lines = [...(summary === undefined ? [] : [summary]), ...questions];
  return lines.length === 0 ? undefined : lines.join("\n");
}

/** What of the older turns a summary does not cover. */
export function afterSummary(older: readonly ChatMessage[], kept?: KeptSummary) {
  const covered = kept === undefined ? -1 : older.findIndex(({ id }) => id === kept.upTo);
  return { summary: covered < 0 ? undefined : kept?.text, rest: older.slice(covered + 1) };
}

function describeTurn(question: ChatMessage, answer: ChatMessage | undefined): string {
  const asked = JSON.stringify(textOf(question).slice(0, MAX_QUESTION_CHARACTERS));
  const topics = answer?.role === "assistant" ? answer.parts.flatMap(topicOf) : [];
  return topics.length === 0 ? `Asked ${asked}` : `Asked ${asked}; looked up ${topics.join(", ")}`;
}

/** A look-up with what it was asked for: period, categories, merchants and the like. */
function topicOf(part: ChatMessage["parts"][number]): string[] {
  if (part.type !== "dynamic-tool") return [];
  return [`${part.toolName} ${JSON.stringify(part.input ?? {}).slice(0, MAX_TOPIC_CHARACTERS)}`];
}
