import type { IncomingMessage, ServerResponse } from "node:http";
import type { Bank } from "../bank/open-bank";
import { ENDPOINTS } from "../endpoints/table";
import { PlaidError, plaidErrors } from "../plaid-error";
import { randomId } from "../wire/opaque-id";
import { type Credentials, checkCredentials } from "./check-credentials";
import { readJsonBody } from "./read-json-body";

const REQUEST_ID_LENGTH = 15;

async function answer(request: IncomingMessage, bank: Bank, credentials: Credentials): Promise<object> {
  const path = new URL(request.url ?? "/", "http://bank").pathname;
  const endpoint = request.method === "POST" ? ENDPOINTS.get(path) : undefined;
  if (endpoint === undefined) {
    request.resume();
    throw plaidErrors.notFound();
  }
  const body = await readJsonBody(request);
  checkCredentials(request, body, credentials);
  return endpoint(body, bank);
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

function toPlaidError(thrown: unknown): PlaidError {
  if (thrown instanceof PlaidError) return thrown;
  console.error("The sandbox bank failed:", thrown);
  return plaidErrors.internal();
}

/** Answers one request: credentials, endpoint, request id; every error in Plaid's shape. */
export function requestHandler(bank: Bank, credentials: Credentials) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = randomId(REQUEST_ID_LENGTH);
    try {
      send(response, 200, { ...(await answer(request, bank, credentials)), request_id: requestId });
    } catch (thrown) {
      const { type, code, message, displayMessage, status } = toPlaidError(thrown);
      send(response, status, {
        error_type: type,
        error_code: code,
        error_code_reason: null,
        error_message: message,
        display_message: displayMessage,
        suggested_action: null,
        documentation_url: `https://plaid.com/docs/errors/${type.toLowerCase().replaceAll("_", "-")}/#${code.toLowerCase()}`,
        request_id: requestId,
      });
    }
  };
}
