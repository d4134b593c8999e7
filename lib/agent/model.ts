import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { env } from "../env";

const OFFLINE_LABEL = "Offline analyst";

/** A local endpoint often wants no key, but the client insists on one. */
const NO_KEY = "none";

/** Whether a language model answers; without one it is the offline analyst. */
export const usesRemoteModel = (): boolean => Boolean(env().OPENAI_API_KEY ?? env().OPENAI_BASE_URL);

/** Which model answers, in the reader's words. */
export const modelLabel = (): string => (usesRemoteModel() ? env().OPENAI_MODEL : OFFLINE_LABEL);

/** The model that the settings ask for. Loads only that one: both libraries are slow to import. */
export async function chatModel(): Promise<BaseChatModel> {
  if (!usesRemoteModel()) {
    const { OfflineAnalyst } = await import("./offline/offline-analyst");
    return new OfflineAnalyst();
  }
  const { remoteModel } = await import("./remote-model");
  const { OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL } = env();
  return remoteModel({
    model: OPENAI_MODEL,
    apiKey: OPENAI_API_KEY ?? NO_KEY,
    ...(OPENAI_BASE_URL && { baseUrl: OPENAI_BASE_URL }),
  });
}
