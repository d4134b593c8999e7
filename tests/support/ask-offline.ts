import { buildAgent } from "../../lib/agent/agent";
import { answerWith } from "../../lib/agent/answer-with";
import { OfflineAnalyst } from "../../lib/agent/offline/offline-analyst";
import type { ChatMessage } from "../../lib/contract/chat";
import type { Ledger } from "../../lib/domain/ledger";

export type Answer = {
  text: string;
  calls: { name: string; input: unknown }[];
  /** Of every tool call that failed, in words for the person. */
  failures: string[];
  results: unknown[];
  /** Numbers of the text that no result states, as they stand there. */
  unverified: string[];
};

const agent = buildAgent(new OfflineAnalyst({ pace: { pieceMilliseconds: 0, maxPieces: 64 } }));

/** Asks the offline analyst through the real agent, one question after the other, and returns the last answer. */
export async function askOffline(ledger: Ledger, ...questions: string[]): Promise<Answer> {
  const messages: ChatMessage[] = [];
  let answer: Answer = { text: "", calls: [], failures: [], results: [], unverified: [] };
  for (const question of questions) {
    messages.push(message("user", question));
    answer = await answerOnce(ledger, messages);
    messages.push(message("assistant", answer.text));
  }
  return answer;
}

export const message = (role: ChatMessage["role"], text: string): ChatMessage => ({
  id: crypto.randomUUID(),
  role,
  parts: [{ type: "text", text }],
});

async function answerOnce(ledger: Ledger, messages: ChatMessage[]): Promise<Answer> {
  const answer: Answer = { text: "", calls: [], failures: [], results: [], unverified: [] };
  const signal = new AbortController().signal;
  for await (const chunk of answerWith(agent, { messages, ledger, person: { name: "Dana" }, signal })) {
    if (chunk.type === "text-delta") answer.text += chunk.delta;
    if (chunk.type === "tool-input-available")
      answer.calls.push({ name: chunk.toolName, input: chunk.input });
    if (chunk.type === "tool-output-available") answer.results.push(chunk.output);
    if (chunk.type === "tool-output-error") answer.failures.push(chunk.errorText);
    if (chunk.type === "data-grounding")
      for (const { numbers } of chunk.data.texts)
        answer.unverified.push(
          ...numbers.flatMap(({ start, end, match }) => (match ? [] : [answer.text.slice(start, end)])),
        );
  }
  return answer;
}
