import type { UIMessageChunk } from "ai";
import { isActive, type MessageMetadata, type RunStatus } from "../../lib/contract/run";
import { isTerminal, type StreamChunk } from "../../lib/contract/stream-chunk";

/** One answer on its way to the screen: the stream that the AI SDK reads, where it stands, and how it ends. */
export class Following {
  readonly conversationId: string;
  readonly closing = new AbortController();
  readonly stream: ReadableStream<UIMessageChunk>;
  /** Settles when nothing more will be shown. */
  readonly ended: Promise<void>;
  /** Settles when the run itself is over, or nobody reads it any more. */
  readonly over: Promise<void>;
  runId: string | null;
  /** Settles when the server has answered the first request, or refused it. */
  started: Promise<void> = Promise.resolve();
  answerId: string | null = null;
  seenSeq = 0;
  isFrozen = false;
  /** Began with the run under way: this page knows nothing of it until the log has been read again. */
  isReplay = false;
  #status: RunStatus | null = null;
  #sink: ReadableStreamDefaultController<UIMessageChunk> | null = null;
  #markEnded: () => void = () => undefined;
  #markOver: () => void = () => undefined;

  constructor(conversationId: string, runId: string | null) {
    this.conversationId = conversationId;
    this.runId = runId;
    this.ended = new Promise((resolve) => {
      this.#markEnded = resolve;
    });
    this.over = new Promise((resolve) => {
      this.#markOver = resolve;
    });
    this.stream = new ReadableStream<UIMessageChunk>({
      start: (controller) => {
        this.#sink = controller;
      },
      cancel: () => this.closing.abort(),
    });
    this.closing.signal.addEventListener("abort", () => this.close(), { once: true });
  }

  take(seq: number, chunk: StreamChunk): void {
    if (chunk.type === "start") this.answerId = chunk.messageId;
    if (this.#sink === null) return;
    if ("messageMetadata" in chunk) this.#status = chunk.messageMetadata?.status ?? this.#status;
    if (isTerminal(chunk)) this.#tellEnd(chunk);
    this.#sink.enqueue(chunk as UIMessageChunk);
    this.seenSeq = seq;
  }

  /** What is on the screen stays as it is, and is exactly what `seenSeq` covers. */
  freeze(): void {
    if (this.#sink === null) return;
    this.isFrozen = true;
    this.#tellMetadata({ status: "stopped" });
    this.close();
  }

  /** No more will be read. */
  leave(): void {
    this.closing.abort();
    this.#markOver();
  }

  close(): void {
    this.#sink?.close();
    this.#end();
  }

  fail(error: unknown): void {
    this.#sink?.error(error);
    this.#end();
  }

  #end(): void {
    this.#sink = null;
    this.#markEnded();
  }

  /** The AI SDK drops `abort` and turns `error` into an exception: the message itself must say how it ended. */
  #tellEnd(chunk: StreamChunk): void {
    if (this.#status !== null && !isActive(this.#status)) return;
    if (chunk.type === "abort") this.#tellMetadata({ status: "stopped" });
    if (chunk.type === "error") this.#tellMetadata({ status: "failed", endedBecause: chunk.errorText });
    if (chunk.type === "finish") this.#tellMetadata({ status: "completed" });
  }

  #tellMetadata(messageMetadata: MessageMetadata): void {
    this.#sink?.enqueue({ type: "message-metadata", messageMetadata });
  }
}
