import type { ActionResult } from "@/lib/contract/error-body";
import type { LinkMetadata, LinkOutcome, LinkSession } from "@/lib/contract/linking";
import { ask, type LinkActions } from "./link-actions";
import type { LinkTarget } from "./link-window";

/** How an opening of Link ended: as the server says of a new bank, or `updated`. */
export type LinkEnd = Omit<LinkOutcome, "outcome"> & { outcome: LinkOutcome["outcome"] | "updated" };

type Finished = {
  session: Pick<LinkSession, "mode">;
  target: LinkTarget;
  publicToken: string | null;
  metadata: LinkMetadata;
};

/** Hands the server what a window handed back: a new bank's token, or the news that an update is done. */
export async function finishLink(
  actions: LinkActions,
  { session, target, publicToken, metadata }: Finished,
): Promise<ActionResult<LinkEnd>> {
  const { connectionId, selectAccounts = false } = target;
  if (session.mode === "update" && connectionId) {
    const { linkSessionId } = metadata;
    const result = await ask(() => actions.finishUpdate({ connectionId, linkSessionId, selectAccounts }));
    return result.ok ? { ok: true, data: { ...result.data, outcome: "updated" } } : result;
  }
  if (publicToken === null) {
    const message = "The bank's window closed without handing anything over. Please connect the bank again.";
    return { ok: false, error: { code: "conflict", message, requestId: "" } };
  }
  return ask(() => actions.finishLink({ ...metadata, publicToken, replaces: connectionId ?? null }));
}
