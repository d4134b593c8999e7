"use client";

import { usePathname } from "next/navigation";

/** The path of the page that is open, also after it got its address without a navigation. */
// Next calls it nullable because of pages of its other router; no component of ours stands in one.
export const usePath = (): string => usePathname() ?? "/";

/** The id of the conversation that a path names; null for any other page and for a chat that has no address yet. */
export const idInPath = (path: string): string | null => path.match(/^\/chat\/([^/]+)/)?.[1] ?? null;

/** The same of the page that is open. */
export const useConversationInAddress = (): string | null => idInPath(usePath());
