import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { receiveNews } from "../banking/receive-news";
import { log } from "../log";
import { errorAnswer } from "./error-answer";
import { tooLarge } from "./read-body";

const MAX_BODY_BYTES = 256 * 1024;

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
    const body = await readBytes(request);
    const token = request.headers["plaid-verification"];
    await receiveNews({ body, token: typeof token === "string" ? token : null });
    log().info({ ...line, status: 200, ms: Math.round(performance.now() - startedAt) }, "request");
    response.writeHead(200).end();
  } catch (thrown) {
    const { status, headers, body } = errorAnswer(thrown, requestId, line);
    response.writeHead(status, { ...headers, "content-type": "application/json" }).end(JSON.stringify(body));
  }
}

/** What came, read no further than the limit. @throws {AppError} `too_large` */
async function readBytes(request: IncomingMessage): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  // The connection stays for the answer when reading ends early.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    length += part.length;
    if (length > MAX_BODY_BYTES) throw tooLarge(MAX_BODY_BYTES);
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}
