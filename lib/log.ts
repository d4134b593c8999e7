import pino from "pino";
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

/** JSON lines on stdout. Pass ids and decisions, never tokens, account numbers, message text or whole payloads. */
export const log = lazy("log", () =>
  pino({
    level: env().LOG_LEVEL,
    base: { service: "purser" },
    redact: { paths: SECRETS.flatMap((key) => [key, `*.${key}`]), censor: "[redacted]" },
  }),
);
