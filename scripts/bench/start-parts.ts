import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../embedded/postgres/start-postgres";
import { startRedis } from "../../embedded/redis/start-redis";
import { migrateDatabase } from "../../lib/db/migrate";
import { PACKAGE_CACHE } from "../launch/package-cache";
import { startBank } from "../launch/start-bank";
import { startMongo } from "../launch/start-mongo";

export type BenchParts = {
  /** The settings of the application: stores of its own that write to disk as in production, and the sandbox bank. */
  environment: Record<string, string>;
  bankUrl: string;
  /** Of the stores, for who counts what they use. */
  pids: { postgres: number; redis: number; mongo: number };
  logFile(name: string): string;
  stop(): Promise<void>;
};

/** Real servers, each in a process of its own, in a folder that goes with them. */
export async function startBenchParts(): Promise<BenchParts> {
  const folder = await mkdtemp(join(tmpdir(), "purser-bench-"));
  // Where PostgreSQL runs as another account than root, that account must be able to enter.
  await chmod(folder, 0o755);
  const logFile = (name: string) => join(folder, `${name}.log`);
  const options = (name: string) => ({ directory: join(folder, name), logFile: logFile(name) });
  const [database, redis, mongo, bank] = await Promise.all([
    startPostgres({ ...options("postgres"), durable: true }),
    startRedis({ ...options("redis"), packageCache: PACKAGE_CACHE, durable: true }),
    startMongo(options("mongo")),
    startBank(options("plaid")),
  ]);
  await migrateDatabase(database.url);
  return {
    bankUrl: bank.url,
    pids: { postgres: database.pid, redis: redis.pid, mongo: mongo.pid },
    logFile,
    environment: {
      DATABASE_URL: database.url,
      DATABASE_PREPARED_STATEMENTS: "true",
      MONGODB_URI: mongo.url,
      REDIS_URL: redis.url,
      AUTH_URL: "http://localhost:3000",
      AUTH_SECRET: "of-a-bench-only-of-a-bench-only-of-a-bench-only",
      ENCRYPTION_KEYS: `bench:${Buffer.alloc(32, 7).toString("base64")}`,
      PLAID_CLIENT_ID: "sandbox",
      PLAID_SECRET: "sandbox",
      PLAID_ENV: "sandbox",
      PLAID_BASE_URL: bank.url,
      LOG_LEVEL: "info",
    },
    async stop() {
      await Promise.all([bank.stop(), redis.stop(), mongo.stop(), database.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
