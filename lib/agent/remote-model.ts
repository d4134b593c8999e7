import { ChatOpenAI } from "@langchain/openai";
import { delayBeforeRetry } from "./model-errors";

/** Until the answer's headers arrive; how long a started answer may be silent is the caller's watchdog. */
const CONNECT_TIMEOUT_MILLISECONDS = 30_000;
const MAX_RETRIES = 2;

export type RemoteModelSettings = {
  model: string;
  apiKey: string;
  baseUrl?: string;
  connectTimeoutMilliseconds?: number;
};

/**
 * OpenAI, or whatever speaks its chat completions. Retries happen only until the answer's headers arrive, so never
 * after text was shown: 429 (with and without `Retry-After`), 5xx and refused connections.
 */
export function remoteModel({ model, apiKey, baseUrl, connectTimeoutMilliseconds }: RemoteModelSettings) {
  return new ChatOpenAI({
    model,
    apiKey,
    streaming: true,
    timeout: connectTimeoutMilliseconds ?? CONNECT_TIMEOUT_MILLISECONDS,
    maxRetries: MAX_RETRIES,
    onFailedAttempt: delayBeforeRetry,
    ...(baseUrl && { configuration: { baseURL: baseUrl } }),
  });
}
