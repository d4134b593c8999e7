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
    let calls: AIMessageChunk | undefined;
    let usage: Part["usage"];
    for await (const part of parts) {
      const word = part.choices[0]?.delta?.content;
      if (word) {
        text += word;
        options.onText?.(word);
      }
      const more = callsIn(part);
      if (more !== undefined) calls = calls?.concat(more) ?? more;
      // Some endpoints tell it once, in a part of its own; others with every part, each time for all so far.
      usage = part.usage ?? usage;
    }
    signal?.throwIfAborted();
    if (text === "" && calls === undefined && usage == null) throw new Error("The model's answer was empty.");
    const message = calls ?? new AIMessageChunk({ content: "" });
    message.content = text;
    if (usage != null) message.response_metadata = { ...message.response_metadata, usage };
    return { generations: [{ text, message }] };
  }
}

/** The calls of tools, or parts of them, in a piece of an answer. Most have none. */
function callsIn(part: Part): AIMessageChunk | undefined {
  const delta = part.choices[0]?.delta;
  if (delta?.tool_calls == null) return undefined;
  const chunk = convertCompletionsDeltaToBaseMessageChunk({
    delta: { ...delta, content: "" },
    // Counts of several parts would be merged as if they were one.
    rawResponse: { ...part, usage: null },
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
