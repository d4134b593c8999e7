import postgres from "postgres";
import { closeDatabase } from "../../lib/db/client";
import { closeQueues } from "../../lib/queue/enqueue";
import { startNode } from "../launch/node-process";
import type { Bench, BenchContext } from "./bench";
import { linkAndWait } from "./link-household";
import { percentile } from "./percentile";

const ROUNDS = 5;

/** From the sign-in at the bank to the last of 24 months in Postgres: link, exchange, queue, worker, balances and all. */
export const firstSync: Bench = {
  name: "first-sync",
  goals: [
    { figure: "rows", unit: "", least: 5_000 },
    { figure: "end to end (median)", unit: "ms" },
    { figure: "into Postgres, end to end", unit: "rows/s", least: 2_000 },
  ],
  run: measure,
};

async function measure({ parts, isSmoke, say }: BenchContext) {
  const { environment, logFile } = parts;
  const worker = await startNode("workers/index.ts", [], { logFile: logFile("worker"), env: environment });
  const sql = postgres(String(environment.DATABASE_URL), { max: 1 });
  try {
    say("a small household first, so that everything is loaded");
    await linkAndWait({ seed: 3, months: 1, rows: 0 }, sql);
    const rounds: { ms: number; rows: number }[] = [];
    for (let round = 0; round < (isSmoke ? 1 : ROUNDS); round += 1) {
      const size = isSmoke ? { months: 1, rows: 0 } : { months: 24, rows: 5_000 };
      rounds.push(await linkAndWait({ seed: 10 + round, ...size }, sql));
      say(`round ${round + 1}: ${rounds.at(-1)?.rows} rows in ${Math.round(rounds.at(-1)?.ms ?? 0)} ms`);
    }
    return {
      figures: {
        rows: Math.min(...rounds.map(({ rows }) => rows)),
        "end to end (median)": percentile(
          rounds.map(({ ms }) => ms),
          0.5,
        ),
        "into Postgres, end to end": percentile(
          rounds.map(({ ms, rows }) => (rows / ms) * 1000),
          0.5,
        ),
      },
    };
  } finally {
    await Promise.all([sql.end(), worker.stop(), closeQueues(), closeDatabase()]);
  }
}
