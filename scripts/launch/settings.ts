import { existsSync } from "node:fs";
import { EnvironmentError, parseEnvironment } from "../../lib/env";
import { LaunchError } from "./launch-error";

type Variables = Record<string, string>;

export type LaunchSettings = {
  port: number;
  dataDirectory: string;
  /** What the person set, in the environment or in `.env`; empty values left out. */
  configured: Variables;
};

/** Reads `.env` (the environment wins) and the two settings of the launcher. @throws {LaunchError} */
export function readSettings(): LaunchSettings {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const configured: Variables = {};
  for (const [key, value] of Object.entries(process.env)) if (value) configured[key] = value;
  const port = Number(configured.PORT ?? "3000");
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new LaunchError(`PORT=${configured.PORT} is no port. Use a number from 1 to 65535.`);
  }
  return { port, dataDirectory: configured.DATA_DIR ?? ".data", configured };
}

export type Missing = { database: boolean; mongo: boolean; redis: boolean; plaid: boolean };

/** Which parts nobody configured and that are therefore started here. */
export const missingParts = (configured: Variables): Missing => ({
  database: !configured.DATABASE_URL,
  mongo: !configured.MONGODB_URI,
  redis: !configured.REDIS_URL,
  plaid: !configured.PLAID_CLIENT_ID,
});

/** What the application gets: what was configured, completed by secrets, defaults and the URLs of the parts started here. */
export function applicationEnvironment(
  settings: LaunchSettings,
  secrets: Variables,
  parts: Variables,
): Variables {
  return {
    AUTH_URL: `http://localhost:${settings.port}`,
    DEMO_ENABLED: String(missingParts(settings.configured).plaid),
    ...secrets,
    ...settings.configured,
    ...parts,
    PORT: String(settings.port),
  };
}

const PLACEHOLDERS: Variables = {
  DATABASE_URL: "postgres://placeholder",
  MONGODB_URI: "mongodb://placeholder",
  REDIS_URL: "redis://placeholder",
  PLAID_CLIENT_ID: "sandbox",
  PLAID_SECRET: "sandbox",
};

/** Before anything is started: a bad setting is told in one line each. @throws {LaunchError} */
export function checkSettings(settings: LaunchSettings, secrets: Variables): void {
  try {
    parseEnvironment({ ...PLACEHOLDERS, ...applicationEnvironment(settings, secrets, {}) });
  } catch (error) {
    if (error instanceof EnvironmentError) throw new LaunchError(error.message);
    throw error;
  }
}
