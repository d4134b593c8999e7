import postgres from "postgres";
import { v7 as newId } from "uuid";
import type { Bench, BenchContext } from "./bench";
import { percentile } from "./percentile";
import type { SignedIn } from "./streams/people";
import { open } from "./streams/read-answer";
import { startPipeline } from "./streams/start-pipeline";
import { fillPeople } from "./tools/fill-people";

const QUESTIONS = [
  "How much did I spend on groceries last month?",
  "What did I spend this year by category?",
  "What is my net worth?",
  "Which subscriptions do I have?",
  "Show my largest purchases this month",
];
const WARM_UP = 10;
const ASKED = 200;
/** One after the other, so that no limit of a person is met. */
const PEOPLE = 50;

/** From the POST of a question to the first word of the offline analyst: sign-in, stores, queue, worker, tools and all. */
export const offlineAnswer: Bench = {
  name: "offline-answer",
  goals: [
    { figure: "first word, p50", unit: "ms", most: 150 },
    { figure: "first word, p99", unit: "ms" },
    { figure: "answers without a word", unit: "", most: 0 },
  ],
  run: measure,
};

async function measure({ parts, isSmoke, say }: BenchContext) {
  const sql = postgres(String(parts.environment.DATABASE_URL), { max: 1 });
  const pipeline = await startPipeline({ parts, modelUrl: null, workers: 1, concurrency: 10 });
  try {
    const size = isSmoke ? { people: 1, rows: 500, years: 2 } : { people: PEOPLE, rows: 5_000, years: 2 };
    const people = await fillPeople(size, sql, parts.environment);
    const times: number[] = [];
    let silent = 0;
    for (let asked = isSmoke ? 0 : -WARM_UP; asked < (isSmoke ? QUESTIONS.length : ASKED); asked += 1) {
      const person = people[(asked + WARM_UP) % people.length] as SignedIn;
      const ms = await firstWord(pipeline.url, person, QUESTIONS[(asked + WARM_UP) % QUESTIONS.length] ?? "");
      if (asked === 0) say("warm");
      if (ms === undefined) silent += 1;
      else if (asked >= 0) times.push(ms);
    }
    return {
      figures: {
        "answers without a word": silent,
        ...(times.length > 0 && {
          "first word, p50": percentile(times, 0.5),
          "first word, p99": percentile(times, 0.99),
        }),
      },
      notes: pipeline.notes,
    };
  } finally {
    await Promise.all([sql.end(), pipeline.stop()]);
  }
}

/** Asks in a new conversation and reads to the end. @returns ms until the first word, if there was one */
async function firstWord(url: string, { cookie }: SignedIn, text: string): Promise<number | undefined> {
  const message = { id: newId(), role: "user", parts: [{ type: "text", text }] };
  const startedAt = performance.now();
  const response = await open(
    `${url}/api/chat`,
    { method: "POST", headers: { cookie } },
    JSON.stringify({ trigger: "submit-message", id: newId(), message }),
  );
  let first: number | undefined;
  let heard = "";
  response.setEncoding("utf8");
  for await (const part of response as AsyncIterable<string>) {
    if (first !== undefined) continue;
    heard += part;
    if (heard.includes('"type":"text-delta"')) first = performance.now() - startedAt;
  }
  return first;
}
