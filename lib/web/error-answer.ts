import type { ErrorBody } from "../contract/error-body";
import { toAppError } from "../errors";
import { log } from "../log";

const RETRY_AFTER_SECONDS = 5;

/**
 * What a client is told of anything that was thrown, and one line of the log, with its cause when it is ours.
 * @param line what the log says of the request
 */
export function errorAnswer(
  thrown: unknown,
  requestId: string,
  line: Record<string, unknown>,
): { status: number; headers: Record<string, string>; body: ErrorBody } {
  const error = toAppError(thrown);
  const { code, message, status, retryable, cause } = error;
  const retryAfterSeconds = error.retryAfterSeconds ?? (retryable ? RETRY_AFTER_SECONDS : undefined);
  if (status >= 500) log().error({ ...line, status, code, err: cause ?? thrown }, "request failed");
  else log().info({ ...line, status, code, reason: message }, "request refused");
  const hasWait = retryAfterSeconds !== undefined;
  return {
    status,
    headers: {
      "x-request-id": requestId,
      "cache-control": "no-store",
      ...(hasWait && { "retry-after": String(retryAfterSeconds) }),
    },
    body: { error: { code, message, requestId, ...(hasWait && { retryAfterSeconds }) } },
  };
}
