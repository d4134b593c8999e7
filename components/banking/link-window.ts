import type { ConnectionView } from "@/lib/contract/banking";
import type { LinkMetadata, LinkSession } from "@/lib/contract/linking";

/** Opens Link for a new bank, or for one the person has. */
export type LinkTarget = { connectionId?: string; selectAccounts?: boolean };

/** A revoked connection is named too: the new link takes its place. */
export const connectionTarget = (
  connectionId: string,
  remedy: NonNullable<ConnectionView["remedy"]>,
): LinkTarget => ({ connectionId, ...(remedy === "select_accounts" && { selectAccounts: true }) });

/** What Plaid's window and ours have in common: they hand back the same. */
export type LinkWindowProps = {
  session: LinkSession;
  target: LinkTarget;
  /** No token in update mode: there is nothing to exchange. */
  onSuccess: (publicToken: string | null, metadata: LinkMetadata) => void;
  /** The person left; `problem` is why, when it was not their wish. */
  onExit: (problem: string | null) => void;
};
