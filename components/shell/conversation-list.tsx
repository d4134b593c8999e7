"use client";

import { useMemo } from "react";
import { type ConversationGroup, groupConversations } from "@/components/chat/group-conversations";
import { useWorkspace } from "@/components/chat/workspace";
import { HistoryTools } from "@/components/history/history-tools";
import { ShowOlder } from "@/components/history/show-older";
import { usePath } from "../live/use-address";
import { ConversationItem } from "./conversation-item";

export function ConversationList({ onNavigate }: { onNavigate: () => void }) {
  const { conversations, unread, now, person } = useWorkspace();
  const pathname = usePath();
  const groups = useMemo(
    () => groupConversations(conversations, { now, timeZone: person.timeZone }),
    [conversations, now, person.timeZone],
  );
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <HistoryTools onNavigate={onNavigate} />
      <Conversations groups={groups} unread={unread} pathname={pathname} onNavigate={onNavigate} />
    </div>
  );
}

type ConversationsProps = {
  groups: ConversationGroup[];
  unread: readonly string[];
  pathname: string;
  onNavigate: () => void;
};

function Conversations({ groups, unread, pathname, onNavigate }: ConversationsProps) {
  return (
    <nav aria-label="Conversations" className="scrollbar-quiet min-h-0 flex-1 overflow-y-auto px-2 pt-1 pb-4">
      <ul aria-label="Conversations">
        {groups.map((group) => (
          <li key={group.label}>
            <h2 className="px-2.5 pt-4 pb-1.5 font-medium text-muted-foreground text-xs">{group.label}</h2>
            <ul aria-label={group.label} className="space-y-px">
              {group.conversations.map((conversation) => (
                <ConversationItem
                  key={conversation.id}
                  conversation={conversation}
                  isUnread={unread.includes(conversation.id)}
                  isOpen={pathname === `/chat/${conversation.id}`}
                  onNavigate={onNavigate}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {groups.length === 0 && (
        <p className="px-2.5 pt-4 text-muted-foreground text-sm leading-relaxed">
          Your conversations will be kept here.
        </p>
      )}
      <ShowOlder isArchived={false} />
    </nav>
  );
}
