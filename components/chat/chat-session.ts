import { Chat } from "@ai-sdk/react";
import { v7 as uuidv7 } from "uuid";
import type { ConversationView } from "../../lib/contract/chat";
import { isActive } from "../../lib/contract/run";
import type { ChatUIMessage } from "./chat-message";
import { Draft, type Question } from "./draft";
import { completeEarlier, mergeStored } from "./merge-stored";
import { RequestError, RunGoneError } from "./request-error";
import { RunTransport } from "./run-transport";
import { CALM, isNews, type Problem, type Refusal, refusalOf, type SessionState } from "./session-state";

export type SessionEvents = {
  onAccepted: (session: ChatSession, runId: string | null) => void;
  onEnded: (session: ChatSession) => void;
  /** The stored conversation, when the log of a run is gone. */
  onReload: (session: ChatSession) => Promise<void>;
};

const RELOAD_PAUSES_MS = [0, 1_000, 3_000, 10_000];

/**
 * One conversation in this tab. It lives outside React, so that an answer goes on while another conversation is looked
 * at, and is never newer in the server's copy than here unless that copy holds everything that is here.
 */
export class ChatSession {
  readonly id: string;
  readonly chat: Chat<ChatUIMessage>;
  readonly draft: Draft;
  readonly #transport: RunTransport;
  readonly #events: SessionEvents;
  readonly #listeners = new Set<() => void>();
  #state = CALM;
  #asked: Question | null = null;
  #beforeRegenerate: ChatUIMessage[] | null = null;
  #resumedRunId: string | null = null;

  constructor(id: string, messages: ChatUIMessage[], events: SessionEvents) {
    this.id = id;
    this.draft = new Draft(id);
    this.#events = events;
    this.#transport = new RunTransport({
      onConnection: (connection) => this.#update({ connection }),
      onQueue: (ahead) => this.#update({ ahead }),
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

  /** The conversation has this question already. */
  readonly hasMessage = (id: string): boolean => this.chat.messages.some((message) => message.id === id);

  /** Sends what is in the field. False: nothing was sent, and the field is as it was. */
  sendDraft(): boolean {
    const question = this.isBusy ? null : this.draft.hold(uuidv7);
    if (question === null) return false;
    void this.#ask(question);
    return true;
  }

  /** Sends a text that was not typed; what is in the field stays there. */
  send(text: string): void {
    if (!this.isBusy) void this.#ask({ conversationId: this.id, messageId: uuidv7(), text });
  }

  /** Answers the last question again. */
  async retry(): Promise<void> {
    if (this.isBusy) return;
    const { problem } = this.#state;
    if (problem?.kind === "connection-refused") return this.#reconnect(problem.runId);
    if (problem?.kind === "question-refused") return this.#askAgain(problem.question);
    this.#update({ problem: null, isFetching: false });
    const last = this.chat.lastMessage;
    if (!last) return;
    if (last.role === "user") {
      // The question is stored but its answer never began: the same id brings back its run.
      this.#asked = null;
      await this.chat.sendMessage({ ...last, messageId: last.id });
      return;
    }
    this.#beforeRegenerate = this.chat.messages;
    this.#update({ isSending: true });
    await this.chat.regenerate({ messageId: last.id });
  }

  async resume(runId: string): Promise<void> {
    if (this.#resumedRunId === runId || this.isBusy) return;
    this.#resumedRunId = runId;
    await this.chat.resumeStream({ body: { runId } });
  }

  async #reconnect(runId: string): Promise<void> {
    this.#resumedRunId = null;
    this.#update({ problem: null });
    await this.resume(runId);
  }

  /** The text that came back into the field leaves it again, unless it was changed there. */
  #askAgain(question: Question): Promise<void> {
    if (this.draft.getText().trim() !== question.text) return this.#ask(question);
    return this.#ask(this.draft.hold(uuidv7) ?? question);
  }

