import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { NextRequest } from "next/server";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { runCommand } from "../../embedded/process/run-command";
import { findSessionPerson } from "../../lib/account/find-session-person";
import { database } from "../../lib/db/client";
import { users } from "../../lib/db/schema/people";
import { EnvironmentSchema } from "../../lib/env";
import { AppError } from "../../lib/errors";
import { liveWorkers, startPulse } from "../../lib/queue/worker-pulse";
import { handlers as auth } from "../../lib/web/auth";
import { chatRoutes } from "../../lib/web/chat-routes";
import { checkReadiness } from "../../lib/web/check-readiness";
import { routeFor } from "../../lib/web/route";
import { readSessionClaims } from "../../lib/web/session-cookie";
import { until } from "../../tests/support/chat-harness";
import { serveWith } from "../../tests/support/serve-routes";
import { StandInTools } from "../../tests/support/stand-in-tools";
import { handlers } from "../../workers/handlers";
import { type RunningWorker, startWorker } from "../../workers/start-worker";
import { main } from "./main";

/** The web that is deployed: the real routes, behind an address that is not the one that people type. */
process.env.AUTH_URL = "https://purser.example";

const OLD_IMAGE = "registry.fly.io/purser-test:deployment-old";
const OLD_WEB = "purser-old.vercel.app";
const NEW_WEB = "https://purser-new.vercel.app";
const ANSWERS = {
  "flyctl releases": JSON.stringify([
    { Version: 8, Status: "failed", ImageRef: "registry.fly.io/purser-test:deployment-broken" },
    { Version: 7, Status: "complete", ImageRef: OLD_IMAGE },
  ]),
  "vercel inspect": JSON.stringify({ url: OLD_WEB, readyState: "READY" }),
  "vercel deploy": NEW_WEB,
};
const SECRETS = {
  PLAID_SECRET: "plaid-secret-of-the-test",
  OPENAI_API_KEY: "sk-of-the-test",
  SMTP_URL: "smtps://mailer:mail-password-of-the-test@mail.example",
};

const routes = chatRoutes(
  routeFor(async (request) => {
    const claims = await readSessionClaims(request.headers.get("cookie"));
    const person = claims && (await findSessionPerson(claims, new Date()));
    if (!person) throw new AppError("unauthenticated", "Sign in.");
    return person;
  }) as Parameters<typeof chatRoutes>[0],
);

/** What goes wrong in the deployed application, as opposed to in the tools. */
let fault: "no worker comes" | "not ready" | "no answer" | null = null;
const stopPulses: (() => Promise<void>)[] = [];

/** Resolves when the others can see it, so that whoever waits for it needs no luck. */
async function bringWorkerToLife(): Promise<void> {
  const id = randomUUID();
  stopPulses.push(startPulse(id));
  await until(async () => (await liveWorkers(Date.now())).includes(id));
}

async function world(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === "/stand-in") {
    if (fault !== "no worker comes") await bringWorkerToLife();
    return new Response();
  }
  if (pathname === "/api/health/ready") {
    const { isReady, ...body } = await checkReadiness();
    return Response.json(body, { status: isReady && fault !== "not ready" ? 200 : 503 });
  }
  if (pathname.startsWith("/api/auth/")) {
    const { method, headers } = request;
    const body = method === "POST" ? { body: await request.text() } : {};
    const asked = new NextRequest(request.url, { method, headers, ...body });
    return method === "POST" ? auth.POST(asked) : auth.GET(asked);
  }
  if (fault === "no answer") return new Response("broken", { status: 500 });
  return routes.send(request, { params: Promise.resolve({}) });
}

