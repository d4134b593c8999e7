import { readUIMessageStream, type UIMessageChunk } from "ai";
import type { ChatUIMessage } from "../../components/chat/chat-message";
import { DEFAULT_TIMING } from "../../components/chat/read-run";
import { RunTransport } from "../../components/chat/run-transport";
import { type ACTIVE_RUN_STATUSES, isActive, type RunStatus } from "../../lib/contract/run";
import type { Line } from "./line";

export type EndedStatus = Exclude<RunStatus, (typeof ACTIVE_RUN_STATUSES)[number]>;

export const isEnded = (status: RunStatus): status is EndedStatus => !isActive(status);

/** How a stream of the transport ended, as the person in front of the tab sees it. */
export type Shown =
  | { as: EndedStatus }
  /** The transport gave up: the page offers to try again. */
  | { as: "refused"; because: string }
  | { as: "gone" };

/** One tab: the product's own transport, the AI SDK's own reader, and what stands on the screen. */
export class Tab {
  readonly transport: RunTransport;
  readonly #closing = new AbortController();
  answerId: string | null = null;
  text = "";
  /** Something is being read or waited for: the page offers to stop it. */
  isBusy = false;
  /** Text that was on the screen and then was not: never may that be. */
  readonly shrunk: string[] = [];

  constructor(line: Line) {
    this.transport = new RunTransport({
      fetch: line.fetch,
      wakeUps: () => () => undefined,
      timing: DEFAULT_TIMING,
    });
  }

  get isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  /** The tab is gone, with all that it knew. */
  close(): void {
    this.#closing.abort();
  }

  ask(chatId: string, message: ChatUIMessage): Promise<Shown> {
    return this.#show(() => this.#send("submit-message", chatId, [message], undefined));
  }

  askAgain(chatId: string, answerId: string): Promise<Shown> {
    return this.#show(() => this.#send("regenerate-message", chatId, [], answerId));
  }

  follow(chatId: string, runId: string): Promise<Shown> {
    return this.#show(() => this.transport.reconnectToStream({ chatId, body: { runId } }));
  }

  #send(
    trigger: "submit-message" | "regenerate-message",
    chatId: string,
    messages: ChatUIMessage[],
    messageId: string | undefined,
  ) {
    return this.transport.sendMessages({
      trigger,
      chatId,
      messageId,
      messages,
      abortSignal: this.#closing.signal,
    });
  }

  async #show(open: () => Promise<ReadableStream<UIMessageChunk> | null>): Promise<Shown> {
    this.text = "";
    this.isBusy = true;
    let status: RunStatus | undefined;
    let problem: unknown;
    try {
      const stream = await open();
      if (stream === null) return { as: "gone" };
      const onError = (error: unknown) => {
        problem = error;
      };
      for await (const message of readUIMessageStream<ChatUIMessage>({ stream, onError })) {
        const text = rawTextOf(message);
        if (!text.startsWith(this.text))
          this.shrunk.push(`"${this.text.slice(-40)}" became "${text.slice(-40)}"`);
        this.text = text;
        this.answerId = message.id;
        status = message.metadata?.status ?? status;
      }
    } catch (error) {
      problem = error;
    }
    this.isBusy = false;
    if (status !== undefined && isEnded(status)) return { as: status };
    if (this.isClosed) return { as: "gone" };
    return { as: "refused", because: String(problem ?? "The stream ended without a word.") };
  }
}

/** Every character of all text parts. */
export const rawTextOf = (message: Pick<ChatUIMessage, "parts">): string =>
  message.parts.map((part) => (part.type === "text" ? part.text : "")).join("");
