import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from "@langchain/core/language_models/chat_models";
import { AIMessageChunk, type BaseMessage } from "@langchain/core/messages";
import { ChatGenerationChunk, type ChatResult } from "@langchain/core/outputs";
import { type Reply, reply } from "./reply";
import { readTranscript } from "./transcript";
import { understand } from "./understand";

type CallOptions = BaseChatModelCallOptions & { tools?: BindToolsInput[] };

/** Slow enough to see it being written, fast enough never to wait for it. */
const PACE = { pieceMilliseconds: 14, answerMilliseconds: 1_000 };

/**
 * A chat model that needs no network: rules instead of a language model. It sees what a model sees (system prompt,
 * conversation, tool results), asks for the same tools through real tool calls and streams its text. It knows
 * nothing of the person but what the tools return.
 */
export class OfflineAnalyst extends BaseChatModel<CallOptions> {
  readonly #pace: typeof PACE;

  constructor({ pace = PACE }: { pace?: typeof PACE } = {}) {
    super({});
    this.#pace = pace;
  }

  override _llmType(): string {
    return "offline-analyst";
  }

  override bindTools(tools: BindToolsInput[]) {
    return this.withConfig({ tools });
  }

  override async _generate(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    let whole: ChatGenerationChunk | undefined;
    for await (const chunk of this._streamResponseChunks(messages, options, runManager)) {
      whole = whole?.concat(chunk) ?? chunk;
    }
    return { generations: whole ? [whole] : [] };
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const { facts, questions, rounds } = readTranscript(messages);
    const next = reply(understand(questions, facts.today), rounds, facts);
    const pieces = next.kind === "calls" ? [toolCallPiece(next)] : textPieces(next.text);
    const delay = next.kind === "calls" ? 0 : this.#delayFor(pieces.length);
    for (const chunk of pieces) {
      if (delay > 0) await sleep(delay, undefined, { ...(options.signal && { signal: options.signal }) });
      options.signal?.throwIfAborted();
      yield chunk;
      await runManager?.handleLLMNewToken(chunk.text, undefined, undefined, undefined, undefined, { chunk });
    }
  }

  /** A long answer comes in the same time as a short one: bigger, not later. */
  #delayFor(pieces: number): number {
    return Math.min(this.#pace.pieceMilliseconds, this.#pace.answerMilliseconds / pieces);
  }
}

function toolCallPiece({ calls }: Extract<Reply, { kind: "calls" }>): ChatGenerationChunk {
  const tool_call_chunks = calls.map(({ name, args }, index) => ({
    type: "tool_call_chunk" as const,
    id: `call_${randomUUID()}`,
    index,
    name,
    args: JSON.stringify(args),
  }));
  const message = new AIMessageChunk({
    id: `offline-${randomUUID()}`,
    content: "",
    tool_call_chunks,
  });
  return new ChatGenerationChunk({ message, text: "" });
}

/** Word by word, each with the space before it; all chunks of a message carry its id. */
function textPieces(text: string): ChatGenerationChunk[] {
  const id = `offline-${randomUUID()}`;
  const words = text.match(/\s*\S+/g) ?? [];
  return words.map(
    (word) => new ChatGenerationChunk({ message: new AIMessageChunk({ id, content: word }), text: word }),
  );
}
