import type { ChatTransport, UIMessageChunk } from "ai";
import type { ChatUIMessage } from "./chat-message";
import { connect } from "./connect";
import { Following } from "./following";
import { postQuestion } from "./post-question";
import { type ConnectionState, DEFAULT_TIMING, type RunTiming, readRun } from "./read-run";
import { RunGoneError, toRequestError } from "./request-error";
import { requestStop } from "./request-stop";
import { browserWakeUps, type WakeUps } from "./wake-up";

type SendOptions = Parameters<ChatTransport<ChatUIMessage>["sendMessages"]>[0];
type ReconnectOptions = Parameters<ChatTransport<ChatUIMessage>["reconnectToStream"]>[0];

export type RunTransportOptions = {
  fetch: typeof fetch;
  wakeUps: WakeUps;
  timing: RunTiming;
  /** Pauses before the tries of a stop request. */
  stopPausesMs: readonly number[];
  onConnection: (state: ConnectionState) => void;
  /** How many answers are ahead while a run waits for its turn; null once it is no longer said to wait. */
  onQueue: (ahead: number | null) => void;
  /** The server has stored the question and made a run for it. */
  onAccepted: (runId: string | null) => void;
  /** The server's id of an answer that was stopped before its first chunk came. */
  onLateAnswerId: (messageId: string) => void;
};

const DEFAULTS: RunTransportOptions = {
  fetch: (...request) => fetch(...request),
  wakeUps: browserWakeUps,
  timing: DEFAULT_TIMING,
  // Two minutes: a stop that nobody heard would let the answer grow on, unseen.
  stopPausesMs: [0, 300, 1_000, 3_000, ...Array<number>(24).fill(5_000)],
  onConnection: () => undefined,
  onQueue: () => undefined,
  onAccepted: () => undefined,
  onLateAnswerId: () => undefined,
};

/**
 * Carries a chat over connections that break: many HTTP answers become one unbroken stream of chunks for the AI SDK.
 * Closing a connection never stops an answer; only `stop()` does.
 */
export class RunTransport implements ChatTransport<ChatUIMessage> {
  readonly #options: RunTransportOptions;
  #current: Following | null = null;
  #stopping: Promise<unknown> = Promise.resolve();

  constructor(options: Partial<RunTransportOptions> = {}) {
    this.#options = { ...DEFAULTS, ...options };
  }

  /** The run that is being followed and the number of its last shown chunk. */
  get progress(): { runId: string | null; seenSeq: number } | null {
    return this.#current && { runId: this.#current.runId, seenSeq: this.#current.seenSeq };
  }

  /** @throws {RequestError} with the server's words when it refuses before the stream begins */
  async sendMessages(options: SendOptions): Promise<ReadableStream<UIMessageChunk>> {
    const following = this.#follow(options.chatId, null, options.abortSignal);
    following.started = this.#start(following, options);
    // Stop may come before the server has answered: then the still empty answer is what is shown.
    await Promise.race([following.started, following.ended]);
    return following.stream;
  }

  /**
   * The active run of a conversation from its first chunk, or null. `body: { runId }` names it when the page knows it;
   * then a network that is down is waited out instead of being taken for "nothing to resume".
   */
  async reconnectToStream(options: ReconnectOptions): Promise<ReadableStream<UIMessageChunk> | null> {
    const runId = options.body && "runId" in options.body ? String(options.body.runId) : null;
    const following = this.#follow(options.chatId, runId, options.abortSignal);
    following.isReplay = true;
    if (runId !== null) {
      void this.#pump(following, undefined);
      return following.stream;
    }
    try {
      const response = await this.#open(following, 0, following.closing.signal);
      following.runId = response.headers.get("x-run-id");
      void this.#pump(following, response);
      return following.stream;
    } catch (error) {
      following.close();
      if (error instanceof RunGoneError) return null;
      throw error;
    }
  }

