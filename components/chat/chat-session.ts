import { Chat } from "@ai-sdk/react";
import { v7 as uuidv7 } from "uuid";
import type { BranchNode, ConversationView } from "../../lib/contract/chat";
import type { ActionResult } from "../../lib/contract/error-body";
import type { Feedback, RateAnswer } from "../../lib/contract/feedback";
import { isActive } from "../../lib/contract/run";
import { leaveBehind, unite } from "./branches";
import type { ChatUIMessage } from "./chat-message";
import { Draft, type Question } from "./draft";
import { completeEarlier, mergeStored } from "./merge-stored";
import { QuestionQueue } from "./question-queue";
import { RequestError, RunGoneError } from "./request-error";
import { RunTransport } from "./run-transport";
import {
  CALM,
  isNews,
  type Problem,
  type Refusal,
  refusalOf,
  type SessionState,
  type Step,
} from "./session-state";

export type SessionEvents = {
  onAccepted: (session: ChatSession, runId: string | null) => void;
  onEnded: (session: ChatSession) => void;
  /** The stored conversation, when the log of a run is gone. */
  onReload: (session: ChatSession) => Promise<void>;
  onShow: (session: ChatSession, messageId: string) => Promise<ActionResult<ConversationView>>;
  onRate: (rating: RateAnswer) => Promise<ActionResult<void>>;
};

/** What was shown before a question or an answer was asked for in the place of another one. */
type Before = {
  messages: ChatUIMessage[];
  elsewhere: readonly BranchNode[];
  edit: { edited: string; question: Question } | null;
};

/** A conversation that the server does not have yet. */
const UNKNOWN = { elsewhere: [] };

const RELOAD_PAUSES_MS = [0, 1_000, 3_000, 10_000];

/**
 * One conversation in this tab. It lives outside React, so that an answer goes on while another conversation is looked
 * at, and is never newer in the server's copy than here unless that copy holds everything that is here.
 */
export class ChatSession {
  readonly id: string;
  readonly chat: Chat<ChatUIMessage>;
  readonly draft: Draft;
  /** Asked one after the other, each when the answer before it is there. */
  readonly queue = new QuestionQueue();
  readonly #transport: RunTransport;
  readonly #events: SessionEvents;
  readonly #listeners = new Set<() => void>();
  #state: SessionState;
  #asked: Question | null = null;
  #before: Before | null = null;
  #resumedRunId: string | null = null;

  constructor(
    id: string,
    messages: ChatUIMessage[],
    events: SessionEvents,
    { elsewhere, isTemporary }: Pick<ConversationView, "elsewhere" | "isTemporary"> = UNKNOWN,
  ) {
    this.id = id;
    this.#state = { ...CALM, elsewhere, isTemporary: isTemporary === true };
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
      onFinish: () => this.#end(),
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

  /** Only before the first question: what was said in a conversation that is kept stays, and the reverse. */
  setTemporary(isTemporary: boolean): void {
    if (this.chat.messages.length === 0) this.#update({ isTemporary });
  }

  /** The conversation has this question already. */
  readonly hasMessage = (id: string): boolean => this.chat.messages.some((message) => message.id === id);

  /** Sends what is in the field, or lets it wait for the answer being written. False: the field is as it was. */
  sendDraft(): boolean {
    if (this.isBusy) return this.#queueDraft();
    const question = this.draft.hold(uuidv7);
    if (question === null) return false;
    void this.#ask(question);
    return true;
  }

  #queueDraft(): boolean {
    const text = this.draft.getText().trim();
    if (text === "" || !this.queue.add({ conversationId: this.id, messageId: uuidv7(), text })) return false;
    this.draft.type("");
    this.draft.save();
    return true;
  }

  /** Sends the question that has waited longest. */
  sendNext(): void {
    const question = this.queue.next();
    if (question === null || this.isBusy) return;
    if (this.hasMessage(question.messageId)) this.queue.remove(question.messageId);
    else void this.#ask(question);
  }

