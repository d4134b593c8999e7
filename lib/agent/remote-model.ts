import { AIMessageChunk, type BaseMessage } from "@langchain/core/messages";
import type { ChatResult } from "@langchain/core/outputs";
import {
  ChatOpenAICompletions,
  type ChatOpenAICompletionsCallOptions,
  convertCompletionsDeltaToBaseMessageChunk,
  convertMessagesToCompletionsMessageParams,
} from "@langchain/openai";
import { delayBeforeRetry } from "./model-errors";
import type { SpeakingOptions } from "./spoken-text";

/** Until the answer's headers arrive; how long a started answer may be silent is the caller's watchdog. */
const CONNECT_TIMEOUT_MILLISECONDS = 30_000;
const MAX_RETRIES = 2;

export type RemoteModelSettings = {
  model: string;
  apiKey: string;
  baseUrl?: string;
  connectTimeoutMilliseconds?: number;
};

type Part = Parameters<typeof convertCompletionsDeltaToBaseMessageChunk>[0]["rawResponse"];
type CallOptions = ChatOpenAICompletionsCallOptions & SpeakingOptions;

/** Hands its text on by `onText`, word by word; LangChain gets the whole message, once. */
class SpeakingModel extends ChatOpenAICompletions<CallOptions> {
  override async _generate(messages: BaseMessage[], options: this["ParsedCallOptions"]): Promise<ChatResult> {
    const request = {
      ...this.invocationParams(options, { streaming: true }),
      messages: convertMessagesToCompletionsMessageParams({ messages, model: this.model }),
      stream: true as const,
    };
    const { signal, options: requestOptions } = options;
    const parts = await this.completionWithRetry(request, { ...requestOptions, ...(signal && { signal }) });
    let text = "";
    let rest: AIMessageChunk | undefined;
    for await (const part of parts) {
      const word = part.choices[0]?.delta?.content;
      if (word) {
        text += word;
        options.onText?.(word);
      }
      const more = restOf(part);
      if (more !== undefined) rest = rest?.concat(more) ?? more;
    }
    signal?.throwIfAborted();
    if (text === "" && rest === undefined) throw new Error("The model's answer was empty.");
    const message = rest ?? new AIMessageChunk({ content: "" });
    message.content = text;
    return { generations: [{ text, message }] };
  }
}

/** What a piece of an answer has besides words: calls of tools and, at the end, what it cost. Most have nothing. */
function restOf(part: Part): AIMessageChunk | undefined {
  const { choices, usage } = part;
  if (usage != null) return new AIMessageChunk({ content: "", response_metadata: { usage } });
  const delta = choices[0]?.delta;
  if (delta?.tool_calls == null) return undefined;
  const chunk = convertCompletionsDeltaToBaseMessageChunk({
    delta: { ...delta, content: "" },
    rawResponse: part,
    defaultRole: "assistant",
  });
  return AIMessageChunk.isInstance(chunk) ? chunk : undefined;
}

/**
 * OpenAI, or whatever speaks its chat completions. Retries happen only until the answer's headers arrive, so never
 * after text was shown: 429 (with and without `Retry-After`), 5xx and refused connections.
 */
export function remoteModel({ model, apiKey, baseUrl, connectTimeoutMilliseconds }: RemoteModelSettings) {
  return new SpeakingModel({
    model,
    apiKey,
    streaming: true,
    timeout: connectTimeoutMilliseconds ?? CONNECT_TIMEOUT_MILLISECONDS,
    maxRetries: MAX_RETRIES,
    onFailedAttempt: delayBeforeRetry,
    ...(baseUrl && { configuration: { baseURL: baseUrl } }),
  });
}
