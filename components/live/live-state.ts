import type { ConversationSummary, ConversationView } from "../../lib/contract/chat";
import type { ActionResult } from "../../lib/contract/error-body";
import type { PersonEvent } from "../../lib/contract/events";
import { isActive } from "../../lib/contract/run";
import type { ChatSession } from "../chat/chat-session";
import { addOlder, applyEvent, deletedBy, type Finished, finishedBy, type LiveList } from "./live-list";
import { Unread } from "./unread";

/** A tab that shows the answer says so within this time; then nobody need be told that it is ready. */
const ELSEWHERE_MS = 300;

/** What this tab deleted and can bring back; with why that failed, where it did. */
export type Removed = { id: string; title: string; wasOpen: boolean; problem: string | null };

type Shown = {
  list: LiveList;
  deleted: readonly string[];
  finished: readonly Finished[];
  removed: readonly Removed[];
};

/** What this tab knows of the person's conversations: what the server rendered, then every change. */
export class LiveState {
  readonly personId: string;
  readonly unread: Unread;
  /** The feed is being read, here or by another tab: whatever changes will be told. */
  isLive = false;
  readonly #sessions: Map<string, ChatSession>;
  readonly #listeners = new Set<() => void>();
  readonly #watchers = new Set<(event: PersonEvent) => void>();
  /** Deleted by this very tab: no news. */
  readonly #removed = new Set<string>();
  /** Runs that this tab began itself. */
  readonly #begun = new Set<string>();
  /** The latest run of a conversation that news told of. */
  readonly #latest = new Map<string, string>();
  #shown: Shown;
  #openId: string | null = null;

  constructor(
    personId: string,
    conversations: readonly ConversationSummary[],
    sessions: Map<string, ChatSession>,
  ) {
    this.personId = personId;
    this.unread = new Unread(personId);
    this.#sessions = sessions;
    this.#shown = { list: { conversations, ended: [] }, deleted: [], finished: [], removed: [] };
  }

