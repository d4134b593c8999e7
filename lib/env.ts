import { z } from "zod";
import { lazy } from "./lazy";
import { parseRedisAddress } from "./redis-address";

const url = (...protocols: string[]) =>
  z.string().refine((value) => protocols.some((protocol) => value.startsWith(`${protocol}://`)), {
    error: `must start with ${protocols.map((protocol) => `${protocol}://`).join(" or ")}`,
  });

const redisAddress = z.string().transform((value, context) => {
  try {
    return parseRedisAddress(value);
  } catch (error) {
    context.issues.push({
      code: "custom",
      message: error instanceof Error ? error.message : "",
      input: value,
    });
    return z.NEVER;
  }
});

/** Zod's own words could quote the value, which may be a secret. */
const reason = (issue: z.core.$ZodIssue) =>
  issue.code === "invalid_value" ? `must be one of ${issue.values.join(", ")}` : issue.message;

const hasDistinctIds = (keys: string) => {
  const ids = keys.split(",").map((pair) => pair.slice(0, pair.indexOf(":")));
  return new Set(ids).size === ids.length;
};

/** Where Plaid has banks (ISO 3166-1 alpha-2). */
const COUNTRIES = [
  ...["US", "CA", "GB", "IE", "FR", "ES", "NL", "DE", "IT", "PL"],
  ...["DK", "NO", "SE", "FI", "EE", "LT", "LV", "PT", "BE", "AT"],
];

const countryCodes = z
  .string()
  .default("US")
  .transform((list) => list.split(",").map((code) => code.trim().toUpperCase()))
  .refine((codes) => codes.every((code) => COUNTRIES.includes(code)), {
    error: "must be country codes like US or US,CA, of countries in which Plaid has banks",
  });

const flag = z.enum(["true", "false"]).transform((value) => value === "true");

const limit = (usual: number) => z.coerce.number().int().min(1).max(1_000_000).default(usual);

/** Every setting of the application. `.env.example` lists exactly these keys; a test compares them. */
export const EnvironmentSchema = z.object({
  DATABASE_URL: url("postgres", "postgresql"),
  /** For a PostgreSQL that is reached directly, or through a pooler that keeps sessions (docs/stores.md). */
  DATABASE_PREPARED_STATEMENTS: flag.default(false),
  MONGODB_URI: url("mongodb", "mongodb+srv"),
  /** One server, a cluster or sentinels (docs/stores.md). */
  REDIS_URL: redisAddress,

  AUTH_URL: url("http", "https"),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  AUTH_GOOGLE_ID: z.string().optional(),
  AUTH_GOOGLE_SECRET: z.string().optional(),
  AUTH_GITHUB_ID: z.string().optional(),
  AUTH_GITHUB_SECRET: z.string().optional(),
  /** `id:base64` pairs, comma-separated, 32 bytes each; the first encrypts, all decrypt. */
  ENCRYPTION_KEYS: z
    .string()
    .regex(
      /^[\w-]+:[A-Za-z0-9+/]{43}=(,[\w-]+:[A-Za-z0-9+/]{43}=)*$/,
      "must be id:base64 of 32 bytes, comma-separated",
    )
    .refine(hasDistinctIds, "must give each key an id of its own"),

  PLAID_CLIENT_ID: z.string().min(1, "is missing"),
  PLAID_SECRET: z.string().min(1, "is missing"),
  PLAID_ENV: z.enum(["sandbox", "production"]).default("sandbox"),
  /** Another base URL than Plaid's own: the built-in sandbox bank. */
  PLAID_BASE_URL: url("http", "https").optional(),
  /** Banks of these countries can be linked. */
  PLAID_COUNTRY_CODES: countryCodes,
  /** Ask for Plaid's own recurring streams, an add-on with a price of its own. */
  PLAID_RECURRING: flag.default(false),

  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: url("http", "https").optional(),
  OPENAI_MODEL: z.string().default("gpt-5-mini"),

  WORKER_MODE: z.enum(["separate", "inline"]).default("separate"),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(500).default(50),
  /** How long a worker that is asked to go finishes what it answers, before it hands the rest to another one. */
  WORKER_GRACE_SECONDS: z.coerce.number().int().min(0).max(3_600).default(10),
  /** How many workers `npm start` runs; elsewhere start as many as you like. */
  WORKER_COUNT: z.coerce.number().int().min(1).max(64).default(1),

  /** Limits (docs/streaming.md): answers of one person that are not finished, and messages of one person. */
  ANSWERS_PER_PERSON: limit(5),
  MESSAGES_PER_MINUTE: limit(30),
  MESSAGES_PER_HOUR: limit(500),
  /** Answers that may wait for a worker, of all people together. */
  QUEUE_LIMIT: limit(5_000),
  /** Open streams of one person and of all people, in one web process. */
  STREAMS_PER_PERSON: limit(50),
  STREAMS_PER_PROCESS: limit(10_000),

  /** Of the mail server; without one nothing is sent by e-mail. */
  SMTP_URL: url("smtp", "smtps").optional(),
  MAIL_FROM: z.string().optional(),

  DEMO_ENABLED: flag.default(false),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export type Environment = z.infer<typeof EnvironmentSchema>;

/** Thrown at boot: one line per setting that is wrong, each naming the key. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** @throws {EnvironmentError} listing every bad setting, never its value */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  // An empty line of .env means "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = EnvironmentSchema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const key = String(issue.path[0]);
    return `  ${key} ${given[key] === undefined ? "is missing" : reason(issue)}`;
  });
  throw new EnvironmentError(`Bad settings (see .env.example):\n${lines.join("\n")}`);
}

/** The settings, parsed once on first call. @throws {EnvironmentError} */
export const env = lazy("env", () => parseEnvironment(process.env));
