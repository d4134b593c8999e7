import type { IncomingMessage } from "node:http";
import { plaidErrors } from "../plaid-error";

const MAXIMUM_BYTES = 1_048_576;

/** The body of a request as a JSON object. @throws {PlaidError} INVALID_BODY when it is not one, or is over 1 MiB */
export async function readJsonBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    bytes += buffer.length;
    if (bytes <= MAXIMUM_BYTES) chunks.push(buffer); // Reads on, so that the client hears the answer.
  }
  if (bytes > MAXIMUM_BYTES) throw plaidErrors.invalidBody("body is larger than 1 MiB");
  return toObject(Buffer.concat(chunks).toString("utf8"));
}

function toObject(text: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw plaidErrors.invalidBody();
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    throw plaidErrors.invalidBody("body must be a JSON object");
  }
  return { ...parsed };
}