  readonly get = (): Shown => this.#shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Called with each event after the list knows it. */
  readonly watch = (watcher: (event: PersonEvent) => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  readonly onLive = (isLive: boolean): void => {
    this.isLive = isLive;
  };

  readonly onEvent = (event: PersonEvent): void => this.apply(event);

  apply(event: PersonEvent): void {
    const { list, deleted } = this.#shown;
    const finished = finishedBy(list, event, this.#isOwn);
    const gone = deletedBy(list, event, this.#isOwn).filter((id) => !this.#removed.has(id));
    const back = backWith(event);
    this.#show({
      list: applyEvent(list, event, this.#isOwn),
      deleted: [...deleted.filter((id) => id !== back && !gone.includes(id)), ...gone],
    });
    this.#noteRuns(event);
    for (const answer of finished) this.#tell(answer);
    for (const watcher of this.#watchers) watcher(event);
  }

  /** A question of this tab was taken. Title null: in a conversation that is in no list. */
  begin(conversationId: string, title: string | null, runId: string | null): void {
    const { list } = this.#shown;
    if (runId !== null) this.#begun.add(runId);
    if (title === null) return;
    const known = list.conversations.find(({ id }) => id === conversationId);
    const row = { id: conversationId, title: known?.title ?? title, updatedAt: new Date().toISOString() };
    const conversations = [
      { ...known, ...row, activeRunId: runId, isArchived: undefined },
      ...list.conversations.filter((item) => item !== known),
    ];
    this.#show({ list: { ...list, conversations } });
  }

  /** Those that the page came without. */
  readonly addOlder = (older: readonly ConversationSummary[]): void => {
    this.#show({
      list: addOlder(
        this.#shown.list,
        older.filter(({ id }) => !this.#removed.has(id)),
      ),
    });
  };

  /** What this tab changed itself, before news of it come back. */
  change(conversationId: string, change: Pick<ConversationSummary, "isPinned" | "isArchived">): void {
    const known = this.#shown.list.conversations.find(({ id }) => id === conversationId);
    if (known) this.apply({ type: "conversation-listed", conversation: { ...known, ...change } });
  }

  /** This tab shows no answer being written any more. If one is, news will tell. */
  pause(conversationId: string): void {
    const { list } = this.#shown;
    const conversations = list.conversations.map((item) =>
      item.id === conversationId ? { ...item, activeRunId: null } : item,
    );
    this.#show({ list: { ...list, conversations } });
  }

  /** Deletes it, and offers to bring it back. */
  async remove(id: string, deleteIt: () => Promise<ActionResult<unknown>>): Promise<ActionResult<unknown>> {
    this.#removed.add(id);
    const title = this.#shown.list.conversations.find((item) => item.id === id)?.title ?? "Conversation";
    const result = await deleteIt();
    if (!result.ok) {
      this.#removed.delete(id);
      return result;
    }
    this.#sessions.get(id)?.stop();
    const offer = { id, title, wasOpen: this.#openId === id, problem: null };
    this.#show({ removed: [...this.#shown.removed, offer] });
    this.apply({ type: "conversation-deleted", id });
    return result;
  }

  /** It is gone for good, and this tab has no more to do with it. */
  forget(id: string): void {
    this.#removed.add(id);
    this.#sessions.get(id)?.stop();
    this.#sessions.delete(id);
  }

  async restore(id: string, restoreIt: () => Promise<ActionResult<unknown>>): Promise<ActionResult<unknown>> {
    const result = await restoreIt();
    if (result.ok) {
      this.#removed.delete(id);
      this.forgetRemoved(id);
    } else this.#changeRemoved(id, { problem: result.error.message });
    return result;
  }

  /** The offer is gone. Until then its address may be shown, and a page that does not know it would be loaded again. */
  readonly forgetRemoved = (id: string): void => {
    this.#sessions.delete(id);
    this.#show({ removed: this.#shown.removed.filter((item) => item.id !== id) });
  };

  #changeRemoved(id: string, change: Partial<Removed>): void {
    const { removed } = this.#shown;
    this.#show({ removed: removed.map((item) => (item.id === id ? { ...item, ...change } : item)) });
  }

  /** The conversation that is looked at; null while the tab is hidden or shows something else. */
  open(id: string | null): void {
    this.#openId = id;
    if (id !== null) this.dismiss(id);
  }

  readonly dismiss = (conversationId: string): void => {
    this.unread.remove(conversationId);
    this.hide(conversationId);
  };

  readonly hide = (conversationId: string): void => {
    const finished = this.#shown.finished.filter((item) => item.conversationId !== conversationId);
    if (finished.length < this.#shown.finished.length) this.#show({ finished });
  };

  /** The run that another tab or device began in a conversation and that is not shown here; null when there is none. */
  missedRun(conversationId: string): string | null {
    const session = this.#sessions.get(conversationId);
    const runId = this.#latest.get(conversationId);
    if (session === undefined || session.isBusy || runId === undefined || this.#begun.has(runId)) return null;
    return session.chat.messages.some(({ metadata }) => metadata?.runId === runId) ? null : runId;
  }

  /** Shows a conversation as the server has it, unless an answer is being shown in it by now. */
  replace(view: ConversationView): void {
    const session = this.#sessions.get(view.id);
    session?.replace(view);
  }

  #noteRuns(event: PersonEvent): void {
    if (event.type !== "run" && event.type !== "snapshot") return;
    if (event.type === "run" && !isActive(event.status)) this.#latest.set(event.conversationId, event.runId);
    for (const { id, activeRunId } of this.#shown.list.conversations)
      if (activeRunId !== null) this.#latest.set(id, activeRunId);
  }

  #tell(answer: Finished): void {
    const { conversationId } = answer;
    if (this.#openId === conversationId) return;
    this.unread.add(conversationId);
    setTimeout(() => {
      if (!this.unread.get().includes(conversationId)) return;
      const others = this.#shown.finished.filter((item) => item.conversationId !== conversationId);
      this.#show({ finished: [...others, answer] });
    }, ELSEWHERE_MS);
  }

  readonly #isOwn = (id: string): boolean => this.#sessions.get(id)?.isBusy ?? false;

  #show(change: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** The conversation that an event shows to be there, even if it was deleted. */
function backWith(event: PersonEvent): string | null {
  if (event.type === "run") return event.conversationId;
  return event.type === "conversation-listed" ? event.conversation.id : null;
}
