import { describe, expect, it } from "vitest";
import { checkSettings } from "./check-settings";

const COMPLETE = {
  DATABASE_URL: "postgres://u:p@db.example:5432/purser?sslmode=require",
  MONGODB_URI: "mongodb+srv://u:p@cluster.example/purser",
  REDIS_URL: "rediss://default:p@redis.example:6379",
  AUTH_URL: "https://purser.example",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
  PLAID_CLIENT_ID: "client",
  PLAID_SECRET: "secret",
};

const problemsWith = (changed: Record<string, string>) =>
  checkSettings(
    { application: { ...COMPLETE, ...changed }, tools: { FLY_APP: "purser" }, overridden: [] },
    ".env.production",
  ).map(({ what }) => what);

describe("settings that are to be deployed", () => {
  it("are fine when the application boots with them and they travel encrypted", () => {
    expect(problemsWith({})).toEqual([]);
    expect(problemsWith({ MONGODB_URI: "mongodb://u:p@a.example,b.example/purser?tls=true" })).toEqual([]);
    expect(problemsWith({ REDIS_URL: "rediss+cluster://u:p@a.example,b.example" })).toEqual([]);
  });

  it.each([
    ["DATABASE_URL", "postgres://u:p@db.example:5432/purser"],
    ["DATABASE_URL", "postgres://u:p@db.example:5432/purser?sslmode=disable"],
    ["MONGODB_URI", "mongodb://u:p@a.example/purser"],
    ["MONGODB_URI", "mongodb+srv://u:p@a.example/purser?tls=false"],
    ["REDIS_URL", "redis://u:p@redis.example:6379"],
  ])("must not send a password in clear: %s %s", (name, value) => {
    expect(problemsWith({ [name]: value })).toEqual([`${name} is an address without TLS`]);
  });

  it.each([
    ["AUTH_URL", "http://purser.example", "must start with https://"],
    ["WORKER_MODE", "inline", "is inline"],
    ["MAIL_FROM", '"Purser" <money@example.com>', "holds"],
    ["SMTP_URL", "smtps://u:p#x@mail.example", "holds"],
    ["WORKER_CONCURRENCY", "many", ""],
  ])("must suit the two hosts: %s %s", (name, value, complaint) => {
    expect(problemsWith({ [name]: value })).toEqual([expect.stringContaining(`${name} ${complaint}`)]);
  });
});
