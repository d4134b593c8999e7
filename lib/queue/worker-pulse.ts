import { redis } from "../redis";

const PULSE_KEY = "purser:workers";
const BEAT_MS = 2_000;
/** Without a beat for this long a worker counts as gone. */
const ALIVE_MS = 3 * BEAT_MS;

/** Says every two seconds that this worker takes jobs. @returns stop saying it, at once */
export function startPulse(workerId: string): () => Promise<void> {
  const beat = () =>
    redis()
      .zadd(PULSE_KEY, Date.now(), workerId)
      .catch(() => undefined); // Redis is away: its own connection log says so, and readiness too.
  void beat();
  const timer = setInterval(() => void beat(), BEAT_MS);
  return async () => {
    clearInterval(timer);
    await redis().zrem(PULSE_KEY, workerId);
  };
}

/** The ids of the workers that are alive. Forgets those that are not. */
export async function liveWorkers(now: number): Promise<string[]> {
  await redis().zremrangebyscore(PULSE_KEY, "-inf", now - ALIVE_MS);
  return redis().zrange(PULSE_KEY, "0", "-1");
}

export const countWorkers = async (now: number): Promise<number> => (await liveWorkers(now)).length;
