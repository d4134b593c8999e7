import type { BaseMessage } from "@langchain/core/messages";
import { type Facts, readFacts } from "../prompt";
import { type Outcome, readOutcome } from "./tool-round";

export type Transcript = {
  facts: Facts;
  /** What the person asked, oldest first. */
  questions: string[];
  /** Outcomes of the look-ups for the last question, one list per round, in the order of the calls. */
  rounds: Outcome[][];
  /** The text of the answer so far, when it has to be gone on with. */
  shown: string | undefined;
};

/** What a model sees, read as the analyst needs it. @throws {Error} without the facts of the system prompt */
export function readTranscript(messages: readonly BaseMessage[]): Transcript {
  const facts = messages.map((message) => (message.type === "system" ? readFacts(message.text) : undefined));
  const known = facts.find((found) => found !== undefined);
  if (!known) throw new Error("The offline analyst was called without the facts of the system prompt.");
  const mustGoOn = "isGoOn" in (messages.at(-1)?.additional_kwargs ?? {});
  const conversation = mustGoOn ? messages.slice(0, -1) : messages;
  const lastQuestion = conversation.findLastIndex(({ type }) => type === "human");
  const questions = conversation.filter(({ type }) => type === "human").map((message) => message.text);
  return {
    facts: known,
    questions,
    rounds: roundsOf(conversation.slice(lastQuestion + 1)),
    shown: mustGoOn ? conversation.at(-1)?.text : undefined,
  };
}

function roundsOf(messages: readonly BaseMessage[]): Outcome[][] {
  const texts = new Map<string, string>();
  for (const message of messages) {
    if ("tool_call_id" in message) texts.set(String(message.tool_call_id), message.text);
  }
  return messages.flatMap((message) => {
    const calls = "tool_calls" in message && Array.isArray(message.tool_calls) ? message.tool_calls : [];
    if (calls.length === 0) return [];
    const outcomes = calls.flatMap(({ id }) => {
      const text = texts.get(id);
      return text === undefined ? [] : [readOutcome(text)];
    });
    return [outcomes];
  });
}