let folder: string;
let tools: StandInTools;
let web: Server;
let worker: RunningWorker;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "purser-deploy-"));
  tools = await StandInTools.make(join(folder, "tools"), ANSWERS);
  web = createServer(serveWith(world));
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  for (const args of [
    ["init", "--quiet"],
    ["commit", "--quiet", "--allow-empty", "--message", "first"],
  ])
    execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.com", "-C", folder, ...args]);
  await writeFile(join(folder, ".git", "info", "exclude"), "*\n!new.txt\n");
  worker = await startWorker(handlers);
  // The way to the stand-ins, and to a clone without changes.
  Object.assign(process.env, {
    PATH: `${tools.bin}:${process.env.PATH}`,
    STAND_IN_WORLD: address,
    GIT_DIR: join(folder, ".git"),
    GIT_WORK_TREE: folder,
  });
});

afterEach(async () => {
  fault = null;
  await tools.reset();
  await Promise.all(stopPulses.splice(0).map((stop) => stop()));
});

afterAll(async () => {
  await worker.stop(0);
  web.close();
  await rm(folder, { recursive: true, force: true });
});

const KEPT = ["DATABASE_URL", "MONGODB_URI", "REDIS_URL", "AUTH_URL", "AUTH_SECRET", "ENCRYPTION_KEYS"];
const COMPLETE: Record<string, string> = {
  ...Object.fromEntries(KEPT.map((name) => [name, process.env[name] ?? ""])),
  ...SECRETS,
  PLAID_CLIENT_ID: "client-of-the-test",
  WORKER_CONCURRENCY: "20",
  FLY_APP: "purser-test",
  VERCEL_ORG_ID: "team_test",
  VERCEL_PROJECT_ID: "prj_test",
};

type Run = { settings?: Record<string, string>; args?: string[]; waitSeconds?: number };

async function argumentsFor({ settings = COMPLETE, args = [], waitSeconds = 60 }: Run): Promise<string[]> {
  const file = join(folder, "settings");
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(file, lines.join(""));
  return ["--settings", file, "--address", address, "--wait", String(waitSeconds), ...args];
}