  /**
   * Freezes what is shown, at once, and tells the server in the background. Resolves when the server knows. Of an answer
   * that a reload has not brought back yet nothing is frozen: what the person saw before is in the log, not here.
   */
  stop(): Promise<boolean> {
    const following = this.#current;
    if (following === null || following.isFrozen) return Promise.resolve(true);
    if (following.isReplay && following.seenSeq === 0) return this.#tellServer(following);
    following.freeze();
    this.#options.onConnection({ phase: "live" });
    this.#options.onQueue(null);
    const stopped = this.#tellServer(following);
    this.#stopping = Promise.all([stopped, this.#untilOver(following)]);
    return stopped;
  }

  #follow(conversationId: string, runId: string | null, signal: AbortSignal | undefined): Following {
    const following = new Following(conversationId, runId);
    const closing = following.closing;
    if (signal?.aborted) closing.abort();
    signal?.addEventListener("abort", () => closing.abort(), { once: true });
    this.#current = following;
    return following;
  }

  async #start(following: Following, options: SendOptions): Promise<void> {
    // The previous run must be over before the server takes a new question.
    await this.#stopping;
    const { timing } = this.#options;
    const response = await postQuestion(options, {
      ...this.#connecting(following.closing.signal),
      backoffMs: timing.backoffMs,
    });
    following.runId = response.headers.get("x-run-id");
    this.#options.onAccepted(following.runId);
    void this.#pump(following, response);
  }

  #connecting(signal: AbortSignal) {
    const { fetch, wakeUps, timing } = this.#options;
    return { fetch, wakeUps, timing, signal };
  }

  async #open(following: Following, after: number, signal: AbortSignal): Promise<Response> {
    const query = new URLSearchParams({ after: String(after) });
    if (following.runId !== null) query.set("run", following.runId);
    const url = `/api/chat/${following.conversationId}/stream?${query}`;
    const response = await connect(url, { cache: "no-store" }, this.#connecting(signal));
    if (response.status === 204) throw new RunGoneError("The answer is no longer in the log.");
    if (!response.ok) throw await toRequestError(response);
    return response;
  }

  async #pump(following: Following, first: Response | undefined): Promise<void> {
    const { wakeUps, timing, onConnection, onQueue, onLateAnswerId } = this.#options;
    const { signal } = following.closing;
    const open = (after: number, opening: AbortSignal) => this.#open(following, after, opening);
    // A stopped run is read on unseen, and another may be shown by then.
    const isShown = () => this.#current === following && !following.isFrozen;
    const report = (state: ConnectionState) => isShown() && onConnection(state);
    const place = (ahead: number | null) => isShown() && onQueue(ahead);
    try {
      for await (const { seq, chunk } of readRun({
        first,
        open,
        signal,
        wakeUps,
        timing,
        onConnection: report,
        onQueue: place,
      })) {
        place(null);
        const isNamed = following.answerId !== null;
        following.take(seq, chunk);
        if (following.isFrozen && !isNamed && following.answerId !== null) onLateAnswerId(following.answerId);
      }
      following.close();
    } catch (error) {
      following.fail(error);
    } finally {
      following.leave();
      place(null);
      report({ phase: "live" });
    }
  }

  /** The stream of a stopped run is read on, unseen: the server takes the next question when it has ended. */
  async #untilOver(following: Following): Promise<void> {
    const patience = setTimeout(() => following.leave(), this.#options.timing.endMs);
    await following.started.catch(() => following.leave());
    await following.over;
    clearTimeout(patience);
  }

  async #tellServer(following: Following): Promise<boolean> {
    // A refused question has no run to stop; whoever sent it has been told.
    const hasRun = await following.started.then(
      () => following.runId !== null,
      () => false,
    );
    if (!hasRun || following.runId === null) return true;
    const { runId, seenSeq } = following;
    const stop = following.isFrozen ? { runId, seenSeq } : { runId };
    const { fetch, stopPausesMs } = this.#options;
    return requestStop(following.conversationId, stop, { fetch, pausesMs: stopPausesMs });
  }
}
