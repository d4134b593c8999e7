import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
} from "@langchain/core/language_models/chat_models";
import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import type { ChatResult } from "@langchain/core/outputs";
import { AnswerChanged } from "../answer-changed";
import type { SpeakingOptions } from "../spoken-text";
import { type Reply, reply } from "./reply";
import { readTranscript } from "./transcript";
import { understand } from "./understand";

type CallOptions = BaseChatModelCallOptions & SpeakingOptions & { tools?: BindToolsInput[] };

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

  override bindTools(tools: BindToolsInput[], options: Partial<CallOptions> = {}) {
    return this.withConfig({ ...options, tools });
  }

  override async _generate(
    messages: BaseMessage[],
    { onText, signal, tools = [] }: this["ParsedCallOptions"],
  ): Promise<ChatResult> {
    const { facts, questions, rounds, shown } = readTranscript(messages);
    const next = reply(
      understand(questions, { today: facts.today, firstDate: facts.dataFrom }),
      rounds,
      facts,
      new Set(tools.flatMap((tool) => ("name" in tool && typeof tool.name === "string" ? tool.name : []))),
    );
    const isText = next.kind === "text";
    if (shown !== undefined && !(isText && next.text.startsWith(shown))) throw new AnswerChanged();
    if (!isText) return { generations: [{ text: "", message: callMessage(next) }] };
    const text = next.text.slice(shown?.length ?? 0);
    await this.#write(text, (piece) => onText?.(piece, true), signal);
    return { generations: [{ text, message: new AIMessage({ content: text }) }] };
  }

  async #write(text: string, say: (piece: string) => void, signal: AbortSignal | undefined): Promise<void> {
    const startedAt = performance.now();
    for (const [index, piece] of textPieces(text, this.#pace.maxPieces).entries()) {
      // Against the clock, so that a busy machine does not make a long answer longer.
      const wait = startedAt + index * this.#pace.pieceMilliseconds - performance.now();
      await sleep(Math.max(wait, 0), undefined, { ...(signal && { signal }) });
      signal?.throwIfAborted();
      say(piece);
    }
  }
}

const callMessage = ({ calls }: Extract<Reply, { kind: "calls" }>): AIMessage =>
  new AIMessage({
    content: "",
    tool_calls: calls.map(({ name, args }) => ({
      type: "tool_call" as const,
      id: `call_${randomUUID()}`,
      name,
      args,
    })),
  });

/** Word by word, each with the space before it; a long answer in bigger pieces, not in more time. */
function textPieces(text: string, maxPieces: number): string[] {
  const words = text.match(/\s*\S+/g) ?? [];
  const size = Math.ceil(words.length / maxPieces);
  return Array.from({ length: Math.ceil(words.length / size || 0) }, (_, index) =>
    words.slice(index * size, (index + 1) * size).join(""),
  );
}
