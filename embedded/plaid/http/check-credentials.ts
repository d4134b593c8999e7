import type { IncomingMessage } from "node:http";
import { plaidErrors } from "../plaid-error";

export type Credentials = { clientId: string; secret: string };

function given(
  request: IncomingMessage,
  body: Record<string, unknown>,
  header: string,
  field: string,
): string | null {
  const value = body[field] ?? request.headers[header];
  return typeof value === "string" && value !== "" ? value : null;
}

/** Credentials come in the body or in headers. @throws {PlaidError} MISSING_FIELDS or INVALID_API_KEYS */
export function checkCredentials(
  request: IncomingMessage,
  body: Record<string, unknown>,
  expected: Credentials,
): void {
  const clientId = given(request, body, "plaid-client-id", "client_id");
  const secret = given(request, body, "plaid-secret", "secret");
  const missing = [clientId === null ? ["client_id"] : [], secret === null ? ["secret"] : []].flat();
  if (missing.length > 0) throw plaidErrors.missingFields(missing);
  if (clientId !== expected.clientId || secret !== expected.secret) throw plaidErrors.invalidApiKeys();
}
