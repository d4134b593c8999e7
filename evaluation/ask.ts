import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { type Agent, buildAgent } from "../lib/agent/agent";
import { answerWith } from "../lib/agent/answer-with";
import type { ChatMessage } from "../lib/contract/chat";
import type { Ledger } from "../lib/domain/ledger";
import type { Usage } from "./models";

export type Answer = {
  text: string;
  calls: { name: string; input: unknown }[];
  results: unknown[];
  /** What each failed look-up said. */
  failures: string[];
  /** Milliseconds from the question; null when no text came. */
  firstToken: number | null;
  latency: number;
  /** Null when the model does not report it. */
  usage: Usage | null;
};

export type Analyst = { agent: Agent; usage: () => Usage | null };

export const analystOf = (model: BaseChatModel, usage: Analyst["usage"]): Analyst => ({
  agent: buildAgent(model),
  usage,
});

/** Asks the questions of one conversation in turn, through the agent that people talk to. */
export async function converse(
  { agent, usage }: Analyst,
  ledger: Ledger,
  questions: readonly string[],
): Promise<Answer[]> {
  const messages: ChatMessage[] = [];
  const answers: Answer[] = [];
  for (const question of questions) {
    messages.push(messageOf("user", question));
    const answer = await answerOf(agent, ledger, messages);
    messages.push(messageOf("assistant", answer.text || "…"));
    answers.push({ ...answer, usage: usage() });
  }
  return answers;
}

const messageOf = (role: ChatMessage["role"], text: string): ChatMessage => ({
  id: crypto.randomUUID(),
  role,
  parts: [{ type: "text", text }],
});

async function answerOf(agent: Agent, ledger: Ledger, messages: ChatMessage[]): Promise<Answer> {
  const answer: Answer = {
    text: "",
    calls: [],
    results: [],
    failures: [],
    firstToken: null,
    latency: 0,
    usage: null,
  };
  const begun = performance.now();
  const signal = new AbortController().signal;
  const request = { messages, ledger, person: { name: "Dana" }, signal };
  try {
    for await (const chunk of answerWith(agent, request)) {
      if (chunk.type === "text-delta") {
        answer.firstToken ??= performance.now() - begun;
        answer.text += chunk.delta;
      }
      if (chunk.type === "tool-input-available")
        answer.calls.push({ name: chunk.toolName, input: chunk.input });
      if (chunk.type === "tool-output-available") answer.results.push(chunk.output);
      if (chunk.type === "tool-output-error") answer.failures.push(chunk.errorText);
    }
  } catch (error) {
    answer.failures.push(
      `The answer broke off: ${error instanceof Error ? `${error.message} ${String(error.cause ?? "")}` : String(error)}`,
    );
  }
  answer.latency = performance.now() - begun;
  return answer;
}
