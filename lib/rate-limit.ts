import { createHash } from "node:crypto";
import { log } from "./log";
import { redis } from "./redis";
import { withinTime } from "./within-time";

/** So many events within any stretch of this length. */
export type Window = { limit: number; ms: number };

/** Of whom what is counted. */
export type Counted = { what: string; who: string };

const PATIENCE_MS = 1_000;

/**
 * The moments of the events lie in one sorted set, one member each: the newest but `limit - 1` says how long a full
 * window stays full. One step and one key, so that events at once all count, in a cluster too. By the clock of Redis: those of
 * several processes differ.
 */
const COUNT = `
  local time = redis.call("TIME")
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local wait, longest = 0, 0
  for i = 2, #ARGV, 2 do longest = math.max(longest, tonumber(ARGV[i + 1])) end
  redis.call("ZREMRANGEBYSCORE", KEYS[1], "-inf", now - longest)
  if redis.call("ZSCORE", KEYS[1], ARGV[1]) then return 0 end
  for i = 2, #ARGV, 2 do
    local limit, ms = tonumber(ARGV[i]), tonumber(ARGV[i + 1])
    local oldest = redis.call("ZREVRANGE", KEYS[1], limit - 1, limit - 1, "WITHSCORES")[2]
    if oldest then wait = math.max(wait, tonumber(oldest) + ms - now) end
  end
  if wait > 0 then return wait end
  redis.call("ZADD", KEYS[1], now, ARGV[1])
  redis.call("PEXPIRE", KEYS[1], longest)
  return 0`;

/**
 * Counts an event, unless a window is full. The same event again is let through and not counted again. While Redis is
 * away nothing is counted, everything is let through, and nobody waits long (docs/decisions/0010).
 * @returns 0, or the milliseconds until there is room
 */
export function countEvent(counted: Counted, event: string, windows: Window[]): Promise<number> {
  const sizes = windows.flatMap(({ limit, ms }) => [limit, ms]);
  return orPass(
    redis()
      .eval(COUNT, 1, keyOf(counted), event, ...sizes)
      .then(Number),
  );
}

/** As if the event had never been. */
export async function uncountEvent(counted: Counted, event: string): Promise<void> {
  await orPass(redis().zrem(keyOf(counted), event));
}

/** As if nothing of the kind had ever been. */
export async function forgetEvents(counted: Counted): Promise<void> {
  await redis().unlink(keyOf(counted));
}

/** Whose events they are is nobody's business who reads Redis. */
function keyOf({ what, who }: Counted): string {
  return `purser:limit:${createHash("sha256").update(`${what}: ${who}`).digest("base64url")}`;
}

async function orPass(answer: Promise<number>): Promise<number> {
  try {
    return await withinTime(answer, PATIENCE_MS);
  } catch (error) {
    log().error({ err: error }, "limits are not counted: Redis does not answer");
    return 0;
  }
}
