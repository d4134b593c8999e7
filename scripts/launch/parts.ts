import { startPostgres } from "../../embedded/postgres/start-postgres";
import { startRedis } from "../../embedded/redis/start-redis";
import type { DataDirectory } from "./data-directory";
import { readJsonFile, writeJsonFile } from "./json-file";
import { PACKAGE_CACHE } from "./package-cache";
import type { Part, StartOptions } from "./part";
import { say, step } from "./progress";
import type { Missing } from "./settings";
import { startBank } from "./start-bank";
import { startMongo } from "./start-mongo";
import type { Supervisor } from "./supervisor";

type PartName = "postgres" | "mongo" | "redis" | "plaid";
type Context = { directory: DataDirectory; supervisor: Supervisor };

/**
 * Starts the servers behind the URLs that nobody configured, side by side, on the ports they had last time.
 * @returns the settings that point the application at them
 */
export async function startParts(missing: Missing, context: Context): Promise<Record<string, string>> {
  const portsFile = context.directory.file("ports.json");
  const ports = readJsonFile<Partial<Record<PartName, number>>>(portsFile) ?? {};
  const run = async (name: PartName, label: string, start: (options: StartOptions) => Promise<Part>) => {
    const logFile = context.directory.logFile(name);
    const directory = context.directory.file(name);
    const startHere = async () => {
      const preferred = ports[name];
      const started = await start({
        directory,
        logFile,
        ...(preferred === undefined ? {} : { port: preferred }),
      });
      // One that is started again must be where the others know it to be.
      ports[name] = started.port;
      return started;
    };
    const part = await step(
      label,
      () => context.supervisor.run(name, startHere),
      ({ port }) => `port ${port}`,
    );
    return part.url;
  };
  const [database, mongo, redis, plaid] = await allOrFirstError([
    missing.database &&
      run("postgres", "PostgreSQL", (options) => startPostgres({ ...options, durable: true })),
    missing.mongo && run("mongo", "MongoDB", startMongo),
    missing.redis &&
      run("redis", "Redis", (options) =>
        startRedis({ ...options, packageCache: PACKAGE_CACHE, durable: true, say }),
      ),
    missing.plaid && run("plaid", "sandbox bank", startBank),
  ]);
  writeJsonFile(portsFile, ports);
  return {
    ...(database && { DATABASE_URL: database, DATABASE_PREPARED_STATEMENTS: "true" }),
    ...(mongo && { MONGODB_URI: mongo }),
    ...(redis && { REDIS_URL: redis }),
    ...(plaid && {
      PLAID_BASE_URL: plaid,
      // This bank bills nobody.
      PLAID_RECURRING: "true",
      PLAID_CLIENT_ID: "sandbox",
      PLAID_SECRET: "sandbox",
      PLAID_ENV: "sandbox",
    }),
  };
}

/** Lets the others come up before it throws, so that nothing is started behind the back of the clean-up. */
async function allOrFirstError<Value>(
  values: readonly (Promise<Value> | false)[],
): Promise<(Value | false)[]> {
  const results = await Promise.allSettled(values);
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
  return Promise.all(values);
}
