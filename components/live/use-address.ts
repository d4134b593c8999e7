"use client";

import { usePathname } from "next/navigation";

/** The path of the page that is open, also after it got its address without a navigation. */
// Next calls it nullable because of pages of its other router; no component of ours stands in one.
export const usePath = (): string => usePathname() ?? "/";

/** The id of the conversation that the address names; null on any other page and in a chat that has no address yet. */
export const useConversationInAddress = (): string | null => usePath().match(/^\/chat\/([^/]+)/)?.[1] ?? null;
