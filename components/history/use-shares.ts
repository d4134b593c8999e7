"use client";

import { useEffect, useState } from "react";
import { useWorkspace } from "@/components/chat/workspace";
import type { NewShare, ShareSummary } from "@/lib/contract/sharing";

const OFFLINE = "The server could not be reached. Check your connection and try again.";

/** The person's links, read when this is first shown. Null while they are on their way. */
export function useShares() {
  const { history } = useWorkspace();
  const [shares, setShares] = useState<readonly ShareSummary[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    let isShown = true;
    void history
      .listShares()
      .catch(() => null)
      .then((result) => {
        if (!isShown) return;
        setShares(result?.ok ? result.data : []);
        if (!result?.ok) setProblem(result?.error.message ?? OFFLINE);
      });
    return () => {
      isShown = false;
    };
  }, [history]);

  /** @returns the address of the new link; null when it was refused */
  async function share(wanted: NewShare): Promise<string | null> {
    const result = await history.share(wanted).catch(() => null);
    setProblem(result?.ok ? null : (result?.error.message ?? OFFLINE));
    if (!result?.ok) return null;
    setShares((known) => [result.data.share, ...(known ?? [])]);
    return result.data.address;
  }
  async function revoke(shareId: string): Promise<void> {
    const result = await history.revokeShare({ shareId }).catch(() => null);
    const isGone = result?.ok || result?.error.code === "not_found";
    setProblem(isGone ? null : (result?.error.message ?? OFFLINE));
    if (isGone) setShares((known) => known?.filter(({ id }) => id !== shareId) ?? null);
  }
  return { shares, problem, share, revoke };
}
