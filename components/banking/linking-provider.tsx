"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import type { LinkMetadata, LinkSession, LinkWindowKind } from "@/lib/contract/linking";
import { ACCOUNTS_HEADING } from "./accounts-heading";
import { finishLink } from "./finish-link";
import { ask, type LinkActions, type SandboxActions } from "./link-actions";
import { LinkDialog } from "./link-dialog";
import type { LinkTarget } from "./link-window";
import type { Linking } from "./linking";
import { forgetLink, rememberLink } from "./pending-link";

const OpenLinkContext = createContext<((target: LinkTarget) => void) | null>(null);

/** Opens Link; null where banks cannot be changed. */
export const useOpenLink = () => useContext(OpenLinkContext);

type LinkingProviderProps = {
  kind: LinkWindowKind;
  actions: LinkActions;
  sandbox: SandboxActions;
  children: ReactNode;
};

/** One window for linking on this page, whichever button opens it. */
export function LinkingProvider({ kind, actions, sandbox, children }: LinkingProviderProps) {
  const router = useRouter();
  const [linking, setLinking] = useState<Linking>({ phase: "closed" });
  // What is answered to an opening that was closed meanwhile must not open it again.
  const turn = useRef(0);
  const opener = useRef<Element | null>(null);

  async function open(target: LinkTarget) {
    turn.current += 1;
    const mine = turn.current;
    if (linking.phase === "closed") opener.current = document.activeElement;
    setLinking({ phase: "opening" });
    const result = await ask(() => actions.openLink(target));
    if (turn.current !== mine) return;
    if (!result.ok) {
      setLinking({ phase: "problem", message: result.error.message, retry: () => void open(target) });
      return;
    }
    const { linkToken, mode, expiration } = result.data;
    if (kind === "plaid") rememberLink({ linkToken, mode, expiration, target });
    setLinking({ phase: "window", session: result.data, target, isShown: false });
  }

  async function finish(
    { session, target }: { session: LinkSession; target: LinkTarget },
    publicToken: string | null,
    metadata: LinkMetadata,
  ) {
    forgetLink();
    setLinking({ phase: "finishing", bank: metadata.institution?.name ?? "your bank" });
    const result = await finishLink(actions, { session, target, publicToken, metadata });
    router.refresh();
    if (result.ok) {
      setLinking({ phase: "ended", end: result.data });
      return;
    }
    const { code, message } = result.error;
    const retry = () =>
      void (code === "unavailable" ? finish({ session, target }, publicToken, metadata) : open(target));
    setLinking({ phase: "problem", message, retry });
  }

  function close(problem: string | null = null, target: LinkTarget = {}) {
    turn.current += 1;
    forgetLink();
    setLinking(
      problem === null
        ? { phase: "closed" }
        : { phase: "problem", message: problem, retry: () => void open(target) },
    );
  }

  return (
    <OpenLinkContext value={open}>
      {children}
      <LinkDialog
        kind={kind}
        linking={linking}
        sandbox={sandbox}
        onOpen={open}
        onShown={() => setLinking((now) => (now.phase === "window" ? { ...now, isShown: true } : now))}
        onSuccess={finish}
        onClose={close}
        onClosed={() => giveFocusBack(opener.current)}
      />
    </OpenLinkContext>
  );
}

/** What opened the window may be gone by now: an item of a menu, a button of a bank that is no longer broken. */
function giveFocusBack(opener: Element | null) {
  const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
  const target = isThere ? opener : document.getElementById(ACCOUNTS_HEADING);
  target?.focus();
}
