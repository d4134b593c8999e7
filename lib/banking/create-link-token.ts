import { requestLinkToken } from "../plaid/link";

/**
 * A token with which this person opens Link once.
 * @returns expiration as ISO 8601 UTC
 * @throws {AppError} `unavailable` when Plaid does not answer
 */
export function createLinkToken(userId: string): Promise<{ linkToken: string; expiration: string }> {
  return requestLinkToken(userId);
}
