"use client";

import { useCallback, useEffect } from "react";
import type { LiveState } from "../live/live-state";
import { useConversationInAddress } from "../live/use-address";
import type { ChatSession } from "./chat-session";

type LeaveTemporary = (input: { id: string }) => Promise<unknown>;

/**
 * A temporary chat is over as soon as the address shows anything else. Whatever the server is not told here, because the
 * tab was closed or the network is away, it finds by itself.
 * @returns the same for one chat, whose question may have been taken only after it was left
 */
export function useTemporaryChats(
  live: LiveState,
  sessions: ReadonlyMap<string, ChatSession>,
  leave: LeaveTemporary,
): (session: ChatSession, openId: string | null) => void {
  const leaveUnlessOpen = useCallback(
    (session: ChatSession, openId: string | null) => {
      const isBegun = session.chat.messages.length > 0;
      if (!session.getState().isTemporary || !isBegun || session.id === openId) return;
      live.forget(session.id);
      leave({ id: session.id }).catch(() => undefined);
    },
    [live, leave],
  );
  const openId = useConversationInAddress();
  useEffect(() => {
    for (const session of [...sessions.values()]) leaveUnlessOpen(session, openId);
  }, [sessions, leaveUnlessOpen, openId]);
  return leaveUnlessOpen;
}
