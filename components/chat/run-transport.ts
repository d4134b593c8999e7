import type { ChatTransport, UIMessageChunk } from "ai";
import type { ChatUIMessage } from "./chat-message";
import { Following } from "./following";
import { type ConnectionState, DEFAULT_TIMING, type RunTiming, readRun } from "./read-run";
import { RequestError, RunGoneError, toRequestError } from "./request-error";
import { requestStop } from "./request-stop";
import { browserWakeUps, pause, type WakeUps } from "./wake-up";

type SendOptions = Parameters<ChatTransport<ChatUIMessage>["sendMessages"]>[0];
type ReconnectOptions = Parameters<ChatTransport<ChatUIMessage>["reconnectToStream"]>[0];

export type RunTransportOptions = {
  fetch: typeof fetch;
  wakeUps: WakeUps;
  timing: RunTiming;
  /** Pauses before the tries of a stop request. */
  stopPausesMs: readonly number[];
  onConnection: (state: ConnectionState) => void;
  /** The server has stored the question and made a run for it. */
  onAccepted: (runId: string | null) => void;
  /** The server's id of an answer that was stopped before its first chunk came. */
  onLateAnswerId: (messageId: string) => void;
};

const DEFAULTS: RunTransportOptions = {
  fetch: (...request) => fetch(...request),
  wakeUps: browserWakeUps,
  timing: DEFAULT_TIMING,
  stopPausesMs: [0, 300, 1_000, 3_000],
  onConnection: () => undefined,
  onAccepted: () => undefined,
  onLateAnswerId: () => undefined,
};

const POST_TRIES = 4;

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

  /** Freezes what is shown, at once, and tells the server in the background. Resolves when the server knows. */
  stop(): Promise<boolean> {
    const following = this.#current;
    if (following === null || following.isFrozen) return Promise.resolve(true);
    following.freeze();
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
    const response = await this.#post(following, options);
    following.runId = response.headers.get("x-run-id");
    this.#options.onAccepted(following.runId);
    void this.#pump(following, response);
  }

  /** A request may be sent again when the network fails: its message id makes the server answer with the same run. */
  async #post(following: Following, options: SendOptions): Promise<Response> {
    const { signal } = following.closing;
    const body = JSON.stringify(toRequestBody(options));
    for (let attempt = 1; ; attempt += 1) {
      try {
        const headers = { "content-type": "application/json" };
        const response = await this.#options.fetch("/api/chat", { method: "POST", headers, body, signal });
        if (response.ok) return response;
        throw await toRequestError(response);
      } catch (error) {
        const isNetwork = !(error instanceof RequestError);
        if (!isNetwork || signal.aborted || attempt === POST_TRIES)
          throw isNetwork && !signal.aborted ? unreachable(error) : error;
        await pause(this.#options.timing.backoffMs * 2 ** attempt, signal, this.#options.wakeUps);
      }
    }
  }

  async #open(following: Following, after: number, signal: AbortSignal): Promise<Response> {
    const query = new URLSearchParams({ after: String(after) });
    if (following.runId !== null) query.set("run", following.runId);
    const url = `/api/chat/${following.conversationId}/stream?${query}`;
    const response = await this.#options.fetch(url, { signal, cache: "no-store" });
    if (response.status === 204) throw new RunGoneError("The answer is no longer in the log.");
    if (!response.ok) throw await toRequestError(response);
    return response;
  }

  async #pump(following: Following, first: Response | undefined): Promise<void> {
    const { wakeUps, timing, onConnection, onLateAnswerId } = this.#options;
    const { signal } = following.closing;
    const open = (after: number, opening: AbortSignal) => this.#open(following, after, opening);
    const report = (state: ConnectionState) => {
      if (!following.isFrozen) onConnection(state);
    };
    try {
      for await (const { seq, chunk } of readRun({
        first,
        open,
        signal,
        wakeUps,
        timing,
        onConnection: report,
      })) {
        const isNamed = following.answerId !== null;
        following.take(seq, chunk);
        if (following.isFrozen && !isNamed && following.answerId !== null) onLateAnswerId(following.answerId);
      }
      following.close();
    } catch (error) {
      following.fail(error);
    } finally {
      following.leave();
      onConnection({ phase: "live" });
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
    const stop = { runId: following.runId, seenSeq: following.seenSeq };
    const { fetch, stopPausesMs } = this.#options;
    return requestStop(following.conversationId, stop, { fetch, pausesMs: stopPausesMs });
  }
}

/** The request body of the AI SDK with the last message only: the server has the others. */
function toRequestBody({ chatId, messages, trigger, messageId }: SendOptions): unknown {
  const message = messages.at(-1);
  if (trigger === "regenerate-message") return { id: chatId, trigger, messageId };
  return {
    id: chatId,
    trigger,
    message: message && { id: message.id, role: message.role, parts: message.parts },
    messageId,
  };
}

const unreachable = (cause: unknown): Error =>
  new Error("The server could not be reached. Check your connection and send it again.", { cause });
