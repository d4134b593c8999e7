"use client";

import { createContext, useContext } from "react";
import type { ChatSession } from "./chat-session";

export const SessionContext = createContext<ChatSession | null>(null);

/** The conversation that the messages around belong to. */
export function useSession(): ChatSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession needs a SessionContext above it.");
  return session;
}
