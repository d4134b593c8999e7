import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { receiveNews } from "../banking/receive-news";
import { log } from "../log";
import { errorAnswer } from "./error-answer";
import { readBytes } from "./read-body";

/**
 * News of banks from Plaid, by POST. Who sends it is proved by its signature over exactly the bytes that came: there is no
 * session, and no origin to ask for. Every error leaves as `ErrorBody`; any other method gets 405.
 *
 * Works on Node's own request: docs/decisions/0024-webhooks-on-nodes-request.md says why.
 */
export async function webhookRoute(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = randomUUID();
  const startedAt = performance.now();
  const line = { requestId, method: request.method, path: "/api/webhooks/plaid" };
  response.setHeader("x-request-id", requestId).setHeader("cache-control", "no-store");
  try {
    if (request.method !== "POST") {
      response.writeHead(405, { allow: "POST" }).end();
      return;
    }
    // The connection stays for the answer when reading ends early.
    const body = await readBytes(request.iterator({ destroyOnReturn: false }));
    const token = request.headers["plaid-verification"];
    await receiveNews({ body, token: typeof token === "string" ? token : null });
    log().info({ ...line, status: 200, ms: Math.round(performance.now() - startedAt) }, "request");
    response.writeHead(200).end();
  } catch (thrown) {
    const { status, headers, body } = errorAnswer(thrown, requestId, line);
    response.writeHead(status, { ...headers, "content-type": "application/json" }).end(JSON.stringify(body));
  }
}
