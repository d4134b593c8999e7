import type { BaseChatModel } from "@langchain/core/language_models/chat_models";

/** Tokens of one answer, all its rounds together. */
export type Usage = { input: number; output: number };

export type MeasuredModel = {
  label: string;
  model: BaseChatModel;
  /** Tokens since it was last asked; null when the model reports none. */
  usage: () => Usage | null;
};

/**
 * Loads only the one that is asked for: both libraries are slow to import.
 * @param name `offline`, `openai`, or the address of an endpoint that speaks OpenAI's chat completions; key and model
 * come from OPENAI_API_KEY and OPENAI_MODEL
 * @throws {Error} when the key is missing
 */
export async function modelNamed(name: string): Promise<MeasuredModel> {
  if (name === "offline") {
    const { OfflineAnalyst } = await import("../lib/agent/offline/offline-analyst");
    const model = new OfflineAnalyst({ pace: { pieceMilliseconds: 0, maxPieces: 64 } });
    return { label: "Offline analyst", model, usage: () => null };
  }
  const { OPENAI_API_KEY: apiKey, OPENAI_MODEL: model = "gpt-5-mini", OPENAI_BASE_URL } = process.env;
  const baseUrl = name === "openai" ? OPENAI_BASE_URL : name;
  if (!apiKey && !baseUrl) throw new Error("OPENAI_API_KEY is not set.");
  const { remoteModel } = await import("../lib/agent/remote-model");
  const remote = remoteModel({ model, apiKey: apiKey ?? "none", ...(baseUrl && { baseUrl }) });
  return { label: model, model: remote, usage: counting(remote) };
}

function counting(model: BaseChatModel): MeasuredModel["usage"] {
  let counted: Usage | null = null;
  model.callbacks = [
    {
      handleLLMEnd: ({ generations }) => {
        for (const generation of generations.flat()) {
          const tokens = tokensOf(generation);
          if (!tokens) continue;
          counted = {
            input: (counted?.input ?? 0) + tokens.input,
            output: (counted?.output ?? 0) + tokens.output,
          };
        }
      },
    },
  ];
  return () => {
    const taken = counted;
    counted = null;
    return taken;
  };
}

/** LangChain's own words for it, or the endpoint's as they came. */
type Reported = {
  message?: {
    usage_metadata?: { input_tokens: number; output_tokens: number };
    response_metadata?: { usage?: { prompt_tokens: number; completion_tokens: number } };
  };
};

function tokensOf(generation: object): Usage | null {
  const { usage_metadata: counted, response_metadata: metadata } = (generation as Reported).message ?? {};
  if (counted) return { input: counted.input_tokens, output: counted.output_tokens };
  const usage = metadata?.usage;
  return usage ? { input: usage.prompt_tokens, output: usage.completion_tokens } : null;
}
