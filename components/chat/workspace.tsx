"use client";

import { usePathname, useRouter } from "next/navigation";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { Person } from "@/lib/contract/account";
import type { ConversationSummary, ConversationView } from "@/lib/contract/chat";
import type { ActionResult } from "@/lib/contract/error-body";
import { textOf } from "./chat-message";
import { ChatSession, type SessionEvents, toUIMessages } from "./chat-session";

/** The server actions of the chat pages. */
type ChatActions = {
  listConversations: () => Promise<ActionResult<ConversationSummary[]>>;
  loadConversation: (input: { id: string }) => Promise<ActionResult<ConversationView>>;
  renameConversation: (input: { id: string; title: string }) => Promise<ActionResult<unknown>>;
  deleteConversation: (input: { id: string }) => Promise<ActionResult<unknown>>;
};

export type Workspace = {
  person: Person;
  modelLabel: string;
  isOffline: boolean;
  /** When the server made the page: the first paint must not ask the browser's clock. */
  now: Date;
  conversations: ConversationSummary[];
  openSession: (id: string, seed: ConversationView | null) => ChatSession;
  findSession: (id: string) => ChatSession | null;
  /** How often a new chat was asked for. */
  newChats: number;
  startNewChat: () => void;
  rename: (id: string, title: string) => Promise<ActionResult<unknown>>;
  remove: (id: string) => Promise<ActionResult<unknown>>;
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
  const [conversations, setConversations] = useState(props.conversations);
  const [now, setNow] = useState(() => new Date(props.now));
  const [sessions] = useState(() => new Map<string, ChatSession>());
  const [newChats, startNewChat] = useNewChats();

  const refresh = useCallback(async () => {
    const result = await actions.listConversations().catch(() => null);
    // Without an answer the list stays as it is; the next occasion asks again.
    if (!result?.ok) return;
    setConversations(result.data);
    setNow(new Date());
  }, [actions]);
  useRefreshOccasions(refresh, conversations);

  const events = useMemo<SessionEvents>(
    () => ({
      onAccepted: (session, runId) => {
        setConversations((list) => withActivity(list, session, runId));
        showInAddressBar(session.id);
      },
      onEnded: (session) => {
        setConversations((list) =>
          list.map((item) => (item.id === session.id ? { ...item, activeRunId: null } : item)),
        );
        void refresh();
      },
      onReload: async (session) => {
        const result = await actions.loadConversation({ id: session.id }).catch(() => null);
        if (result?.ok) session.replace(result.data);
      },
    }),
    [actions, refresh],
  );

  const workspace = useMemo<Workspace>(() => {
    const forget = (id: string) => {
      sessions.get(id)?.stop();
      sessions.delete(id);
      setConversations((list) => list.filter((item) => item.id !== id));
    };
    return {
      person,
      modelLabel,
      isOffline,
      now,
      conversations,
      newChats,
      startNewChat,
      findSession: (id) => sessions.get(id) ?? null,
      openSession: (id, seed) => {
        const known = sessions.get(id);
        if (known) return known;
        const session = new ChatSession(id, seed ? toUIMessages(seed) : [], events);
        sessions.set(id, session);
        return session;
      },
      rename: async (id, title) => {
        const result = await actions.renameConversation({ id, title });
        if (result.ok)
          setConversations((list) => list.map((item) => (item.id === id ? { ...item, title } : item)));
        return result;
      },
      remove: async (id) => {
        const result = await actions.deleteConversation({ id });
        if (result.ok) forget(id);
        return result;
      },
    };
  }, [actions, conversations, events, isOffline, modelLabel, newChats, now, person, sessions, startNewChat]);

  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

/** Goes to an empty conversation. Where one is open already, only the cursor goes to its field. */
function useNewChats(): [number, () => void] {
  const router = useRouter();
  const [newChats, setNewChats] = useState(0);
  const startNewChat = useCallback(() => {
    if (window.location.pathname === "/chat") {
      document.querySelector<HTMLTextAreaElement>("main textarea")?.focus();
      return;
    }
    setNewChats((count) => count + 1);
    router.push("/chat");
  }, [router]);
  return [newChats, startNewChat];
}

function withActivity(list: ConversationSummary[], session: ChatSession, activeRunId: string | null) {
  const known = list.find((item) => item.id === session.id);
  const title = known?.title ?? firstTitle(session);
  const updatedAt = new Date().toISOString();
  return [{ id: session.id, title, updatedAt, activeRunId }, ...list.filter((item) => item !== known)];
}

/** A new conversation gets its address without a navigation: nothing is loaded again, nothing is mounted again. */
function showInAddressBar(id: string): void {
  if (window.location.pathname === "/chat") window.history.replaceState(null, "", `/chat/${id}`);
}

const POLL_MS = 5_000;

/** Other tabs and devices change the list too: look again when this tab is looked at, and while something is written elsewhere. */
function useRefreshOccasions(refresh: () => Promise<void>, conversations: ConversationSummary[]): void {
  const pathname = usePathname();
  const isOthersActive = conversations.some(
    (item) => item.activeRunId !== null && !pathname.endsWith(`/${item.id}`),
  );
  useEffect(() => {
    const onFocus = () => void refresh();
    window.addEventListener("focus", onFocus);
    return () => window.removeEventListener("focus", onFocus);
  }, [refresh]);
  useEffect(() => {
    if (!isOthersActive) return;
    const timer = setInterval(() => void refresh(), POLL_MS);
    return () => clearInterval(timer);
  }, [isOthersActive, refresh]);
}