  /** After an answer that was stopped or broke off, what waits may no longer make sense: the person decides. */
  #end(): void {
    this.#events.onEnded(this);
    // The AI SDK lets go of the answer only after this.
    setTimeout(() => {
      if (this.chat.lastMessage?.metadata?.status === "completed" && this.#state.problem === null)
        this.sendNext();
    });
  }

  /** Sends a text that was not typed; what is in the field stays there. */
  send(text: string): void {
    if (!this.isBusy) void this.#ask({ conversationId: this.id, messageId: uuidv7(), text });
  }

  /** Opens a question for being asked differently; null: leaves it as it is. */
  startEditing(editing: SessionState["editing"]): void {
    const { problem } = this.#state;
    this.#update({ editing, problem: problem?.kind === "edit-refused" ? null : problem });
  }

  /** Asks something else in the place of a question. That one and all that follows it stay, as another branch. */
  async edit(edited: string, text: string): Promise<void> {
    const { problem } = this.#state;
    const isSame = problem?.kind === "edit-refused" && problem.question.text === text;
    const question = isSame ? problem.question : { conversationId: this.id, messageId: uuidv7(), text };
    const index = this.chat.messages.findIndex(({ id }) => id === edited);
    if (this.isBusy || index < 0) return;
    const before = this.#leaveFrom(index, { edited, question });
    this.chat.messages = this.chat.messages.slice(0, index);
    this.#update({ editing: { messageId: edited, text } });
    await this.#ask(question, before);
  }

