"use client";

import { useEffect, useState } from "react";
import type { FoundConversation } from "@/lib/contract/history";
import type { HistoryActions } from "./history-actions";

/** So long after the last key the server is asked. */
const PAUSE_MS = 160;

type Search = {
  /** What was found for the text as it was a moment ago; null before anything was looked for. */
  found: readonly FoundConversation[] | null;
  isSearching: boolean;
  problem: string | null;
};

const NOTHING: Search = { found: null, isSearching: false, problem: null };
const OFFLINE = "The search could not be reached. Check your connection.";

/** Looks for a text while it is typed. An answer to an earlier text never takes the place of a later one. */
export function useSearch(text: string, search: HistoryActions["search"]): Search {
  const [state, setState] = useState<Search>(NOTHING);
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === "") {
      setState(NOTHING);
      return;
    }
    let isCurrent = true;
    setState((before) => ({ ...before, isSearching: true }));
    const timer = setTimeout(async () => {
      const result = await search({ text: wanted }).catch(() => null);
      if (!isCurrent) return;
      if (result?.ok) setState({ found: result.data, isSearching: false, problem: null });
      else setState({ found: null, isSearching: false, problem: result?.error.message ?? OFFLINE });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [wanted, search]);
  return state;
}
