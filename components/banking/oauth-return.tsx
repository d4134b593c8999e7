"use client";

import { LoaderCircleIcon } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { LinkMetadata } from "@/lib/contract/linking";
import { finishLink } from "./finish-link";
import type { LinkActions } from "./link-actions";
import { wordsOf } from "./link-ended";
import { forgetLink, type PendingLink, recallLink } from "./pending-link";

const PlaidWindow = lazy(async () => ({ default: (await import("./plaid-window")).PlaidWindow }));

type Return =
  | { phase: "looking" }
  | { phase: "window"; link: PendingLink; receivedRedirectUri: string }
  | { phase: "finishing" }
  | { phase: "told"; title: string; text: string };

const NOTHING = {
  phase: "told",
  title: "There is nothing to finish here",
  text: "The bank was opened in another window, or this page was loaded twice. Start again on the accounts page.",
} as const;

/** Opens Plaid's window again at the point at which the person left it for the bank's own page. */
export function OauthReturn({ actions }: { actions: LinkActions }) {
  const router = useRouter();
  const [state, setState] = useState<Return>({ phase: "looking" });

  // Only the browser knows what was begun in this tab.
  useEffect(() => {
    const link = recallLink();
    setState(link ? { phase: "window", link, receivedRedirectUri: window.location.href } : NOTHING);
  }, []);

  async function finish(link: PendingLink, publicToken: string | null, metadata: LinkMetadata) {
    forgetLink();
    setState({ phase: "finishing" });
    const { target, mode } = link;
    const result = await finishLink(actions, { session: { mode }, target, publicToken, metadata });
    if (!result.ok) {
      setState({ phase: "told", title: "That did not work", text: result.error.message });
      return;
    }
    const { outcome } = result.data;
    if (outcome === "linked" || outcome === "updated") router.replace("/accounts");
    else setState({ phase: "told", ...wordsOf(result.data) });
  }

  function leave(problem: string | null) {
    forgetLink();
    if (problem === null) router.replace("/accounts");
    else setState({ phase: "told", title: "That did not work", text: problem });
  }

  if (state.phase === "told") {
    return (
      <Notice title={state.title} text={state.text}>
        <Button asChild>
          <Link href="/accounts">To your accounts</Link>
        </Button>
      </Notice>
    );
  }
  return (
    <>
      <Notice title="Connecting your bank…" text="This takes a few seconds.">
        <LoaderCircleIcon className="size-5 animate-spin text-primary" aria-hidden />
      </Notice>
      {state.phase === "window" && (
        <Suspense>
          <PlaidWindow
            linkToken={state.link.linkToken}
            receivedRedirectUri={state.receivedRedirectUri}
            onSuccess={(publicToken, metadata) => void finish(state.link, publicToken, metadata)}
            onExit={leave}
          />
        </Suspense>
      )}
    </>
  );
}

function Notice({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Card className="grid w-full max-w-md justify-items-center gap-3 px-6 py-12 text-center">
      <div role="status" className="grid gap-1.5">
        <h1 className="font-semibold text-lg tracking-tight">{title}</h1>
        <p className="text-pretty text-muted-foreground text-sm leading-relaxed">{text}</p>
      </div>
      {children}
    </Card>
  );
}
