import { type LoggerOptions, pino } from "pino";
import { describeError } from "./describe-error";
import { env } from "./env";
import { lazy } from "./lazy";

const SECRETS = [
  "accessToken",
  "access_token",
  "publicToken",
  "public_token",
  "password",
  "passwordHash",
  "authorization",
  "cookie",
];

/** Under these names anything that was thrown may stand, also what is no `Error`. */
const ERROR_KEYS = new Set(["err", "error", "cause"]);

/** How every line is cleaned, whoever writes it. */
export const logOptions: LoggerOptions = {
  base: { service: "purser" },
  redact: { paths: SECRETS.flatMap((key) => [key, `*.${key}`]), censor: "[redacted]" },
  serializers: { err: (value: unknown) => (value instanceof Error ? describeError(value) : value) },
  hooks: {
    // Before pino reads the arguments: it would take the message of an error for the message of the line.
    logMethod(args, method) {
      const [first, ...rest] = args;
      method.apply(this, [withSafeErrors(first), ...rest.map(safe)] as typeof args);
    },
  },
};

/** JSON lines on stdout. Pass ids and decisions, never tokens, account numbers, message text or whole payloads. */
export const log = lazy("log", () => pino({ ...logOptions, level: env().LOG_LEVEL }));

const safe = (value: unknown): unknown => (value instanceof Error ? describeError(value) : value);

function withSafeErrors(first: unknown): unknown {
  if (first instanceof Error) return { err: describeError(first) };
  if (typeof first !== "object" || first === null) return first;
  const entries = Object.entries(first).map(([key, value]) => [
    key,
    ERROR_KEYS.has(key) ? describeError(value) : safe(value),
  ]);
  return Object.fromEntries(entries);
}
