import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EnvironmentError, EnvironmentSchema, parseEnvironment } from "../../lib/env";

const exampleKeys = () =>
  [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z_]+)=/gm)].map((match) => String(match[1]));

const COMPLETE = {
  DATABASE_URL: "postgres://user:secret@localhost:5432/purser",
  MONGODB_URI: "mongodb://localhost:27017/purser",
  REDIS_URL: "redis://localhost:6379",
  AUTH_URL: "http://localhost:3000",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
  PLAID_CLIENT_ID: "sandbox",
  PLAID_SECRET: "sandbox",
};

describe("the settings", () => {
  it("are listed in .env.example, exactly those of the schema", () => {
    expect(exampleKeys().sort()).toEqual(Object.keys(EnvironmentSchema.shape).sort());
  });

  it("are accepted when every needed one is set", () => {
    expect(parseEnvironment(COMPLETE)).toMatchObject({
      PLAID_ENV: "sandbox",
      WORKER_MODE: "separate",
      WORKER_CONCURRENCY: 50,
    });
  });

  it("take their default when a line of .env is left empty", () => {
    const emptied = Object.fromEntries(exampleKeys().map((key) => [key, ""]));
    expect(parseEnvironment({ ...emptied, ...COMPLETE })).toMatchObject({
      PLAID_ENV: "sandbox",
      LOG_LEVEL: "info",
    });
  });

  it("stop the boot with one line per problem, which names the key and never the value", () => {
    const bad = {
      ...COMPLETE,
      DATABASE_URL: "mysql://user:hunter2@db",
      WORKER_MODE: "sideways",
      AUTH_SECRET: undefined,
    };
    const problem = (() => {
      try {
        parseEnvironment(bad);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(problem).toBeInstanceOf(EnvironmentError);
    const lines = String((problem as Error).message).split("\n");
    expect(lines).toHaveLength(4);
    expect(lines.join("\n")).toMatch(/DATABASE_URL must start with postgres:\/\//);
    expect(lines.join("\n")).toMatch(/AUTH_SECRET is missing/);
    expect(lines.join("\n")).toMatch(/WORKER_MODE/);
    expect(lines.join("\n")).not.toMatch(/hunter2|sideways/);
  });
});
