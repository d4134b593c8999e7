import type { LinkTokenGetMetadataResponse, LinkTokenGetSessionsResponse } from "plaid";
import type { LinkSession, LinkToken } from "../bank/link-state";
import type { Wire } from "./wire";

/** What the token was made with. */
export function linkTokenMetadata(token: LinkToken): Wire<LinkTokenGetMetadataResponse> {
  return {
    client_name: token.clientName,
    language: token.language,
    country_codes: token.countryCodes,
    initial_products: token.products,
    webhook: token.webhook,
    redirect_uri: token.redirectUri,
    ...(token.accountFilters === null ? {} : { account_filters: token.accountFilters }),
  };
}

/** What became of one session. The token that the browser got is told too: it can still be exchanged once. */
export function toPlaidLinkSession(session: LinkSession): Wire<LinkTokenGetSessionsResponse> {
  return {
    link_session_id: session.sessionId,
    started_at: session.startedAt,
    finished_at: session.finishedAt,
    ...(session.publicToken === null
      ? {}
      : { on_success: { public_token: session.publicToken, metadata: null } }),
  };
}
