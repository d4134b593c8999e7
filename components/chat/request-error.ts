import { ErrorBody } from "../../lib/contract/error-body";

/** The server refused. `message` is the server's own, written for the person who reads it. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
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
  return new RequestError(response.status, message);
}

/** True when trying again can help. Browsers word network failures differently, so only refusals count as final. */
export const isTransient = (error: unknown): boolean =>
  !(error instanceof RunGoneError) && !(error instanceof RequestError && !error.isTransient);
