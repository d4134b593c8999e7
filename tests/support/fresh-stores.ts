import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import postgres from "postgres";
import { afterAll, inject } from "vitest";

/**
 * Every test file gets a database of its own (a copy of the migrated one), a MongoDB database and a Redis number,
 * so that files run side by side and see nothing of one another. `env()` then works as in the application.
 */
const services = inject("services");
const name = `test_${randomUUID().replaceAll("-", "")}`;

const administrator = postgres(services.databaseUrl, { max: 1, onnotice: () => undefined });
await administrator.unsafe(`create database ${name} template ${services.templateDatabase}`);

const counter = new Redis(services.redisUrl);
const redisNumber = await counter.incr("test-files");
await counter.quit();

const withPath = (url: string, path: string) => Object.assign(new URL(url), { pathname: `/${path}` }).href;

Object.assign(process.env, {
  DATABASE_URL: withPath(services.databaseUrl, name),
  DATABASE_PREPARED_STATEMENTS: "true",
  MONGODB_URI: withPath(services.mongoUrl, name),
  REDIS_URL: withPath(services.redisUrl, String(redisNumber)),
  AUTH_URL: "http://localhost:3000",
  AUTH_SECRET: "for-tests-only-for-tests-only-for-tests-only",
  ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString("base64")}`,
  PLAID_CLIENT_ID: "sandbox",
  PLAID_SECRET: "sandbox",
  PLAID_ENV: "sandbox",
  PLAID_BASE_URL: services.plaidUrl,
  LOG_LEVEL: "silent",
});
for (const key of ["OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL"]) delete process.env[key];

afterAll(async () => {
  await administrator.unsafe(`drop database if exists ${name} with (force)`);
  await administrator.end();
});
