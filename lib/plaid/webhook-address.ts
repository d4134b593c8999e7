import { type Environment, env } from "../env";

/** Where `pages/api/webhooks/plaid` is. */
const PATH = "/api/webhooks/plaid";
const LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/;

/**
 * Where news of linked banks is to be sent. Undefined when the sender could never reach it: Plaid itself and an address of
 * this machine. A Plaid-compatible server of our own (`PLAID_BASE_URL`) can reach that one.
 */
export const webhookAddress = (): string | undefined => addressWith(env());

export function addressWith({
  AUTH_URL,
  PLAID_BASE_URL,
}: Pick<Environment, "AUTH_URL" | "PLAID_BASE_URL">): string | undefined {
  const address = new URL(PATH, AUTH_URL);
  return PLAID_BASE_URL === undefined && LOOPBACK.test(address.hostname) ? undefined : address.href;
}
