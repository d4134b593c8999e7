import { ErrorBody } from "../../lib/contract/error-body";

type Details = {
  /** How long the server asks to be left alone. */
  retryAfterMs?: number | null;
  /** The answer is not ours: something between here and the server wrote it. */
  isBetween?: boolean;
};

/** The server refused. `message` is the server's own, written for the person who reads it. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly status: number;
  readonly retryAfterMs: number | null;
  /** A proxy's word that it found no server: a restart, most often. */
  readonly isBetween: boolean;

  constructor(status: number, message: string, { retryAfterMs = null, isBetween = false }: Details = {}) {
    super(message);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
    this.isBetween = isBetween && (status === 502 || status === 503 || status === 504);
  }

  /** The same request may work in a moment: the server is busy, restarting or behind a proxy that says so. */
  get isTransient(): boolean {
    return this.status >= 500 || this.status === 429 || this.status === 408;
  }
}

/** The run has left the server's log: what it wrote is in the stored conversation. */
export class RunGoneError extends Error {
  override readonly name = "RunGoneError";
}

const FALLBACKS: Record<number, string> = {
  401: "You are signed out. Sign in again to go on; your text is kept.",
  404: "This conversation does not exist any more.",
  413: "The message is too long. Shorten it or send it in parts.",
  429: "Too many questions at once. Wait a moment and try again.",
};

/** What a failed HTTP answer means, in words. Bodies that are not ours (a proxy's page) are not shown. */
export async function toRequestError(response: Response): Promise<RequestError> {
  const body = await response.json().catch(() => null);
  const parsed = ErrorBody.safeParse(body);
  const message = parsed.success
    ? parsed.data.error.message
    : (FALLBACKS[response.status] ?? "The server could not be reached. Please try again.");
  return new RequestError(response.status, message, {
    retryAfterMs: toMilliseconds(response.headers.get("retry-after"), Date.now()),
    isBetween: !parsed.success,
  });
}

/** `Retry-After` in either of its forms: seconds, or the moment as a date. */
export function toMilliseconds(retryAfter: string | null, now: number): number | null {
  if (retryAfter === null) return null;
  if (/^\d{1,6}$/.test(retryAfter)) return Number(retryAfter) * 1_000;
  const moment = Date.parse(retryAfter);
  return Number.isNaN(moment) ? null : Math.max(0, moment - now);
}

/** True when trying again can help. Browsers word network failures differently, so only refusals count as final. */
export const isTransient = (error: unknown): boolean =>
  !(error instanceof RunGoneError) && !(error instanceof RequestError && !error.isTransient);
