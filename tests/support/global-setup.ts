import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startMongoServer } from "../../embedded/mongo/server";
import { startSandboxBank } from "../../embedded/plaid/server";
import { startPostgres } from "../../embedded/postgres/start-postgres";
import { startRedis } from "../../embedded/redis/start-redis";
import { PACKAGE_CACHE } from "../../scripts/launch/package-cache";

export type TestServices = {
  databaseUrl: string;
  mongoUrl: string;
  redisUrl: string;
  plaidUrl: string;
  /** The MongoDB that the caller of the tests had named, if any: the conformance suite runs against it too. */
  otherMongoUrl: string;
  /** Migrated and empty; every test file works on a copy of it. */
  templateDatabase: string;
};

declare module "vitest" {
  interface ProvidedContext {
    services: TestServices;
  }
}

const TEMPLATE_DATABASE = "migrated";

/** Starts one real server of each kind for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "purser-test-"));
  // Where PostgreSQL runs as another account than root, that account must be able to enter.
  await chmod(folder, 0o755);
  const [database, redis, mongo, plaid] = await Promise.all([
    startPostgres({ directory: join(folder, "postgres"), durable: false, maxConnections: 300 }),
    startRedis({
      directory: join(folder, "redis"),
      packageCache: PACKAGE_CACHE,
      durable: false,
      databases: 1024,
    }),
    startMongoServer({ directory: join(folder, "mongo") }),
    startSandboxBank({ directory: join(folder, "plaid"), today: "2026-11-20" }),
  ]);
  await makeTemplate(database.url);
  project.provide("services", {
    databaseUrl: database.url,
    mongoUrl: mongo.url,
    redisUrl: redis.url,
    plaidUrl: plaid.url,
    otherMongoUrl: process.env.MONGODB_URI ?? "",
    templateDatabase: TEMPLATE_DATABASE,
  });
  return async () => {
    await Promise.all([database.stop(), redis.stop(), mongo.stop(), plaid.stop()]);
    await rm(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(databaseUrl: string): Promise<void> {
  const administrator = postgres(databaseUrl, { max: 1 });
  await administrator.unsafe(`create database ${TEMPLATE_DATABASE}`);
  await administrator.end();
  const url = new URL(databaseUrl);
  url.pathname = `/${TEMPLATE_DATABASE}`;
  const client = postgres(url.href, { max: 1, onnotice: () => undefined });
  await migrate(drizzle(client), { migrationsFolder: "drizzle" });
  await client.end();
}
