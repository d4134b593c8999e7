"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { ask } from "@/components/banking/link-actions";
import type { HistoryActions } from "@/components/history/history-actions";
import type { Finished } from "@/components/live/live-list";
import { LiveState, type Removed } from "@/components/live/live-state";
import { idInPath } from "@/components/live/use-address";
import { useLiveFeed } from "@/components/live/use-live-feed";
import { useOpenConversation } from "@/components/live/use-open-conversation";
import { useRefreshOccasions } from "@/components/live/use-refresh-occasions";
import type { Person } from "@/lib/contract/account";
import type { ConversationSummary, ConversationView } from "@/lib/contract/chat";
import type { ActionResult } from "@/lib/contract/error-body";
import type { RateAnswer } from "@/lib/contract/feedback";
import { textOf } from "./chat-message";
import { ChatSession, type SessionEvents, toUIMessages } from "./chat-session";
import { type ConversationActions, type ConversationChanges, changesOf } from "./conversation-changes";
import { type ProposalActions, ProposalStates } from "./proposal-states";
import { useNewChats } from "./use-new-chats";
import { useTemporaryChats } from "./use-temporary-chats";

/** The server actions of the chat pages. */
type ChatActions = ConversationActions & {
  listConversations: () => Promise<ActionResult<ConversationSummary[]>>;
  loadConversation: (input: { id: string }) => Promise<ActionResult<ConversationView>>;
  showBranch: (input: { id: string; messageId: string }) => Promise<ActionResult<ConversationView>>;
  rateAnswer: (input: RateAnswer) => Promise<ActionResult<void>>;
  leaveTemporary: (input: { id: string }) => Promise<ActionResult<unknown>>;
  proposals: ProposalActions;
};

export type Workspace = ConversationChanges & {
  person: Person;
  modelLabel: string;
  isOffline: boolean;
  /** When the server made the page: the first paint must not ask the browser's clock. */
  now: Date;
  conversations: readonly ConversationSummary[];
  /** Takes up those that the page came without. */
  addOlder: (older: readonly ConversationSummary[]) => void;
  /** Those with an answer that was not looked at yet. */
  unread: readonly string[];
  /** Those that were deleted in another tab or on another device. */
  deleted: readonly string[];
  /** Answers that ended in a conversation that is not open. */
  finished: readonly Finished[];
  /** It is looked at. */
  dismiss: (conversationId: string) => void;
  /** Takes the message off the screen; the mark in the list stays. */
  hideFinished: (conversationId: string) => void;
  watchNews: LiveState["watch"];
  /** How the changes stand that were proposed. */
  proposals: ProposalStates;
  openSession: (id: string, seed: ConversationView | null) => ChatSession;
  findSession: (id: string) => ChatSession | null;
  /** How often a new chat was asked for. */
  newChats: number;
  startNewChat: () => void;
  startTemporaryChat: () => void;
  /** What this tab removed a moment ago. */
  removed: readonly Removed[];
  forgetRemoved: (id: string) => void;
  history: HistoryActions;
};

const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("useWorkspace needs a WorkspaceProvider above it.");
  return workspace;
}

const TITLE_LENGTH = 60;

/** Stands in until the server has named the conversation. */
function firstTitle(session: ChatSession): string {
  const question = session.chat.messages.find((message) => message.role === "user");
  const text = question ? textOf(question).replace(/\s+/g, " ") : "New chat";
  return text.length > TITLE_LENGTH ? `${text.slice(0, TITLE_LENGTH - 1).trimEnd()}…` : text;
}

type ProviderProps = {
  person: Person;
  modelLabel: string;
  isOffline: boolean;
  now: string;
  conversations: ConversationSummary[];
  actions: ChatActions;
  children: ReactNode;
};

export function WorkspaceProvider({ actions, children, ...props }: ProviderProps) {
  const { person, modelLabel, isOffline } = props;
  const [sessions] = useState(() => new Map<string, ChatSession>());
  const [proposals] = useState(() => new ProposalStates(actions.proposals));
  const [live] = useState(() => new LiveState(person.id, props.conversations, sessions));
  const { list, deleted, finished, removed } = useSyncExternalStore(live.subscribe, live.get, live.get);
  const unread = useSyncExternalStore(live.unread.subscribe, live.unread.get, live.unread.getOnServer);
  const conversations = list.conversations;
  const now = useNow(props.now, conversations);
  const { newChats, startNewChat, startTemporaryChat } = useNewChats();

  const refresh = useCallback(async () => {
    // The feed tells what changes; without it the list stays as it is until the next occasion to ask.
    if (live.isLive) return;
    const result = await actions.listConversations().catch(() => null);
    if (result?.ok) live.apply({ type: "snapshot", personId: person.id, conversations: result.data });
  }, [actions, live, person.id]);
  useRefreshOccasions(refresh, conversations);
  useLiveFeed(live);
  useEffect(() => live.watch((event) => proposals.hear(event)), [live, proposals]);
  useOpenConversation(live, actions);
  const leaveUnlessOpen = useTemporaryChats(live, sessions, actions.leaveTemporary);

  const events = useMemo<SessionEvents>(
    () => ({
      onAccepted: (session, runId) => {
        const { isTemporary } = session.getState();
        live.begin(session.id, isTemporary ? null : firstTitle(session), runId);
        showInAddressBar(session.id);
        leaveUnlessOpen(session, idInPath(window.location.pathname));
      },
      onEnded: (session) => {
        live.pause(session.id);
        void refresh();
      },
      onReload: async (session) => {
        const result = await actions.loadConversation({ id: session.id }).catch(() => null);
        if (result?.ok) session.replace(result.data);
      },
      onShow: (session, messageId) => ask(() => actions.showBranch({ id: session.id, messageId })),
      onRate: (rating) => ask(() => actions.rateAnswer(rating)),
    }),
    [actions, leaveUnlessOpen, live, refresh],
  );

  const workspace = useMemo<Workspace>(
    () => ({
      person,
      modelLabel,
      isOffline,
      now,
      conversations,
      addOlder: live.addOlder,
      unread,
      deleted,
      finished,
      dismiss: live.dismiss,
      hideFinished: live.hide,
      watchNews: live.watch,
      proposals,
      newChats,
      startNewChat,
      startTemporaryChat,
      findSession: (id) => sessions.get(id) ?? null,
      openSession: (id, seed) => {
        const known = sessions.get(id);
        if (known) return known;
        const session = new ChatSession(id, seed ? toUIMessages(seed) : [], events, seed ?? undefined);
        sessions.set(id, session);
        return session;
      },
      ...changesOf(actions, live),
      removed,
      forgetRemoved: live.forgetRemoved,
      history: actions.history,
    }),
    [
      actions,
      conversations,
      deleted,
      events,
      finished,
      isOffline,
      live,
      modelLabel,
      newChats,
      now,
      person,
      proposals,
      removed,
      sessions,
      startNewChat,
      startTemporaryChat,
      unread,
    ],
  );

  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

/** The first paint must not ask the browser's clock; afterwards a list that changed is grouped by the day it is now. */
function useNow(first: string, conversations: readonly ConversationSummary[]): Date {
  const [now, setNow] = useState(() => new Date(first));
  const [seen, setSeen] = useState(conversations);
  if (seen !== conversations) {
    setSeen(conversations);
    setNow(new Date());
  }
  return now;
}

/** A new conversation gets its address without a navigation: nothing is loaded again, nothing is mounted again. */
function showInAddressBar(id: string): void {
  if (window.location.pathname === "/chat") window.history.replaceState(null, "", `/chat/${id}`);
}
