import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { startNode } from "../launch/node-process";
import type { Bench, BenchContext } from "./bench";
import { cpuTimeMs } from "./cpu-time";
import { percentile } from "./percentile";
import { type SignedWebhook, startSender } from "./signed-webhooks";
import { startWeb } from "./start-web";

const PER_SECOND = 200;
const SECONDS = 10;
const WARM_UP_SECONDS = 15;
const HANDLED_WITHIN_MS = 60_000;

/** Signed webhooks at an even pace into a web process, with a worker beside it that handles them. */
export const webhooks: Bench = {
  name: "webhooks",
  goals: [
    { figure: "p50", unit: "ms" },
    { figure: "p99", unit: "ms", most: 25 },
    { figure: "slowest", unit: "ms" },
    { figure: "pace", unit: "/s", least: 0.98 * PER_SECOND },
    { figure: "not answered 200", unit: "", most: 0 },
    { figure: "CPU of web per webhook", unit: "ms" },
    { figure: "CPU of worker per webhook", unit: "ms" },
    { figure: "sent", unit: "" },
    { figure: "lost (sent, not stored)", unit: "", most: 0 },
    { figure: "stored, not handled", unit: "", most: 0 },
  ],
  run: measure,
};

async function measure({ parts, isSmoke, say }: BenchContext) {
  const [perSecond, seconds, warmUp] = isSmoke ? [20, 1, 1] : [PER_SECOND, SECONDS, WARM_UP_SECONDS];
  const sender = await startSender();
  const environment: Record<string, string> = { ...parts.environment, PLAID_BASE_URL: sender.url };
  const web = await startWeb(environment, parts.logFile("web"));
  const worker = await startNode("workers/index.ts", [], {
    logFile: parts.logFile("worker"),
    env: environment,
  });
  const sql = postgres(String(environment.DATABASE_URL), { max: 1 });
  try {
    say(`warming up, then ${perSecond} webhooks a second for ${seconds} s`);
    const first = await send(web.url, await sender.make(perSecond * warmUp), perSecond);
    const messages = await sender.make(perSecond * seconds);
    await unhandled(sql);
    const cpuBefore = await Promise.all([web.pid, worker.pid].map(cpuTimeMs));
    const { statuses, latencies, ms } = await send(web.url, messages, perSecond);
    const open = await unhandled(sql);
    const cpuAfter = await Promise.all([web.pid, worker.pid].map(cpuTimeMs));
    const [webCpu = 0, workerCpu = 0] = cpuAfter.map(
      (after, at) => (after - (cpuBefore[at] ?? 0)) / messages.length,
    );
    const sent = first.statuses.length + statuses.length;
    const [stored = 0] = await sql`select count(*)::int from webhook_events`.then((rows) =>
      rows.map(countOf),
    );
    return {
      figures: {
        p50: percentile(latencies, 0.5),
        p99: percentile(latencies, 0.99),
        slowest: Math.max(...latencies),
        pace: (statuses.length / ms) * 1000,
        "not answered 200": [...first.statuses, ...statuses].filter((status) => status !== 200).length,
        "CPU of web per webhook": webCpu,
        "CPU of worker per webhook": workerCpu,
        sent,
        "lost (sent, not stored)": sent - stored,
        "stored, not handled": open,
      },
      notes: web.notes,
    };
  } finally {
    await sql.end();
    await Promise.all([web.stop(), worker.stop()]);
    await sender.stop();
  }
}

const countOf = (row: Record<string, unknown>) => Number(row.count);

/** Each at its own moment, whether or not those before it were answered. */
async function send(url: string, messages: readonly SignedWebhook[], perSecond: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const startedAt = performance.now();
  const answers = messages.map(async (message, index) => {
    await sleep((index * 1000) / perSecond - (performance.now() - startedAt));
    return post(url, message, agent);
  });
  const answered = await Promise.all(answers);
  agent.destroy();
  return {
    statuses: answered.map(({ status }) => status),
    latencies: answered.map(({ ms }) => ms),
    ms: performance.now() - startedAt,
  };
}

function post(
  url: string,
  { body, token }: SignedWebhook,
  agent: Agent,
): Promise<{ status: number; ms: number }> {
  const startedAt = performance.now();
  const done = (status: number) => ({ status, ms: performance.now() - startedAt });
  return new Promise((resolve) => {
    const outgoing = request(
      `${url}/api/webhooks/plaid`,
      {
        method: "POST",
        agent,
        headers: {
          "content-type": "application/json",
          "plaid-verification": token,
          "content-length": body.length,
        },
      },
      (response) => response.resume().once("end", () => resolve(done(response.statusCode ?? 0))),
    );
    // No answer at all counts as status 0, among those that were not 200.
    outgoing.once("error", () => resolve(done(0)));
    outgoing.end(body);
  });
}

/** How many have had no effect after the worker had time for all. */
async function unhandled(sql: postgres.Sql): Promise<number> {
  const deadline = performance.now() + HANDLED_WITHIN_MS;
  for (;;) {
    const rows = await sql`select count(*)::int from webhook_events where handled_at is null`;
    const open = countOf(rows[0] ?? {});
    if (open === 0 || performance.now() > deadline) return open;
    await sleep(100);
  }
}