/** The command in this process, which is quicker: it takes its settings from the file only. */
async function run(options: Run = {}): Promise<{ code: number; output: string }> {
  const lines: string[] = [];
  const spies = [vi.spyOn(console, "log"), vi.spyOn(console, "error")];
  for (const spy of spies) spy.mockImplementation((line: string) => void lines.push(line));
  try {
    const code = await main(await argumentsFor(options), {} as NodeJS.ProcessEnv);
    return { code, output: lines.join("\n") };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const commands = async () => (await tools.calls()).map(({ tool, args }) => [tool, ...args].join(" "));
/** Without those that only look. */
const deeds = async () =>
  (await commands()).filter((command) => !/whoami|flyctl releases|vercel inspect/.test(command));

const DEPLOY_WORKER = "flyctl deploy --app purser-test --config fly.toml --yes";
const WORKER_BACK = `${DEPLOY_WORKER} --image ${OLD_IMAGE}`;
const WEB_BACK = `vercel rollback ${OLD_WEB} --timeout 5m --yes`;

describe("npm run deploy", () => {
  it("deploys the worker, then the web, asks a question, and leaves nobody behind", {
    timeout: 180_000,
  }, async () => {
    const args = await argumentsFor({});
    const settings = Object.fromEntries(Object.keys(EnvironmentSchema.shape).map((name) => [name, ""]));
    const env = { ...process.env, ...settings };
    const { code, output } = await runCommand(process.execPath, ["scripts/deploy.mjs", ...args], { env });
    expect(output).toMatch(/✓ question: \d+ characters of an answer/);
    expect(output).toContain("deployed https://purser.example");
    expect(code).toBe(0);
    const done = await deeds();
    expect(done.slice(0, 2)).toEqual(["flyctl secrets import --stage --app purser-test", DEPLOY_WORKER]);
    expect(done.slice(-2)).toEqual([
      "vercel deploy --prod --skip-domain --yes",
      `vercel promote ${NEW_WEB} --timeout 5m --yes`,
    ]);
    expect(await database().select().from(users)).toEqual([]);
  });

  it("hands every setting over by the input, and shows no secret: neither to ps nor on the terminal", async () => {
    await tools.failAt(/^vercel env add SMTP_URL/);
    const { output } = await run();
    const calls = await tools.calls();
    const worker = calls.find(({ args }) => args[0] === "secrets");
    for (const [name, value] of Object.entries(COMPLETE).filter(([name]) => !/^(FLY|VERCEL)_/.test(name)))
      expect(worker?.input).toContain(`${name}=${value}\n`);
    const plaid = calls.find(({ args }) => args.includes("PLAID_SECRET"));
    expect(plaid).toMatchObject({
      args: expect.arrayContaining(["production"]),
      input: SECRETS.PLAID_SECRET,
    });
    const shown = `${output}${JSON.stringify(calls.map(({ args }) => args))}`;
    const names = ["DATABASE_URL", "MONGODB_URI", "REDIS_URL", "AUTH_SECRET", "ENCRYPTION_KEYS"];
    for (const secret of [...names.map((name) => COMPLETE[name] ?? ""), ...Object.values(SECRETS)])
      expect(shown).not.toContain(secret);
    expect(shown).not.toContain("mail-password-of-the-test");
    expect(calls.filter(({ hasSettings }) => hasSettings)).toEqual([]);
  });

  it.each([
    {
      what: "the settings of the worker",
      failing: /^flyctl secrets import/,
      says: /✗ settings of the worker: .*flyctl secrets import/,
      last: ["flyctl secrets import --stage --app purser-test"],
    },
    {
      what: "the worker",
      failing: /^flyctl deploy .* --yes$/,
      says: /✗ worker: [\s\S]*flyctl logs --app purser-test/,
      last: [DEPLOY_WORKER, WORKER_BACK],
    },
    {
      what: "a setting of the web",
      failing: /^vercel env add PLAID_SECRET/,
      says: /✗ settings of the web: [\s\S]*✓ worker is as before/,
      last: ["vercel env add PLAID_SECRET production --force --sensitive --yes", WORKER_BACK],
    },
    {
      what: "the build of the web",
      failing: /^vercel deploy/,
      says: /✗ build of the web: [\s\S]*Mend what the build says/,
      last: ["vercel deploy --prod --skip-domain --yes", WORKER_BACK],
    },
    {
      what: "the switch to the new web",
      failing: /^vercel promote/,
      says: /✗ web: [\s\S]*✓ web is as before[\s\S]*✓ worker is as before/,
      last: [`vercel promote ${NEW_WEB} --timeout 5m --yes`, WEB_BACK, WORKER_BACK],
    },
  ])("stops at $what, says what to do, takes back what was begun, and does nothing else", async (failure) => {
    await tools.failAt(failure.failing);
    const { code, output } = await run();
    expect(code).toBe(1);
    expect(output).toMatch(failure.says);
    expect((await deeds()).slice(-failure.last.length)).toEqual(failure.last);
    expect(await database().select().from(users)).toEqual([]);
  });

  it.each([
    {
      when: "no worker comes",
      waitSeconds: 1,
      says: /✗ worker takes jobs: No new worker/,
      last: [DEPLOY_WORKER, WORKER_BACK],
    },
    {
      when: "not ready",
      waitSeconds: 3,
      says: /✗ ready: Not ready within 3 s.*503/,
      last: [WEB_BACK, WORKER_BACK],
    },
    {
      when: "no answer",
      waitSeconds: undefined,
      says: /✗ question: The question was refused: 500/,
      last: [WEB_BACK, WORKER_BACK],
    },
  ] as const)(
    "rolls back when what it deployed does not work: $when",
    async ({ when, says, last, waitSeconds }) => {
      fault = when;
      const { code, output } = await run(waitSeconds === undefined ? {} : { waitSeconds });
      expect(code).toBe(1);
      expect(output).toMatch(says);
      expect((await deeds()).slice(-last.length)).toEqual(last);
      expect(await database().select().from(users)).toEqual([]);
    },
  );

  it("says how to roll back by hand when that fails too, and goes on with the rest", async () => {
    await tools.failAt(/^vercel (promote|rollback)/);
    const { code, output } = await run();
    expect(code).toBe(1);
    expect(output).toContain(`Do it by hand: \`vercel rollback ${OLD_WEB}\``);
    expect((await deeds()).slice(-2)).toEqual([WEB_BACK, WORKER_BACK]);
  });

  it("touches no host when a migration fails", async () => {
    const [last] = await database().execute<{ id: number }>(
      sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations) returning *`,
    );
    try {
      const { code, output } = await run();
      expect(code).toBe(1);
      expect(output).toMatch(/1\. migrate PostgreSQL \(\d{4}_\w+\)/);
      expect(output).toMatch(/✗ migrations: .*exists[\s\S]*They are one transaction/);
      expect(await deeds()).toEqual([]);
    } finally {
      const { id, hash, created_at } = last as unknown as Record<string, string>;
      await database().execute(
        sql`insert into drizzle.__drizzle_migrations (id, hash, created_at) values (${id}, ${hash}, ${created_at})`,
      );
    }
  });
});

describe("npm run deploy -- --dry-run", () => {
  const dryRun = (options: Run = {}) => run({ ...options, args: ["--dry-run"] });

  it("prints the plan, finds nothing missing, and touches nothing", async () => {
    const { code, output } = await dryRun();
    expect(output).toMatch(
      /1\. migrate PostgreSQL \(none pending\)[\s\S]*9\. sign in as a throw-away person/,
    );
    expect(output).toContain(`back to worker ${OLD_IMAGE}`);
    expect(output).toContain(`and web ${OLD_WEB}`);
    expect(code).toBe(0);
    expect(await deeds()).toEqual([]);
  });

  it("names everything that is missing at once, each with its remedy", async () => {
    await tools.failAt(/whoami/);
    const { code, output } = await dryRun({
      settings: { AUTH_SECRET: "short", OPENAI_API_KEY: 'with"quote' },
    });
    expect(code).toBe(1);
    for (const name of [
      "DATABASE_URL",
      "MONGODB_URI",
      "REDIS_URL",
      "AUTH_URL",
      "ENCRYPTION_KEYS",
      "PLAID_SECRET",
    ])
      expect(output).toContain(`✗ ${name} is missing`);
    expect(output).toMatch(/✗ AUTH_SECRET must have at least 32 characters\n.*openssl rand/);
    expect(output).toMatch(/✗ PLAID_CLIENT_ID is missing\n.*dashboard\.plaid\.com/);
    expect(output).toMatch(/✗ OPENAI_API_KEY holds/);
    expect(output).toMatch(/✗ FLY_APP is missing\n.*flyctl apps create/);
    expect(output).toMatch(/✗ vercel is not signed in[\s\S]*vercel login/);
    expect(output).toMatch(/✗ flyctl is not signed in[\s\S]*flyctl auth login/);
    expect(output).toMatch(/linked to no Vercel project\n.*vercel link/);
    expect(output).toMatch(/1\. migrate PostgreSQL \(which ones, the database has to tell\)/);
    expect(output).toContain("deploy the worker to Fly (<FLY_APP>)");
    expect(output).toMatch(/\d+ things are missing\. Nothing was touched\./);
  });

  it("says when a store cannot be reached, the tree is not clean, or the app is not there", async () => {
    await tools.failAt(/^flyctl releases/);
    await writeFile(join(folder, "new.txt"), "");
    try {
      const { code, output } = await dryRun({
        settings: { ...COMPLETE, DATABASE_URL: "postgres://a:b@127.0.0.1:1/x" },
      });
      expect(code).toBe(1);
      expect(output).toMatch(/✗ DATABASE_URL cannot be reached: .*ECONNREFUSED/);
      expect(output).toMatch(/✗ 1 file is not committed: new\.txt\n/);
      expect(output).toMatch(/✗ Fly does not tell of the app purser-test/);
      expect(output).toMatch(/3 things are missing/);
    } finally {
      await rm(join(folder, "new.txt"));
    }
  });
});
