import { setTimeout as sleep } from "node:timers/promises";
import type { StreamChunk } from "../contract/stream-chunk";
import { log } from "../log";
import { fitChunk } from "./fit-chunk";
import { atNextBeat } from "./flush-clock";
import { appendToLog, openLog } from "./run-log";

/** Longer deltas are cut, so that no event grows past what proxies and parsers like (64 KB). */
const MAX_DELTA_CHARACTERS = 8_192;
const MAX_CHUNKS_PER_APPEND = 200;
const RETRY_MS = 250;

export type RunWriterOptions = {
  runId: string;
  attempt: number;
  /** Chunks that an earlier attempt left in the log; new ones follow them. */
  existing: StreamChunk[];
  /** Text that arrives within this time travels as one chunk, with that of all other runs. The first is never held back. */
  windowMs: number;
  /** Called once a chunk has its number, in order, before it is appended. */
  onSealed: (chunk: StreamChunk, seq: number) => void;
  /** Another attempt writes this log now. */
  onSuperseded: () => void;
};

/**
 * Writes one attempt's chunks to the log: text coalesced, everything else at once, one append in flight. It keeps
 * every chunk until the run ends, so that a Redis that lost its tail or all of its memory gets them again.
 */
export class RunWriter {
  readonly chunks: StreamChunk[];
  readonly #options: RunWriterOptions;
  #pending: { id: string; delta: string } | undefined;
  #lastFlushAt = Number.NEGATIVE_INFINITY;
  /** Set while text waits for the beat of the process. */
  #waitNoLonger: (() => void) | undefined;
  #acknowledged: number;
  #sending: Promise<void> | undefined;
  #isSuperseded = false;
  #terminal: { kept: number | undefined } | undefined;

  constructor(options: RunWriterOptions) {
    this.#options = options;
    this.chunks = [...options.existing];
    this.#acknowledged = options.existing.length;
  }

  get isSuperseded(): boolean {
    return this.#isSuperseded;
  }

  write(chunk: StreamChunk): void {
    if (chunk.type === "text-delta") this.#writeText(chunk);
    else {
      this.#sealPending();
      this.#seal(chunk);
      this.#send();
    }
  }

  #writeText(chunk: StreamChunk & { type: "text-delta" }): void {
    if (this.#pending !== undefined && this.#pending.id !== chunk.id) this.#sealPending();
    this.#pending = { id: chunk.id, delta: (this.#pending?.delta ?? "") + chunk.delta };
    const { windowMs } = this.#options;
    if (this.#lastFlushAt + windowMs <= performance.now()) this.#flushPending();
    else this.#waitNoLonger ??= atNextBeat(windowMs, () => this.#flushPending());
  }

  /** Everything written so far is in the log, or `false` after `timeoutMs`, or when this writer was superseded. */
  async flush(timeoutMs: number): Promise<boolean> {
    this.#sealPending();
    this.#send();
    const giveUp = new AbortController();
    const timeout = sleep(timeoutMs, false, { signal: giveUp.signal }).catch(() => false);
    const done = async () => {
      while (this.#sending !== undefined) await this.#sending;
      return !this.#isSuperseded && this.#acknowledged === this.chunks.length;
    };
    const isFlushed = await Promise.race([done(), timeout]);
    giveUp.abort();
    return isFlushed;
  }

  /** Appends the chunks that end the run, the last one terminal. Nothing may be written afterwards. */
  async close(
    ending: StreamChunk[],
    options: { kept: number | undefined; timeoutMs: number },
  ): Promise<boolean> {
    this.#sealPending();
    for (const chunk of ending) this.#seal(chunk);
    this.#terminal = { kept: options.kept };
    return this.flush(options.timeoutMs);
  }

  #flushPending(): void {
    this.#sealPending();
    this.#send();
  }

  #sealPending(): void {
    this.#waitNoLonger?.();
    this.#waitNoLonger = undefined;
    const pending = this.#pending;
    if (pending === undefined) return;
    this.#pending = undefined;
    this.#lastFlushAt = performance.now();
    for (const delta of cut(pending.delta)) this.#seal({ type: "text-delta", id: pending.id, delta });
  }

  #seal(whole: StreamChunk): void {
    const chunk = fitChunk(whole);
    // First: a chunk that the listener refuses never reaches the log.
    this.#options.onSealed(chunk, this.chunks.length + 1);
    this.chunks.push(chunk);
  }

  #send(): void {
    const hasSentAll = this.#acknowledged === this.chunks.length;
    if (hasSentAll || this.#sending !== undefined || this.#isSuperseded) return;
    this.#sending = this.#drain();
  }

  /** Until the log has all chunks. Redis may be away for a while: the answer goes on being written meanwhile. */
  async #drain(): Promise<void> {
    while (this.#acknowledged < this.chunks.length && !this.#isSuperseded) {
      try {
        await this.#appendBatch();
      } catch (error) {
        log().warn({ runId: this.#options.runId, err: error }, "append failed, trying again");
        await sleep(RETRY_MS);
      }
    }
    // In the same step as the last look: a chunk sealed in between would find a sender and have none.
    this.#sending = undefined;
  }

  async #appendBatch(): Promise<void> {
    const { runId, attempt } = this.#options;
    const after = this.#acknowledged;
    const batch = this.chunks.slice(after, after + MAX_CHUNKS_PER_APPEND);
    const isLast = after + batch.length === this.chunks.length;
    const { state, seq } = await appendToLog(runId, {
      attempt,
      after,
      chunks: batch.map((chunk) => JSON.stringify(chunk)),
      terminal: isLast && this.#terminal !== undefined,
      kept: isLast ? this.#terminal?.kept : undefined,
    });
    if (state === "appended") this.#acknowledged = seq;
    else if (state === "stale") this.#supersede();
    else await this.#reopen();
  }

  async #reopen(): Promise<void> {
    const { runId, attempt } = this.#options;
    log().warn({ runId, after: this.#acknowledged }, "Redis lost chunks, writing them again");
    const { state, seq } = await openLog(runId, attempt);
    if (state === "open" && seq <= this.chunks.length) this.#acknowledged = seq;
    else this.#supersede();
  }

  #supersede(): void {
    this.#isSuperseded = true;
    this.#options.onSuperseded();
  }
}

function cut(text: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  while (start < text.length) {
    let end = Math.min(start + MAX_DELTA_CHARACTERS, text.length);
    // Never between the halves of a character outside the basic plane.
    if (end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1] ?? "")) end -= 1;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}
