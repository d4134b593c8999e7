import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { v7 as newId } from "uuid";
import type { Bench, BenchContext, Goal } from "./bench";
import { type SignedInBrowser, startBrowser } from "./pages/browser";
import { layoutShift, paintDelays, watchPaints } from "./pages/interaction";
import { CATEGORIES, installLighthouse, judge } from "./pages/lighthouse";
import { percentile } from "./percentile";
import { messageOf, startModel } from "./streams/contestants";
import type { SignedIn } from "./streams/people";
import { open, readAnswer } from "./streams/read-answer";
import { startPipeline } from "./streams/start-pipeline";
import { fillPeople } from "./tools/fill-people";

const MESSAGES = 200;
const ASKED = 30;
const STREAMED = { words: 400, everyMs: 20 };
const TYPED = "What did I spend on groceries and coffee last month?";
const JUDGED = { landing: "/", chat: "/chat", transactions: "/transactions" } as const;
const PRESETS = ["phone", "desktop"] as const;

const scoreName = (page: string, preset: string, category: string) =>
  `Lighthouse, ${page}, ${preset}: ${category}`;

/** Pages of a person with 100,000 rows and a conversation of 200 messages, in a real browser, on the production build. */
export const pages: Bench = {
  name: "pages",
  goals: [
    { figure: "chat of 200 messages: server time p50", unit: "ms", most: 50 },
    { figure: "100,000 transactions: server time p50", unit: "ms", most: 50 },
    { figure: "JavaScript of the chat page, gzip", unit: "kB", most: 250 },
    { figure: "interaction to next paint while an answer streams, worst", unit: "ms", most: 100 },
    { figure: "interaction to next paint while an answer streams, p50", unit: "ms" },
    { figure: "interactions of a frame or more", unit: "" },
    { figure: "layout shift while an answer streams", unit: "", most: 0.001 },
    ...Object.keys(JUDGED).flatMap((page) =>
      PRESETS.flatMap((preset) =>
        CATEGORIES.map(
          (category): Goal => ({ figure: scoreName(page, preset, category), unit: "", least: 95 }),
        ),
      ),
    ),
  ],
  run: measure,
};

async function measure({ parts, isSmoke, say }: BenchContext) {
  // A conversation of 200 messages is asked for in half a minute.
  const limits = { MESSAGES_PER_MINUTE: "100000", MESSAGES_PER_HOUR: "100000" };
  const environment: Record<string, string> = { ...parts.environment, ...limits };
  const sql = postgres(String(environment.DATABASE_URL), { max: 1 });
  const model = await startModel(parts);
  const pipeline = await startPipeline({
    parts: { ...parts, environment },
    modelUrl: `${model.url}/v1`,
    workers: 1,
    concurrency: 10,
  });
  if (pipeline.notes.length > 0)
    throw new Error("Pages need a production build of these sources: npm start makes one.");
  let browser: SignedInBrowser | undefined;
  try {
    const rows = isSmoke ? 500 : 100_000;
    const [person] = await fillPeople({ people: 1, rows, years: 10 }, sql, environment);
    if (!person) throw new Error("Nobody moved in.");
    const conversation = await converse(pipeline.url, person, isSmoke ? 4 : MESSAGES);
    say(`a conversation of ${isSmoke ? 4 : MESSAGES} messages and ${rows} rows are there`);
    const server = {
      "chat of 200 messages: server time p50": await serverTime(
        `${pipeline.url}/chat/${conversation}`,
        person,
      ),
      "100,000 transactions: server time p50": await serverTime(`${pipeline.url}/transactions`, person),
    };
    browser = await startBrowser(pipeline.url, person, say);
    const shown = await talk(browser, `${pipeline.url}/chat/${conversation}`);
    const { scores, notes } = isSmoke
      ? { scores: {}, notes: [] }
      : await judgeAll(pipeline.url, browser.debuggingPort, say);
    return { figures: { ...server, ...shown, ...scores }, notes };
  } finally {
    await browser?.stop();
    await sql.end();
    await Promise.all([pipeline.stop(), model.stop()]);
  }
}

async function converse(url: string, { cookie }: SignedIn, messages: number): Promise<string> {
  const id = newId();
  for (let asked = 0; asked < messages / 2; asked += 1) {
    const wish = { words: 60, everyMs: 0 };
    const body = { trigger: "submit-message", id, message: messageOf(wish) };
    const { problem } = await readAnswer({
      url: `${url}/api/chat`,
      headers: { cookie },
      body,
      words: wish.words,
    });
    if (problem !== undefined) throw new Error(`No answer: ${problem}.`);
  }
  return id;
}

/** From the request to the last byte of the page, one at a time, warm. */
async function serverTime(url: string, { cookie }: SignedIn): Promise<number> {
  const times: number[] = [];
  for (let asked = -10; asked < ASKED; asked += 1) {
    const startedAt = performance.now();
    const response = await open(url, { headers: { cookie } });
    if (response.statusCode !== 200) throw new Error(`${url}: status ${response.statusCode}`);
    for await (const _part of response);
    if (asked >= 0) times.push(performance.now() - startedAt);
  }
  return percentile(times, 0.5);
}

/** Somebody types and looks around while an answer is written below 200 messages. */
async function talk({ context }: SignedInBrowser, url: string): Promise<Record<string, number>> {
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const javascript = (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
  const composer = page.getByRole("textbox", { name: "Ask about your money" });
  await ask(page);
  await watchPaints(page);
  await sleep(2_000);
  const shift = await layoutShift(page);
  await composer.click();
  await page.keyboard.type(TYPED, { delay: 60 });
  const { worst, p50, count } = await paintDelays(page);
  await page.close();
  return {
    "JavaScript of the chat page, gzip": javascript / 1_000,
    "interaction to next paint while an answer streams, worst": worst,
    "interaction to next paint while an answer streams, p50": p50,
    "interactions of a frame or more": count,
    "layout shift while an answer streams": shift,
  };
}

async function ask(page: Page): Promise<void> {
  const [part] = messageOf(STREAMED).parts;
  await page.getByRole("textbox", { name: "Ask about your money" }).fill(part?.text ?? "");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Stop" }).waitFor();
  await sleep(1_000);
}

async function judgeAll(url: string, port: number, say: (line: string) => void) {
  await installLighthouse(say);
  const scores: Record<string, number> = {};
  const notes: string[] = [];
  for (const [page, path] of Object.entries(JUDGED)) {
    for (const preset of PRESETS) {
      const judged = await judge(`${url}${path}`, port, preset);
      for (const category of CATEGORIES) scores[scoreName(page, preset, category)] = judged.scores[category];
      notes.push(`${page}, ${preset}: ${judged.wanting.join("; ")}`);
      say(`${page}, ${preset}: ${Object.values(judged.scores).join(" / ")}`);
    }
  }
  return { scores, notes };
}