  /** Shows the branch of another version of a message. */
  async show(messageId: string, step: Step): Promise<void> {
    if (this.isBusy) return;
    const result = await this.#events.onShow(this, messageId);
    if (result.ok) {
      this.#update({ editing: null, arrival: { messageId, step } });
      return this.replace(result.data);
    }
    const { code, message: reason } = result.error;
    const isSignedOut = code === "unauthenticated";
    this.#update({
      problem: { kind: "version-refused", messageId, step, reason, isSignedOut, retryAt: null },
    });
  }

  /** Says what the person thinks of an answer: shown at once, and taken back where it cannot be kept. */
  async rate(messageId: string, feedback: Feedback | null): Promise<void> {
    const answer = this.chat.messages.find(({ id }) => id === messageId);
    const runId = answer?.metadata?.runId;
    if (runId === undefined) return;
    const before = answer?.metadata?.feedback ?? null;
    this.#showFeedback(messageId, feedback);
    const result = await this.#events.onRate({ conversationId: this.id, runId, feedback });
    if (result.ok) return;
    this.#showFeedback(messageId, before);
    const { code, message: reason } = result.error;
    const isSignedOut = code === "unauthenticated";
    this.#update({
      problem: { kind: "rating-refused", messageId, feedback, reason, isSignedOut, retryAt: null },
    });
  }

  #showFeedback(messageId: string, feedback: Feedback | null): void {
    this.chat.messages = this.chat.messages.map((message) =>
      message.id === messageId
        ? { ...message, metadata: { ...message.metadata, feedback: feedback ?? undefined } }
        : message,
    );
  }

  /** What is shown from `index` on makes room for another branch. */
  #leaveFrom(index: number, edit: Before["edit"] = null): Before {
    const before = { messages: this.chat.messages, elsewhere: this.#state.elsewhere, edit };
    this.#update({ elsewhere: leaveBehind(before.elsewhere, before.messages, index), arrival: null });
    return before;
  }

  /** Answers the last question again. */
  async retry(): Promise<void> {
    if (this.isBusy) return;
    const { problem } = this.#state;
    if (problem?.kind === "connection-refused") return this.#reconnect(problem.runId);
    if (problem?.kind === "question-refused") return this.#askAgain(problem.question);
    if (problem?.kind === "edit-refused") return this.edit(problem.edited, problem.question.text);
    if (problem?.kind === "rating-refused") {
      this.#update({ problem: null });
      return this.rate(problem.messageId, problem.feedback);
    }
    if (problem?.kind === "version-refused") return this.show(problem.messageId, problem.step);
    this.#update({ problem: null, isFetching: false });
    const last = this.chat.lastMessage;
    if (!last) return;
    if (last.role === "user") {
      // The question is stored but its answer never began: the same id brings back its run.
      this.#asked = null;
      await this.chat.sendMessage({ ...last, messageId: last.id }, { body: this.#kind() });
      return;
    }
    this.#before = this.#leaveFrom(this.chat.messages.length - 1);
    this.#update({ isSending: true });
    await this.chat.regenerate({ messageId: last.id, body: { requestId: uuidv7() } });
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

  async #ask(question: Question, before: Before | null = null): Promise<void> {
    this.#asked = question;
    this.#before = before;
    this.#update({ problem: null, isSending: true, isFetching: false });
    const { messageId: id, text } = question;
    const body = { parentId: this.#followedAnswer(), ...this.#kind() };
    await this.chat.sendMessage({ id, role: "user", parts: [{ type: "text", text }] }, { body });
  }

  #kind(): { isTemporary?: true } {
    return this.#state.isTemporary ? { isTemporary: true } : {};
  }

  /** Undefined for an answer that was stopped before the server could name it: the server knows what is shown last. */
  #followedAnswer(): string | null | undefined {
    const last = this.chat.lastMessage;
    if (last === undefined) return null;
    return last.metadata?.runId === undefined ? undefined : last.id;
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
      const merged = mergeStored(this.chat.messages, toUIMessages(view), this.#state, view);
      if (merged === null) return;
      this.#update({ elsewhere: unite(view.elsewhere, this.#state.elsewhere) });
      const isNews = merged.some((message, index) => message !== this.chat.messages[index]);
      if (isNews) this.chat.messages = merged;
    }
    if (view.activeRunId !== null) void this.resume(view.activeRunId);
  }

  /** Shows the server's copy instead. While an answer is being written here, that copy only completes earlier ones. */
  replace(view: ConversationView): void {
    this.#recognise(view);
    if (this.isBusy) {
      this.#update({ isFetching: false, elsewhere: unite(this.#state.elsewhere, view.elsewhere) });
      this.chat.messages = completeEarlier(this.chat.messages, toUIMessages(view));
      return;
    }
    const { problem } = this.#state;
    const isUnsent = problem?.kind === "question-refused" || problem?.kind === "edit-refused";
    this.#update({ problem: isUnsent ? problem : null, isFetching: false, elsewhere: view.elsewhere });
    this.chat.clearError();
    this.chat.messages = toUIMessages(view);
    if (view.activeRunId !== null) void this.resume(view.activeRunId);
  }

  /** A question whose answers were all lost on the way counted as refused; the server has it all the same. */
  #recognise(view: ConversationView): void {
    const { problem } = this.#state;
    if (problem?.kind !== "question-refused" && problem?.kind !== "edit-refused") return;
    const { question } = problem;
    if (!view.messages.some(({ id }) => id === question.messageId)) return;
    this.draft.drop(question);
    this.#update({ problem: null, editing: null });
  }

  #accept(runId: string | null): void {
    this.#resumedRunId = runId;
    this.draft.settle();
    if (this.#asked !== null) this.queue.remove(this.#asked.messageId);
    this.#update({ accepted: this.#state.accepted + 1, isSending: false, editing: null });
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
    if (this.#before) {
      const { messages, elsewhere, edit } = this.#before;
      this.chat.messages = messages;
      const problem: Problem = edit
        ? { kind: "edit-refused", ...edit, ...refusal }
        : { kind: "answer-refused", ...refusal };
      this.#update({ elsewhere, problem });
    } else if (this.#asked !== null) {
      const question = this.#asked;
      this.chat.messages = this.chat.messages.filter((message) => message.id !== question.messageId);
      if (!this.queue.has(question.messageId)) this.draft.giveBack(question);
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
