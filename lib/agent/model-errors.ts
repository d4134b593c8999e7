import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "../errors";

/** Longer waits are for the person to decide. */
const MAX_WAIT_MILLISECONDS = 10_000;

type HttpFacts = {
  status: number | undefined;
  code: string | undefined;
  /** Of the error's cause: `fetch` puts what happened to the socket there. */
  causeCode: string | undefined;
  name: string;
  message: string;
};

const objectOf = (value: unknown): object => (typeof value === "object" && value !== null ? value : {});

function factsOf(error: unknown): HttpFacts {
  const source = objectOf(error);
  const text = (key: string, from = source) => {
    const value: unknown = Reflect.get(from, key);
    return typeof value === "string" ? value : undefined;
  };
  const status: unknown = Reflect.get(source, "status");
  return {
    status: typeof status === "number" ? status : undefined,
    code: text("code"),
    causeCode: text("code", objectOf(Reflect.get(source, "cause"))),
    name: text("name") ?? "",
    message: text("message") ?? "",
  };
}

const isOutOfCredit = ({ status, code, message }: HttpFacts): boolean =>
  code === "insufficient_quota" || (status === 429 && /quota|billing|credit/i.test(message));

const isTemporary = ({ status }: HttpFacts): boolean =>
  status === undefined || status === 408 || status === 409 || status === 429 || status >= 500;

const isTimeout = ({ name, message }: HttpFacts): boolean =>
  /timeout/i.test(name) || /timed out/i.test(message);

/**
 * Called by LangChain after each failed attempt, before any text has come: throwing ends the attempts. LangChain's
 * own handler gives up on a 429 without `Retry-After`; this one does not.
 */
export async function delayBeforeRetry(error: unknown): Promise<void> {
  const facts = factsOf(error);
  if (/abort/i.test(facts.name) || isTimeout(facts) || isOutOfCredit(facts) || !isTemporary(facts))
    throw error;
  const wait = retryAfterOf(error);
  if (wait > MAX_WAIT_MILLISECONDS) throw error;
  await sleep(wait);
}

/** Milliseconds of the `Retry-After` header, 0 without one. Seconds only: that is what model providers send. */
function retryAfterOf(error: unknown): number {
  const headers: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "headers") : undefined;
  const value = headers instanceof Headers ? headers.get("retry-after") : null;
  const seconds = Number(value ?? 0);
  return Number.isFinite(seconds) ? seconds * 1_000 : 0;
}

const MISCONFIGURED = "Ask whoever runs this Purser to check";

const BY_STATUS: Record<number, () => AppErrorParts> = {
  401: () => ["internal", `The language model refused the server's key. ${MISCONFIGURED} OPENAI_API_KEY.`],
  403: () => ["internal", `The language model refused the server's key. ${MISCONFIGURED} OPENAI_API_KEY.`],
  404: () => [
    "internal",
    `The language model was not found. ${MISCONFIGURED} OPENAI_MODEL and OPENAI_BASE_URL.`,
  ],
  413: () => ["too_large", "This conversation has become too long. Start a new one."],
  429: () => ["rate_limited", "The language model is busy. Try again in a minute."],
};
type AppErrorParts = [code: ConstructorParameters<typeof AppError>[0], message: string];

/**
 * Whatever ended an answer early, as an error with words for the person who waits and the right answer to "can trying
 * again help?". An `AppError` stays as it is.
 */
export function toModelError(thrown: unknown): AppError {
  const root = rootOf(thrown);
  if (root instanceof AppError) return root;
  const [code, message] = partsOf(factsOf(root));
  return new AppError(code, message, { cause: root });
}

function partsOf(facts: HttpFacts): AppErrorParts {
  const { status, code, name } = facts;
  if (isOutOfCredit(facts)) {
    return ["internal", `The language model's account has no credit left. ${MISCONFIGURED} its billing.`];
  }
  if (code === "context_length_exceeded" || name === "ContextOverflowError") {
    return ["too_large", "This conversation has become too long. Start a new one."];
  }
  if (name === "GraphRecursionError") {
    return ["internal", "The question took too many look-ups. Ask it in smaller parts."];
  }
  const known = status === undefined ? undefined : BY_STATUS[status];
  if (known) return known();
  if (status !== undefined && status < 500 && status !== 408) {
    return ["internal", "The language model did not accept the question. Please put it differently."];
  }
  if (isTimeout(facts))
    return ["unavailable", "The language model did not answer in time. Please try again."];
  if (status !== undefined) return ["unavailable", "The language model has a problem. Please try again."];
  return isConnectionError(facts)
    ? ["unavailable", "The connection to the language model broke. Please try again."]
    : ["internal", "Something went wrong on our side. Please try again."];
}

/** Of Node's sockets and resolver, and of undici. */
const CONNECTION_CODES =
  /^(?:ECONN(?:RESET|REFUSED|ABORTED)|EPIPE|E(?:HOST|NET)(?:UNREACH|DOWN)|ETIMEDOUT|ENOTFOUND|EAI_\w+|UND_ERR_\w+|ERR_(?:TLS|SSL)_\w+|ERR_STREAM_PREMATURE_CLOSE|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT)$/;

/** How `fetch` tells of a cut or refused connection: a plain `TypeError` whose message alone sets it apart. */
const CONNECTION_MESSAGES =
  /^(?:terminated|fetch failed|connection error\.?|other side closed|socket hang up|premature close|network error)$/i;

/** Anything else without an HTTP status is a mistake of ours, whichever model answers. */
const isConnectionError = ({ code, name, message, causeCode }: HttpFacts): boolean =>
  name === "APIConnectionError" ||
  CONNECTION_MESSAGES.test(message) ||
  [code, causeCode].some((known) => known !== undefined && CONNECTION_CODES.test(known));

/** LangChain's middleware wraps errors; the cause of the innermost wrapper is what happened. */
function rootOf(thrown: unknown): unknown {
  let root = thrown;
  while (root instanceof Error && "~brand" in root && root["~brand"] === "MiddlewareError" && root.cause) {
    root = root.cause;
  }
  return root;
}
