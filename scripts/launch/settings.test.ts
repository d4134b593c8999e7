import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { LaunchError } from "./launch-error";
import { applicationEnvironment, checkSettings, missingParts } from "./settings";

const SECRETS = {
  AUTH_SECRET: randomBytes(48).toString("base64url"),
  ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
};
const settings = (configured: Record<string, string> = {}) => ({
  port: 3001,
  dataDirectory: ".data",
  configured,
});

describe("the settings of a start", () => {
  it("are complete with nothing configured", () => {
    expect(() => checkSettings(settings(), SECRETS)).not.toThrow();
    expect(applicationEnvironment(settings(), SECRETS, {})).toMatchObject({
      AUTH_URL: "http://localhost:3001",
      DEMO_ENABLED: "true",
      PORT: "3001",
    });
  });

  it("start only what nobody configured", () => {
    expect(missingParts({ DATABASE_URL: "postgres://db/purser" })).toEqual({
      database: false,
      mongo: true,
      redis: true,
      plaid: true,
    });
  });

  it("offer no demo with keys of a real bank service", () => {
    const environment = applicationEnvironment(settings({ PLAID_CLIENT_ID: "id" }), SECRETS, {});
    expect(environment.DEMO_ENABLED).toBe("false");
  });

  it("prefer what was configured to what was generated", () => {
    const own = { AUTH_SECRET: "s".repeat(40), AUTH_URL: "https://purser.example" };
    expect(applicationEnvironment(settings(own), SECRETS, {})).toMatchObject(own);
  });

  it("tell every bad value by its key, and none of them by its content", () => {
    const bad = { OPENAI_BASE_URL: "hunter2", WORKER_MODE: "sideways", AUTH_SECRET: "short" };
    expect(() => checkSettings(settings(bad), SECRETS)).toThrow(LaunchError);
    try {
      checkSettings(settings(bad), SECRETS);
    } catch (error) {
      const { message } = error as LaunchError;
      for (const key of Object.keys(bad)) expect(message).toContain(key);
      expect(message).not.toMatch(/hunter2|sideways|"short"/);
    }
  });
});
