import mongoose from "mongoose";
import { connectPostgres } from "../../lib/db/connect-postgres";
import { connectRedis } from "../../lib/redis";
import { withinTime } from "../../lib/within-time";
import type { Problem } from "./problem";

const PATIENCE_MS = 10_000;
const OLDEST = { postgres: 15, mongodb: 6, redis: "6.2" };

type Names = "DATABASE_URL" | "MONGODB_URI" | "REDIS_URL";

/** Asks each store that is named for its version. The settings must be those of this process: Redis is reached by `env()`. */
export async function checkStores(application: Record<string, string>): Promise<Problem[]> {
  const { DATABASE_URL, MONGODB_URI, REDIS_URL } = application;
  const found = await Promise.all([
    DATABASE_URL ? ask("DATABASE_URL", () => checkPostgres(DATABASE_URL)) : [],
    MONGODB_URI ? ask("MONGODB_URI", () => checkMongo(MONGODB_URI)) : [],
    REDIS_URL ? ask("REDIS_URL", checkRedis) : [],
  ]);
  return found.flat();
}

async function ask(name: Names, question: () => Promise<Problem[]>): Promise<Problem[]> {
  try {
    return await withinTime(question(), PATIENCE_MS);
  } catch (error) {
    const reason = error instanceof Error ? error.message || error.name : String(error);
    return [
      {
        what: `${name} cannot be reached: ${reason}`,
        remedy:
          "Start that server, let this machine in, or correct the address. docs/deploy.md has the form for each host.",
      },
    ];
  }
}

async function checkPostgres(url: string): Promise<Problem[]> {
  const client = connectPostgres(url, { max: 1, applicationName: "purser-deploy" });
  try {
    const [row] = await client<{ number: string }[]>`select current_setting('server_version_num') as number`;
    const major = Math.floor(Number(row?.number) / 10_000);
    return major >= OLDEST.postgres
      ? []
      : [tooOld("DATABASE_URL", "PostgreSQL", String(major), String(OLDEST.postgres))];
  } finally {
    void client.end({ timeout: 1 });
  }
}

async function checkMongo(uri: string): Promise<Problem[]> {
  const connection = mongoose.createConnection();
  try {
    await connection.openUri(uri, {
      autoIndex: false,
      autoCreate: false,
      serverSelectionTimeoutMS: PATIENCE_MS / 2,
    });
    const { version = "0" } = (await connection.db?.command({ buildInfo: 1 })) ?? {};
    return isAtLeast(version, String(OLDEST.mongodb))
      ? []
      : [tooOld("MONGODB_URI", "MongoDB", version, String(OLDEST.mongodb))];
  } finally {
    void connection.close();
  }
}

async function checkRedis(): Promise<Problem[]> {
  const client = connectRedis("deploy", { maxRetriesPerRequest: 1, commandTimeout: PATIENCE_MS / 2 });
  try {
    return judgeRedis(`${await client.info("server")}\n${await client.info("memory")}`);
  } finally {
    client.disconnect();
  }
}

/** @param info what the command INFO says of server and memory; some hosts leave lines out, and are believed */
export function judgeRedis(info: string): Problem[] {
  const facts = new Map(
    [...info.matchAll(/^(\w+):(.*?)\r?$/gm)].map(([, key = "", value = ""]) => [key, value]),
  );
  const version = facts.get("redis_version") ?? OLDEST.redis;
  const policy = facts.get("maxmemory_policy") ?? "noeviction";
  const old = isAtLeast(version, OLDEST.redis) ? [] : [tooOld("REDIS_URL", "Redis", version, OLDEST.redis)];
  if (policy === "noeviction") return old;
  return [
    ...old,
    {
      what: `REDIS_URL is a Redis that throws keys away when it is full (maxmemory-policy ${policy})`,
      remedy: "Set maxmemory-policy to noeviction there: a queue that loses keys loses answers.",
    },
  ];
}

/** Compares the first two numbers of a version. */
function isAtLeast(version: string, oldest: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split(".").map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

const tooOld = (name: Names, product: string, version: string, oldest: string): Problem => ({
  what: `${name} is ${product} ${version}`,
  remedy: `Purser needs ${product} ${oldest} or newer: upgrade it, or name another.`,
});
