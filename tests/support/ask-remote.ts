import { buildAgent } from "../../lib/agent/agent";
import { answerWith } from "../../lib/agent/answer-with";
import type { PromptMessage } from "../../lib/agent/prompt-message";
import { remoteModel } from "../../lib/agent/remote-model";
import type { StreamChunk } from "../../lib/contract/stream-chunk";
import { message } from "./ask-offline";
import { householdWithTraps } from "./household-with-traps";

export const QUESTION = "How much did I spend on groceries last month?";

/** How an answer ended and all that came before. */
export type Ended = { chunks: StreamChunk[]; text: string; error: unknown };

type Options = {
  signal?: AbortSignal;
  onPrompt?: (messages: PromptMessage[]) => void;
  onChunk?: (chunk: StreamChunk) => void;
  connectTimeoutMilliseconds?: number;
};

/** Asks one question of the model at this address through the real agent; what it throws is part of what is returned. */
export async function askRemote(baseUrl: string, options: Options = {}): Promise<Ended> {
  const { signal = new AbortController().signal, onPrompt, onChunk, ...timeouts } = options;
  const settings = { model: "scripted-model", apiKey: "test-key", baseUrl, ...timeouts };
  const request = {
    messages: [message("user", QUESTION)],
    ledger: householdWithTraps(),
    person: { name: "Dana" },
    signal,
    ...(onPrompt && { onPrompt }),
  };
  const ended: Ended = { chunks: [], text: "", error: undefined };
  try {
    for await (const chunk of answerWith(buildAgent(remoteModel(settings)), request)) {
      ended.chunks.push(chunk);
      onChunk?.(chunk);
      if (chunk.type === "text-delta") ended.text += chunk.delta;
    }
  } catch (error) {
    ended.error = error;
  }
  return ended;
}
