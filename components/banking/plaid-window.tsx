"use client";

import { useEffect } from "react";
import { type PlaidLinkOnSuccessMetadata, usePlaidLink } from "react-plaid-link";
import type { LinkMetadata } from "@/lib/contract/linking";
import type { LinkWindowProps } from "./link-window";

type PlaidWindowProps = Omit<LinkWindowProps, "target" | "session"> & {
  linkToken: string;
  /** The address at which a bank's own page has sent the person back. */
  receivedRedirectUri?: string;
  onOpened?: () => void;
};

/** Plaid's own window. Its script is fetched from Plaid when this is shown, never before. */
export function PlaidWindow({
  linkToken,
  receivedRedirectUri,
  onOpened,
  onSuccess,
  onExit,
}: PlaidWindowProps) {
  const { open, ready, error } = usePlaidLink({
    token: linkToken,
    ...(receivedRedirectUri !== undefined && { receivedRedirectUri }),
    onSuccess: (publicToken, metadata) => onSuccess(publicToken, toLinkMetadata(metadata)),
    onExit: (problem) =>
      onExit(problem && (problem.display_message || "The bank could not be connected. Please try again.")),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, when it is ready.
  useEffect(() => {
    if (!ready) return;
    onOpened?.();
    open();
  }, [ready]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: told once.
  useEffect(() => {
    if (!error) return;
    onExit("Plaid's window could not be loaded. Check your connection, or what blocks scripts here.");
  }, [error]);

  return null;
}

function toLinkMetadata(metadata: PlaidLinkOnSuccessMetadata): LinkMetadata {
  const { institution, accounts, link_session_id: linkSessionId } = metadata;
  return {
    linkSessionId,
    institution: institution && { institutionId: institution.institution_id, name: institution.name },
    accounts: accounts.map(({ name, mask, type, subtype }) => ({ name, mask, type, subtype })),
  };
}
