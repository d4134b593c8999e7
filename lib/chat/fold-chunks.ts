import type { UnfinishedAnswer } from "../agent/continuing";
import type { MessagePart } from "../contract/chat";
import type { MessageMetadata } from "../contract/run";
import type { StreamChunk } from "../contract/stream-chunk";

type TextPart = Extract<MessagePart, { type: "text" }>;
type ToolPart = Extract<MessagePart, { type: "dynamic-tool" }>;

/**
 * Folds the chunks of one answer into the parts of its message, exactly as the AI SDK's own reader does in a browser
 * (a test compares them), so that what is stored is what was seen.
 */
export class ChunkFold {
  messageId: string | null = null;
  metadata: MessageMetadata = {};
  readonly parts: MessagePart[] = [];
  #openTexts = new Map<string, TextPart>();
  #tools = new Map<string, ToolPart>();
  #isInStep = false;

  static of(chunks: Iterable<StreamChunk>): ChunkFold {
    const fold = new ChunkFold();
    for (const chunk of chunks) fold.add(chunk);
    return fold;
  }

  /** Something that the person could see: then a later attempt goes on with it instead of beginning again. */
  get hasContent(): boolean {
    return this.parts.some(
      (part) => part.type === "dynamic-tool" || (part.type === "text" && part.text !== ""),
    );
  }

  /** The answer was written and checked. What is missing is the word that says so. */
  get isWhole(): boolean {
    const last = this.parts.at(-1);
    return last?.type === "data-grounding" && last.data.isFinal;
  }

  /** What a later attempt is given to go on with. */
  unfinished(): UnfinishedAnswer {
    const [openTextId] = this.#openTexts.keys();
    return { parts: this.snapshot(), openTextId, isInStep: this.#isInStep };
  }

  /** A copy that later chunks do not change. */
  snapshot(): MessagePart[] {
    return this.parts.map((part) => ({ ...part }));
  }

  /** The chunks that close what is open: an answer that was cut leaves no half part and no tool that seems to run. */
  closing(toolErrorText: string): StreamChunk[] {
    const texts = [...this.#openTexts.keys()].map((id) => ({ type: "text-end", id }) as const);
    const tools = [...this.#tools.values()]
      .filter((tool) => tool.state === "input-available")
      .map(
        ({ toolCallId }) =>
          ({ type: "tool-output-error", toolCallId, errorText: toolErrorText, dynamic: true }) as const,
      );
    return [...texts, ...tools, ...(this.#isInStep ? [{ type: "finish-step" } as const] : [])];
  }

  /** @throws when a reader could not make sense of `chunk` here. Deltas are held back, so they are checked when they come. */
  check(chunk: StreamChunk): void {
    if (chunk.type === "text-delta" && !this.#openTexts.has(chunk.id)) throw notOpen(chunk.type, chunk.id);
  }

  add(chunk: StreamChunk): void {
    switch (chunk.type) {
      case "start":
        this.messageId = chunk.messageId;
        this.#mergeMetadata(chunk.messageMetadata);
        break;
      case "message-metadata":
      case "finish":
        this.#mergeMetadata(chunk.messageMetadata);
        break;
      case "start-step":
        this.#isInStep = true;
        this.parts.push({ type: "step-start" });
        break;
      case "finish-step":
        this.#isInStep = false;
        this.#openTexts.clear();
        break;
      case "text-start":
      case "text-delta":
      case "text-end":
        this.#addText(chunk);
        break;
      case "tool-input-available":
      case "tool-output-available":
      case "tool-output-error":
        this.#addTool(chunk);
        break;
      case "data-grounding":
        this.#addGrounding(chunk);
        break;
      case "abort":
      case "error":
        break;
    }
  }

  /** The same id again replaces what it said. */
  #addGrounding({ type, id, data }: Extract<StreamChunk, { type: "data-grounding" }>): void {
    const said = this.parts.find((part) => part.type === type && part.id === id);
    if (said?.type === type) said.data = data;
    else this.parts.push({ type, id, data });
  }

  #addText(chunk: Extract<StreamChunk, { type: "text-start" | "text-delta" | "text-end" }>): void {
    if (chunk.type === "text-start") {
      const part: TextPart = { type: "text", text: "", state: "streaming" };
      this.#openTexts.set(chunk.id, part);
      this.parts.push(part);
      return;
    }
    const part = this.#openTexts.get(chunk.id);
    if (part === undefined) throw notOpen(chunk.type, chunk.id);
    if (chunk.type === "text-delta") part.text += chunk.delta;
    else {
      part.state = "done";
      this.#openTexts.delete(chunk.id);
    }
  }

  #addTool(
    chunk: Extract<
      StreamChunk,
      { type: "tool-input-available" | "tool-output-available" | "tool-output-error" }
    >,
  ): void {
    if (chunk.type === "tool-input-available") {
      const { toolName, toolCallId, input } = chunk;
      const part: ToolPart = { type: "dynamic-tool", toolName, toolCallId, state: "input-available", input };
      this.#tools.set(toolCallId, part);
      this.parts.push(part);
      return;
    }
    const part = this.#tools.get(chunk.toolCallId);
    if (part === undefined) throw new Error(`Result of tool call "${chunk.toolCallId}", which was not made.`);
    if (chunk.type === "tool-output-available") {
      part.state = "output-available";
      part.output = chunk.output;
    } else {
      part.state = "output-error";
      part.errorText = chunk.errorText;
    }
  }

  #mergeMetadata(metadata: MessageMetadata | undefined): void {
    if (metadata !== undefined) this.metadata = { ...this.metadata, ...metadata };
  }
}

const notOpen = (type: string, id: string): Error =>
  new Error(`${type} for text "${id}", which is not open.`);
