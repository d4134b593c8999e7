import { z } from "zod";
import type { Identifier } from "./identifier";
import type { Money } from "./money";

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
  /** Null when the bank does not say. */
  balance: Money | null;
  available: Money | null;
  /** ISO 8601 UTC: when the bank stated the balance. */
  asOf: string;
};

/** A linked bank in the person's words. Holds no token and no Plaid id. */
export type ConnectionView = {
  id: Identifier;
  institutionName: string;
  status: "active" | "login_required" | "error";
  /** Null until the first rows have arrived. */
  lastSyncedAt: string | null;
  /**
   * What is still on its way: all transactions, for the first time ("started") or since the bank had none ready yet
   * ("waiting"), or only the older ones. Null when all are there, or when `problem` says why not.
   */
  reading: "started" | "waiting" | "older" | null;
  /** What is wrong and what helps, in plain words; null when all is well. */
  problem: string | null;
  accounts: AccountView[];
};

/** What Link hands back; exchanged on the server, once. */
export const ExchangePublicToken = z.object({
  publicToken: z.string().min(1).max(200),
  institutionId: z.string().max(100).nullish(),
  institutionName: z.string().max(200).nullish(),
});
export type ExchangePublicToken = z.infer<typeof ExchangePublicToken>;

/** A play-money bank that can be linked without Link, where the environment is a sandbox. */
export type SandboxHousehold = { id: string; institutionName: string; description: string };

export const LinkSandboxBank = z.object({ householdId: z.string().min(1).max(64) });
export type LinkSandboxBank = z.infer<typeof LinkSandboxBank>;
