import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { EnvironmentSchema, parseEnvironment } from "../../lib/env";
import { WEB_PROGRAM, WEB_SETTINGS, workerProgram } from "../launch/build";
import { WORKER_FLAGS } from "../launch/worker-flags";

type Service = {
  image?: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: object;
  depends_on?: Record<string, { condition: string }>;
};
type Compose = { services: Record<string, Service>; volumes: Record<string, unknown> };

const read = (file: string) => readFileSync(file, "utf8");
const compose = parse(read("compose.yaml"), { merge: true }) as Compose;
const dockerfile = read("Dockerfile").replaceAll("\\\n", "");
const instructions = (name: string) =>
  [...dockerfile.matchAll(new RegExp(`^\\s*${name} (.*)$`, "gm"))].map(([, rest]) => String(rest));
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`compose.yaml has no service ${name}`);
  return found;
};
const OF_PURSER = ["web", "worker", "migrate"];
const WORKER_COMMAND = ["node", ...WORKER_FLAGS, workerProgram(".")];

/** What `${NAME:-default}` and `${NAME:?message}` come to when only these are given. */
const interpolate = (text: string, given: Record<string, string>) =>
  text.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, rest: string) =>
    kind === "-" ? (given[name] ?? rest) : (given[name] ?? `missing ${name}`),
  );

