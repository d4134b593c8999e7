import { sql } from "drizzle-orm";
import { database } from "../db/client";
import { pingDocuments } from "../documents/connection";
import { log } from "../log";
import { countWorkers } from "../queue/worker-pulse";
import { redis } from "../redis";
import { withinTime } from "../within-time";

const PATIENCE_MS = 2_000;

type State = "up" | "down";
export type Readiness = {
  isReady: boolean;
  status: "ready" | "unavailable";
  postgres: State;
  mongodb: State;
  redis: State;
  worker: State;
};

/** Each part that an answer needs, asked at the same time and not for long. */
export async function checkReadiness(): Promise<Readiness> {
  const [postgres, mongodb, redisState, worker] = await Promise.all([
    check("postgres", () => database().execute(sql`select 1`)),
    check("mongodb", pingDocuments),
    check("redis", () => redis().ping()),
    check("worker", async () => {
      if ((await countWorkers(Date.now())) === 0) throw new Error("No worker is alive.");
    }),
  ]);
  const isReady = [postgres, mongodb, redisState, worker].every((state) => state === "up");
  return { isReady, status: isReady ? "ready" : "unavailable", postgres, mongodb, redis: redisState, worker };
}

async function check(part: string, ask: () => Promise<unknown>): Promise<State> {
  try {
    await withinTime(ask(), PATIENCE_MS);
    return "up";
  } catch (error) {
    log().warn({ part, err: error }, "not ready");
    return "down";
  }
}
