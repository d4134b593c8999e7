import type { Identifier } from "./identifier";
import type { Money } from "./money";

/** Where rows come from: a bank through Plaid, or files that the person brought in. */
export const CONNECTION_SOURCES = ["plaid", "file"] as const;
export type ConnectionSource = (typeof CONNECTION_SOURCES)[number];

/**
 * `login_required`: only the person can mend it, by update mode. `error`: the bank is away or something is wrong that will
 * be tried again. `revoked`: access has ended and the data that came through it is deleted; only a new link helps.
 */
export const CONNECTION_STATUSES = ["active", "login_required", "error", "revoked"] as const;
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];

export const ACCOUNT_TYPES = ["depository", "credit", "loan", "investment", "other"] as const;
export type AccountType = (typeof ACCOUNT_TYPES)[number];

/** An account as the person sees it. `balance` of credit and loan accounts is what is owed, as a negative amount. */
export type AccountView = {
  id: Identifier;
  connectionId: Identifier;
  name: string;
  mask: string | null;
  type: AccountType;
  subtype: string | null;
  /** The bank no longer lists it: it has no balance any more, what was on it stays. */
  isClosed: boolean;
  /** Null when the bank does not say. */
  balance: Money | null;
  available: Money | null;
  /** ISO 8601 UTC: when the bank stated the balance. */
  asOf: string;
};

/** A linked bank in the person's words. Holds no token and no Plaid id. */
export type ConnectionView = {
  id: Identifier;
  source: ConnectionSource;
  institutionName: string;
  status: ConnectionStatus;
  /** Null until the first rows have arrived. */
  lastSyncedAt: string | null;
  /**
   * What is still on its way: all transactions, for the first time ("started") or since the bank had none ready yet
   * ("waiting"), or only the older ones. Null when all are there, or when `problem` says why not.
   */
  reading: "started" | "waiting" | "older" | null;
  /** What is wrong and what helps, in plain words; null when all is well. */
  problem: string | null;
  /** What the person can do about it, or may do although all is well ("select_accounts"); null: nothing. */
  remedy: "sign_in" | "select_accounts" | "link_again" | null;
  /** ISO 8601 UTC: it still works, but ends then unless the person signs in again. */
  reconnectBy: string | null;
  /** It has not been read for days, or never since it was linked days ago, whatever its status. Never of files. */
  isStale: boolean;
  accounts: AccountView[];
};