/** Docker is not needed for these: they hold the files to one another and to the application. */
describe("the image", () => {
  it("copies only what there is", () => {
    const copied = instructions("COPY").filter((rest) => !rest.startsWith("--from="));
    const sources = copied.flatMap((rest) => rest.split(" ").slice(0, -1));
    expect(sources).toContain("package-lock.json");
    for (const source of sources) expect(existsSync(source), source).toBe(true);
    const programs = instructions("RUN").flatMap((rest) => /node (\S+)/.exec(rest)?.[1] ?? []);
    expect(programs).toEqual(["scripts/build-image.mjs"]);
    for (const program of programs) expect(existsSync(program), program).toBe(true);
  });

  it("runs on a Node that package.json allows, not as root, and says when it is not well", () => {
    expect(instructions("FROM").map((rest) => /node:(\d+)/.exec(rest)?.[1])).toEqual(["24", "24"]);
    expect(instructions("USER")).toEqual(["node"]);
    expect(instructions("HEALTHCHECK").join()).toContain("/api/health/live");
    expect(existsSync("app/api/health/live/route.ts")).toBe(true);
  });

  it("starts the web as npm start does", () => {
    expect(instructions("CMD").at(-1)).toBe(`["node", "${WEB_PROGRAM}"]`);
    const environment = instructions("ENV").join(" ");
    for (const [name, value] of Object.entries(WEB_SETTINGS))
      expect(environment).toContain(`${name}=${value}`);
    expect(environment).toContain(`PORT=${instructions("EXPOSE").join()}`);
  });

  it("is built without settings, history and packages of this machine", () => {
    const ignored = read(".dockerignore").split("\n");
    expect(ignored).toEqual(expect.arrayContaining([".env", ".env.*", ".git", "node_modules", ".vercel"]));
  });

  it("is built from files that are not left out of it", () => {
    const ignored = read(".dockerignore")
      .split("\n")
      .filter((line) => line !== "" && !/^[#!]/.test(line));
    const needed = [
      "app",
      "pages",
      "components",
      "lib",
      "workers",
      "embedded",
      "scripts",
      "drizzle",
      "package.json",
    ];
    expect(needed.filter((path) => ignored.includes(path))).toEqual([]);
  });
});

describe("compose.yaml", () => {
  it("gives every process of Purser the settings of the schema, and only those", () => {
    const leftOut = ["WORKER_MODE", "WORKER_COUNT", "WORKER_GRACE_SECONDS"];
    const expected = Object.keys(EnvironmentSchema.shape).filter((name) => !leftOut.includes(name));
    for (const name of OF_PURSER)
      expect(Object.keys(service(name).environment ?? {}).sort(), name).toEqual(expected.sort());
  });

  it("boots once the four settings are given that it asks for", () => {
    const written = service("web").environment ?? {};
    const asked = Object.values(written).flatMap((text) => /\$\{(\w+):\?/.exec(text)?.[1] ?? []);
    expect(asked).toEqual(["AUTH_SECRET", "ENCRYPTION_KEYS", "PLAID_CLIENT_ID", "PLAID_SECRET"]);
    const given = {
      AUTH_SECRET: "0123456789abcdef0123456789abcdef",
      ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString("base64")}`,
      PLAID_CLIENT_ID: "client",
      PLAID_SECRET: "secret",
    };
    const environment = Object.fromEntries(
      Object.entries(written).map(([name, text]) => [name, interpolate(text, given)]),
    );
    expect(parseEnvironment(environment)).toMatchObject({ PLAID_ENV: "sandbox", WORKER_MODE: "separate" });
  });

  it("names the stores by their services, and reaches them with the password that they have", () => {
    const { DATABASE_URL, MONGODB_URI, REDIS_URL } = service("web").environment ?? {};
    for (const [url, host] of [
      [DATABASE_URL, "postgres"],
      [MONGODB_URI, "mongo"],
      [REDIS_URL, "redis"],
    ])
      expect(interpolate(url ?? "", {})).toMatch(new RegExp(`[/@]${host}:\\d+`));
    const { POSTGRES_PASSWORD, POSTGRES_USER, POSTGRES_DB } = service("postgres").environment ?? {};
    expect(DATABASE_URL).toContain(`//${POSTGRES_USER}:${POSTGRES_PASSWORD}@`);
    expect(DATABASE_URL).toMatch(new RegExp(`/${POSTGRES_DB}$`));
    expect(service("redis").command).toContain("noeviction");
  });

  it("runs commands that the image has, on the port that it listens on", () => {
    expect(service("web").command).toEqual(["node", WEB_PROGRAM]);
    expect(service("worker").command).toEqual(WORKER_COMMAND);
    expect(service("web").ports?.[0]).toMatch(new RegExp(`:${instructions("EXPOSE").join()}$`));
    const programs = JSON.stringify([service("migrate").command, service("worker").healthcheck]);
    for (const [, name] of programs.matchAll(/programs\/([\w-]+)\.mjs/g))
      expect(existsSync(join("scripts/image", `${name}.ts`)), name).toBe(true);
  });

  it("waits: stores are well before they are migrated, and migrated before they are used; their data stays", () => {
    expect(service("migrate").depends_on).toEqual({ postgres: { condition: "service_healthy" } });
    for (const name of ["web", "worker"])
      expect(service(name).depends_on?.migrate?.condition).toBe("service_completed_successfully");
    for (const name of ["postgres", "mongo", "redis", "worker"])
      expect(service(name).healthcheck, name).toBeDefined();
    const mounted = ["postgres", "mongo", "redis"].map((name) => service(name).volumes?.[0]?.split(":")[0]);
    expect(mounted).toEqual(Object.keys(compose.volumes));
  });
});

describe("fly.toml", () => {
  const fly = read("fly.toml");
  it("runs the worker of the image, and gives it time to go", () => {
    expect(fly).toContain(`worker = "${WORKER_COMMAND.join(" ")}"`);
    expect(fly).toContain('kill_signal = "SIGTERM"');
    const seconds = Number(/^kill_timeout = "(\d+)s"$/m.exec(fly)?.[1]);
    expect(seconds).toBeGreaterThanOrEqual(EnvironmentSchema.shape.WORKER_GRACE_SECONDS.parse(undefined) + 5);
    const built = /^dockerfile = "(.*)"$/m.exec(fly)?.[1] ?? "";
    expect(existsSync(built)).toBe(true);
    expect(dirname(built)).toBe(".");
  });
});
