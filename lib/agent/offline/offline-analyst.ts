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
import { AnswerChanged } from "../answer-changed";
import { EXACT_MARK } from "../continuing";
import { type Reply, reply } from "./reply";
import { readTranscript } from "./transcript";
import { understand } from "./understand";

type CallOptions = BaseChatModelCallOptions & { tools?: BindToolsInput[] };

/** Slow enough to see it being written, fast enough never to wait for it. */
const PACE = { pieceMilliseconds: 14, maxPieces: 64 };

/**
 * A chat model that needs no network: rules instead of a language model. It sees what a model sees (system prompt,
 * conversation, tool results), asks for the same tools through real tool calls and streams its text. It knows
 * nothing of the person but what the tools return. An answer that another process has begun is made again and goes on
 * where that one ended, to the character.
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
    const { facts, questions, rounds, shown } = readTranscript(messages);
    const next = reply(
      understand(questions, { today: facts.today, firstDate: facts.dataFrom }),
      rounds,
      facts,
    );
    const isText = next.kind === "text";
    if (shown !== undefined && !(isText && next.text.startsWith(shown))) throw new AnswerChanged();
    const pieces = isText
      ? textPieces(next.text.slice(shown?.length ?? 0), this.#pace.maxPieces)
      : [toolCallPiece(next)];
    const startedAt = performance.now();
    for (const [index, chunk] of pieces.entries()) {
      // Against the clock, so that a busy machine does not make a long answer longer.
      const wait = startedAt + index * this.#pace.pieceMilliseconds - performance.now();
      if (wait > 0) await sleep(wait, undefined, { ...(options.signal && { signal: options.signal }) });
      options.signal?.throwIfAborted();
      yield chunk;
      await runManager?.handleLLMNewToken(chunk.text, undefined, undefined, undefined, undefined, { chunk });
    }
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

const textPiece = (id: string, text: string): ChatGenerationChunk =>
  new ChatGenerationChunk({
    message: new AIMessageChunk({ id, content: text, additional_kwargs: { ...EXACT_MARK } }),
    text,
  });

/**
 * Word by word, each with the space before it; a long answer in bigger pieces, not in more time. All chunks of a
 * message carry its id.
 */
function textPieces(text: string, maxPieces: number): ChatGenerationChunk[] {
  const id = `offline-${randomUUID()}`;
  const words = text.match(/\s*\S+/g) ?? [];
  // LangChain takes a message of no chunks for a failure.
  if (words.length === 0) return [textPiece(id, "")];
  const size = Math.ceil(words.length / maxPieces);
  return Array.from({ length: Math.ceil(words.length / size) }, (_, index) => {
    const piece = words.slice(index * size, (index + 1) * size).join("");
    return textPiece(id, piece);
  });
}
