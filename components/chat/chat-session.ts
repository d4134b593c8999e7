import { Chat } from "@ai-sdk/react";
import { v7 as uuidv7 } from "uuid";
import type { ConversationView } from "../../lib/contract/chat";
import { isActive } from "../../lib/contract/run";
import { type ChatUIMessage, textOf } from "./chat-message";
import type { ConnectionState } from "./read-run";
import { RunGoneError } from "./request-error";
import { RunTransport } from "./run-transport";

/** What went wrong outside an answer, and what can be tried again. */
export type Problem =
  | { kind: "question-refused"; messageId: string; text: string; reason: string }
  | { kind: "answer-refused"; reason: string }
  | { kind: "connection-refused"; runId: string; reason: string };

export type SessionState = {
  connection: ConnectionState;
  problem: Problem | null;
  /** How many questions the server has stored since the page was opened. */
  accepted: number;
};

export type SessionEvents = {
  onAccepted: (session: ChatSession, runId: string | null) => void;
  onEnded: (session: ChatSession) => void;
  /** The stored conversation, when the log of a run is gone. */
  onReload: (session: ChatSession) => void;
};

/**
 * One conversation in this tab. It lives outside React, so that an answer goes on while another conversation is looked
 * at, and is never newer in the server's copy than here unless that copy holds everything that is here.
 */
export class ChatSession {
  readonly id: string;
  readonly chat: Chat<ChatUIMessage>;
  readonly #transport: RunTransport;
  readonly #events: SessionEvents;
  readonly #listeners = new Set<() => void>();
  #state: SessionState = { connection: { phase: "live" }, problem: null, accepted: 0 };
  #beforeRegenerate: ChatUIMessage[] | null = null;
  #resumedRunId: string | null = null;

  constructor(id: string, messages: ChatUIMessage[], events: SessionEvents) {
    this.id = id;
    this.#events = events;
    this.#transport = new RunTransport({
      onConnection: (connection) => this.#update({ connection }),
      onAccepted: (runId) => this.#accept(runId),
      onLateAnswerId: (answerId) => this.#nameStoppedAnswer(answerId),
    });
    this.chat = new Chat<ChatUIMessage>({
      id,
      messages,
      generateId: () => uuidv7(),
      transport: this.#transport,
      onError: (error) => this.#onError(error),
      onFinish: () => events.onEnded(this),
    });
  }

  get isBusy(): boolean {
    return this.chat.status === "submitted" || this.chat.status === "streaming";
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): SessionState => this.#state;

  async send(text: string): Promise<void> {
    if (this.isBusy) return;
    const { problem } = this.#state;
    // The same text again is the same question: had the server stored it after all, it answers with that run.
    const isSame = problem?.kind === "question-refused" && problem.text === text;
    const id = isSame ? problem.messageId : uuidv7();
    this.#update({ problem: null });
    this.#beforeRegenerate = null;
    await this.chat.sendMessage({ id, role: "user", parts: [{ type: "text", text }] });
  }

  /** Answers the last question again. */
  async retry(): Promise<void> {
    if (this.isBusy) return;
    this.#update({ problem: null });
    const last = this.chat.lastMessage;
    if (!last) return;
    if (last.role === "user") {
      // The question is stored but its answer never began: the same id brings back its run.
      await this.chat.sendMessage({ ...last, messageId: last.id });
      return;
    }
    this.#beforeRegenerate = this.chat.messages;
    await this.chat.regenerate({ messageId: last.id });
  }

  async resume(runId: string): Promise<void> {
    if (this.#resumedRunId === runId || this.isBusy) return;
    this.#resumedRunId = runId;
    await this.chat.resumeStream({ body: { runId } });
  }

  async reconnect(runId: string): Promise<void> {
    this.#resumedRunId = null;
    this.#update({ problem: null });
    await this.resume(runId);
  }

  /** The shown text stays exactly as it is; the server hears of it in the background, as often as it takes. */
  stop(): void {
    if (this.isBusy) void this.#transport.stop();
  }

  /** Takes the server's copy when it holds all that is shown here and more. */
  adopt(view: ConversationView): void {
    if (!this.isBusy && this.#state.problem === null) {
      const stored = new Set(view.messages.map((message) => message.id));
      const isComplete = this.chat.messages.every((message) => stored.has(message.id));
      if (!isComplete) return;
      if (view.messages.length > this.chat.messages.length) this.chat.messages = toUIMessages(view);
    }
    if (view.activeRunId !== null) void this.resume(view.activeRunId);
  }

  replace(view: ConversationView): void {
    this.#update({ problem: null });
    this.chat.clearError();
    this.chat.messages = toUIMessages(view);
  }

  #accept(runId: string | null): void {
    this.#resumedRunId = runId;
    this.#update({ accepted: this.#state.accepted + 1 });
    this.#events.onAccepted(this, runId);
  }

  #onError(error: Error): void {
    const { messages } = this.chat;
    const last = messages.at(-1);
    if (error instanceof RunGoneError) {
      this.#events.onReload(this);
    } else if (this.#transport.progress?.runId === null) {
      this.#refuse(error.message, last);
    } else if (last?.role === "assistant" && last.metadata?.status && !isActive(last.metadata.status)) {
      // The answer itself says how it ended.
    } else {
      const runId = this.#transport.progress?.runId ?? "";
      this.#update({ problem: { kind: "connection-refused", runId, reason: error.message } });
    }
  }

  #refuse(reason: string, last: ChatUIMessage | undefined): void {
    if (this.#beforeRegenerate) {
      this.chat.messages = this.#beforeRegenerate;
      this.#update({ problem: { kind: "answer-refused", reason } });
    } else if (last?.role === "user") {
      this.chat.messages = this.chat.messages.slice(0, -1);
      const question = { messageId: last.id, text: textOf(last) };
      this.#update({ problem: { kind: "question-refused", ...question, reason } });
    }
  }

  #nameStoppedAnswer(answerId: string): void {
    const last = this.chat.lastMessage;
    if (last?.role !== "assistant" || last.parts.length > 0) return;
    this.chat.messages = [...this.chat.messages.slice(0, -1), { ...last, id: answerId }];
  }

  #update(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Stored messages as the AI SDK keeps them. */
export function toUIMessages(view: ConversationView): ChatUIMessage[] {
  return view.messages.map((message) => ({ ...message, parts: message.parts }) as ChatUIMessage);
}