  async #ask(question: Question): Promise<void> {
    this.#asked = question;
    this.#beforeRegenerate = null;
    this.#update({ problem: null, isSending: true, isFetching: false });
    const { messageId: id, text } = question;
    await this.chat.sendMessage({ id, role: "user", parts: [{ type: "text", text }] });
  }

  /** The shown text stays exactly as it is; the server hears of it in the background, as often as it takes. */
  stop(): void {
    if (!this.isBusy) return;
    this.#update({ isSending: false });
    void this.#transport.stop();
  }

  /** Takes from the server's copy what it knows more. */
  adopt(view: ConversationView): void {
    this.#recognise(view);
    const { problem, isFetching } = this.#state;
    if (!this.isBusy && problem === null && !isFetching) {
      const merged = mergeStored(this.chat.messages, toUIMessages(view));
      if (merged === null) return;
      const isNews = merged.some((message, index) => message !== this.chat.messages[index]);
      if (isNews) this.chat.messages = merged;
    }
    if (view.activeRunId !== null) void this.resume(view.activeRunId);
  }

  /** Shows the server's copy instead. While an answer is being written here, that copy only completes earlier ones. */
  replace(view: ConversationView): void {
    this.#recognise(view);
    if (this.isBusy) {
      this.#update({ isFetching: false });
      this.chat.messages = completeEarlier(this.chat.messages, toUIMessages(view));
      return;
    }
    const { problem } = this.#state;
    this.#update({ problem: problem?.kind === "question-refused" ? problem : null, isFetching: false });
    this.chat.clearError();
    this.chat.messages = toUIMessages(view);
    if (view.activeRunId !== null) void this.resume(view.activeRunId);
  }

  /** A question whose answers were all lost on the way counted as refused; the server has it all the same. */
  #recognise(view: ConversationView): void {
    const { problem } = this.#state;
    if (problem?.kind !== "question-refused") return;
    const { question } = problem;
    if (!view.messages.some(({ id }) => id === question.messageId)) return;
    this.draft.drop(question);
    this.#update({ problem: null });
  }

  #accept(runId: string | null): void {
    this.#resumedRunId = runId;
    this.draft.settle();
    this.#update({ accepted: this.#state.accepted + 1, isSending: false });
    this.#events.onAccepted(this, runId);
  }

  #onError(error: Error): void {
    this.#update({ isSending: false });
    const runId = this.#transport.progress?.runId ?? null;
    const last = this.chat.lastMessage;
    if (error instanceof RunGoneError) void this.#fetchStored(runId ?? "");
    else if (runId === null) {
      this.#refuse(refusalOf(error));
      // Another tab or device was faster: show what it asked.
      if (error instanceof RequestError && error.status === 409) void this.#events.onReload(this);
    } else if (last?.role === "assistant" && last.metadata?.status && !isActive(last.metadata.status)) {
      // The answer itself says how it ended.
    } else this.#update({ problem: { kind: "connection-refused", runId, ...refusalOf(error) } });
  }

  #refuse(refusal: Refusal): void {
    if (this.#beforeRegenerate) {
      this.chat.messages = this.#beforeRegenerate;
      this.#update({ problem: { kind: "answer-refused", ...refusal } });
    } else if (this.#asked !== null) {
      const question = this.#asked;
      this.chat.messages = this.chat.messages.filter((message) => message.id !== question.messageId);
      this.draft.giveBack(question);
      this.#update({ problem: { kind: "question-refused", question, ...refusal } });
    } else this.#update({ problem: { kind: "answer-refused", ...refusal } });
  }

  /** The rest of an answer whose log is gone is in the store; what is shown stays until it is here. */
  async #fetchStored(runId: string): Promise<void> {
    this.#update({ isFetching: true });
    for (const pauseMs of RELOAD_PAUSES_MS) {
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      if (!this.#state.isFetching) return;
      await this.#events.onReload(this);
    }
    if (!this.#state.isFetching) return;
    const reason = "The rest of this answer could not be loaded.";
    const problem: Problem = { kind: "connection-refused", runId, reason, isSignedOut: false, retryAt: null };
    this.#update({ isFetching: false, problem });
  }

  #nameStoppedAnswer(answerId: string): void {
    const last = this.chat.lastMessage;
    if (last?.role !== "assistant" || last.parts.length > 0) return;
    this.chat.messages = [...this.chat.messages.slice(0, -1), { ...last, id: answerId }];
  }

  #update(change: Partial<SessionState>): void {
    // Each piece of a stream reports that its connection lives: only news reaches the view.
    if (!isNews(this.#state, change)) return;
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Stored messages as the AI SDK keeps them. */
export function toUIMessages(view: ConversationView): ChatUIMessage[] {
  return view.messages.map((message) => ({ ...message, parts: message.parts }) as ChatUIMessage);
}
