"use client";

import { useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { useWorkspace } from "@/components/chat/workspace";
import { useConversationInAddress } from "../live/use-address";

/** How long a message may take to appear, for instance because its conversation has to be loaded first. */
const PATIENCE_MS = 8_000;
/** A long conversation is laid out bit by bit, and follows its end until somebody scrolls: the place is held so long. */
const HOLD_MS = 400;
const SHINE_MS = 2_400;
const SHINE =
  "rounded-xl bg-primary/10 shadow-[0_0_0_0.625rem_color-mix(in_oklab,var(--color-primary)_10%,transparent)]";

/** Goes to the message that the address names (`/chat/…?message=…`): into sight, lit up, with the keyboard at it. */
export function JumpToMessage() {
  const messageId = useSearchParams()?.get("message") ?? null;
  const conversationId = useConversationInAddress();
  const { findSession } = useWorkspace();
  useEffect(() => {
    if (messageId === null || conversationId === null) return;
    const stopped = new AbortController();
    const jump = async () => {
      await until(() => findSession(conversationId) !== null, stopped.signal);
      const session = findSession(conversationId);
      // It is on another branch of the conversation.
      if (session?.chat.messages.every(({ id }) => id !== messageId)) await session.show(messageId, -1);
      const isThere = await until(() => elementOf(messageId) !== null, stopped.signal);
      if (isThere) await shine(messageId, stopped.signal);
      // Coming back to the page must not jump again.
      if (!stopped.signal.aborted) window.history.replaceState(null, "", window.location.pathname);
    };
    void jump();
    return () => stopped.abort();
  }, [messageId, conversationId, findSession]);
  return null;
}

const elementOf = (messageId: string): HTMLElement | null =>
  document.querySelector(`[data-message-id="${CSS.escape(messageId)}"]`);

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function until(isSo: () => boolean, signal: AbortSignal): Promise<boolean> {
  const end = performance.now() + PATIENCE_MS;
  while (!isSo()) {
    if (signal.aborted || performance.now() > end) return false;
    await nextFrame();
  }
  return true;
}

async function shine(messageId: string, signal: AbortSignal): Promise<void> {
  const end = performance.now() + HOLD_MS;
  while (performance.now() < end && !signal.aborted) {
    elementOf(messageId)?.scrollIntoView({ block: "center" });
    await nextFrame();
  }
  const element = elementOf(messageId);
  if (element === null || signal.aborted) return;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  const classes = SHINE.split(" ");
  element.classList.add(
    "outline-none",
    "transition-[background-color,box-shadow]",
    "duration-500",
    ...classes,
  );
  setTimeout(() => element.classList.remove(...classes), SHINE_MS);
}
