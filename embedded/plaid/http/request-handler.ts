import type { IncomingMessage, ServerResponse } from "node:http";
import type { Bank } from "../bank/open-bank";
import { ENDPOINTS } from "../endpoints/table";
import { PlaidError, plaidErrors } from "../plaid-error";
import { randomId } from "../wire/opaque-id";
import { type Credentials, checkCredentials } from "./check-credentials";
import { readJsonBody } from "./read-json-body";
import { strike } from "./strike";

const REQUEST_ID_LENGTH = 15;

/** https://plaid.com/docs/api/products/transactions/#categoriesget */
const WITHOUT_CREDENTIALS = "/categories/get";

/** Whole; half of it and then nothing; or no answer at all. */
type Delivery = "whole" | "half" | "none";

async function answer(
  request: IncomingMessage,
  bank: Bank,
  credentials: Credentials,
): Promise<{ body: object; delivery: Delivery }> {
  const path = new URL(request.url ?? "/", "http://bank").pathname;
  const endpoint = request.method === "POST" ? ENDPOINTS.get(path) : undefined;
  if (endpoint === undefined) {
    request.resume();
    throw plaidErrors.notFound();
  }
  const body = await readJsonBody(request);
  if (path !== WITHOUT_CREDENTIALS) checkCredentials(request, body, credentials);
  const cut = await strike(bank, path, body);
  if (cut === "cut") return { body: {}, delivery: "none" };
  return { body: await endpoint(body, bank), delivery: cut === "cut_body" ? "half" : "whole" };
}

function send(response: ServerResponse, status: number, body: object, delivery: Delivery): void {
  if (delivery === "none") {
    response.destroy();
    return;
  }
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { "content-type": "application/json", "content-length": text.length });
  if (delivery === "whole") response.end(text);
  else response.write(text.subarray(0, text.length >> 1), () => response.destroy());
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
      const { body, delivery } = await answer(request, bank, credentials);
      send(response, 200, { ...body, request_id: requestId }, delivery);
    } catch (thrown) {
      const { type, code, message, displayMessage, status } = toPlaidError(thrown);
      const error = {
        error_type: type,
        error_code: code,
        error_code_reason: null,
        error_message: message,
        display_message: displayMessage,
        suggested_action: null,
        documentation_url: `https://plaid.com/docs/errors/${type.toLowerCase().replaceAll("_", "-")}/#${code.toLowerCase()}`,
        request_id: requestId,
      };
      send(response, status, error, "whole");
    }
  };
}
