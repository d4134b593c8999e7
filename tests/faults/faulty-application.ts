import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Application, processOf, servicesOf, startApplication } from "../e2e/support/application";
import { type PlannedModel, startPlannedModel } from "./model";

export type FaultyApplication = {
  url: string;
  model: PlannedModel;
  processOf(part: string): Promise<number>;
  /** Settles when every part of it answers. @throws after `limitMs` */
  untilReady(limitMs: number): Promise<void>;
  /** Lines of the logs that hold one of the words, in the order of their time. */
  logLinesWith(words: readonly string[]): Promise<string[]>;
  stop(): Promise<void>;
};

/**
 * The whole application as `npm start` runs it, with a model whose words are known. The use cases of this process then
 * see the same stores: a conversation is loaded as its page loads it.
 */
export async function startFaultyApplication(): Promise<FaultyApplication> {
  const model = await startPlannedModel();
  const application = await startApplication({
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: "scripted-model",
    LOG_LEVEL: "info",
    // It then ends when this process does, however that comes.
    npm_lifecycle_event: "faults",
  });
  await shareStores(application);
  return {
    url: application.url,
    model,
    processOf: (part) => processOf(application, part),
    untilReady: (limitMs) => untilReady(application.url, limitMs),
    logLinesWith: (words) => logLinesWith(join(application.dataDirectory, "logs"), words),
    stop: async () => {
      await application.stop();
      await model.stop();
    },
  };
}

async function shareStores(application: Application): Promise<void> {
  const services = await servicesOf(application);
  const secrets = JSON.parse(await readFile(join(application.dataDirectory, "secrets.json"), "utf8"));
  Object.assign(process.env, secrets, {
    DATABASE_URL: services.databaseUrl,
    MONGODB_URI: services.mongoUrl,
    REDIS_URL: services.redisUrl,
    AUTH_URL: services.webUrl,
    PLAID_CLIENT_ID: "sandbox",
    PLAID_SECRET: "sandbox",
    LOG_LEVEL: "silent",
  });
}

async function untilReady(url: string, limitMs: number): Promise<void> {
  const deadline = performance.now() + limitMs;
  let last = "";
  while (performance.now() < deadline) {
    try {
      const response = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(5_000) });
      last = await response.text();
      if (response.ok) return;
    } catch (error) {
      last = String(error);
    }
    await sleep(100);
  }
  throw new Error(`Not ready after ${limitMs} ms: ${last}`);
}

async function logLinesWith(folder: string, words: readonly string[]): Promise<string[]> {
  const lines: { time: number; line: string }[] = [];
  for (const part of ["web", "worker"]) {
    const text = await readFile(join(folder, `${part}.log`), "utf8").catch(() => "");
    for (const line of text.split("\n"))
      if (words.some((word) => line.includes(word)))
        lines.push({ time: Number(/"time":(\d+)/.exec(line)?.[1] ?? 0), line: `${part} ${line}` });
  }
  return lines.sort((a, b) => a.time - b.time).map(({ line }) => line);
}
