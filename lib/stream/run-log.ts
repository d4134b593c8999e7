import { redis } from "../redis";
import { CLOSED_LOG_TTL_MS, channelOf, headKey, logKey, OPEN_LOG_TTL_MS } from "./run-keys";
import { script } from "./script";

/** One chunk of a run as it lies in the log: its number, its JSON text, and whether it ends the run. */
export type LogEntry = { seq: number; json: string; terminal: boolean };

export type LogHead = { seq: number; closed: boolean; kept: number | null };

const OPEN = script(`
local current = redis.call('HGET', KEYS[1], 'attempt')
if current and tonumber(current) > tonumber(ARGV[1]) then return {'stale', 0} end
local head = redis.call('HMGET', KEYS[1], 'seq', 'closed')
if head[2] then return {'closed', tonumber(head[1])} end
redis.call('HSET', KEYS[1], 'attempt', ARGV[1], 'seq', head[1] or 0)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return {'open', tonumber(head[1] or 0)}`);

/**
 * Become the writer of a run's log; every lower attempt is refused from now on.
 * @returns the last number in the log, or why this attempt may not write
 */
export async function openLog(
  runId: string,
  attempt: number,
): Promise<{ state: "open" | "closed" | "stale"; seq: number }> {
  const [state, seq] = (await OPEN([headKey(runId)], [attempt, OPEN_LOG_TTL_MS])) as [
    "open" | "closed" | "stale",
    number,
  ];
  return { state, seq };
}

const APPEND = script(`
local head = redis.call('HMGET', KEYS[1], 'attempt', 'seq', 'closed')
if not head[1] then return {'lost', 0} end
if head[1] ~= ARGV[1] then return {'stale', 0} end
local seq, expected, count = tonumber(head[2]), tonumber(ARGV[2]), #ARGV - 6
if seq == expected + count and redis.call('EXISTS', KEYS[2]) == 1 then return {'appended', seq} end
if head[3] then return {'stale', seq} end
if seq < expected then return {'lost', seq} end
if seq > expected + count or (seq > expected and redis.call('EXISTS', KEYS[2]) == 0) then return {'stale', seq} end
for i = seq - expected + 1, count do
  seq = seq + 1
  local chunk = ARGV[i + 6]
  local last = (ARGV[4] == '1' and i == count) and '1' or '0'
  redis.call('XADD', KEYS[2], seq .. '-0', 'c', chunk, 't', last)
  redis.call('PUBLISH', ARGV[5], seq .. ' ' .. last .. ' ' .. chunk)
end
redis.call('HSET', KEYS[1], 'seq', seq)
if ARGV[4] == '1' then redis.call('HSET', KEYS[1], 'closed', 1) end
if ARGV[6] ~= '' then redis.call('HSET', KEYS[1], 'kept', ARGV[6]) end
redis.call('PEXPIRE', KEYS[1], ARGV[3])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
return {'appended', seq}`);

const KEEP = script(`
if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HSET', KEYS[1], 'kept', ARGV[1]) end
return 1`);

export type Append = {
  attempt: number;
  /** The last number that this writer knows to be in the log. */
  after: number;
  chunks: string[];
  /** The last chunk of `chunks` ends the run. */
  terminal: boolean;
  /** Set with the terminal chunk of a stopped run: the last number whose content stays. */
  kept?: number | undefined;
};

/**
 * Appends and publishes chunks in one step. The same append sent twice (its first reply was lost) writes once,
 * also when more chunks have joined it by then.
 * - `appended`: `seq` is the new last number
 * - `stale`: a later attempt writes now, or the log is closed; give up
 * - `lost`: Redis forgot chunks after `seq`, or everything; append them again
 */
export async function appendToLog(
  runId: string,
  append: Append,
): Promise<{ state: "appended" | "stale" | "lost"; seq: number }> {
  const [state, seq] = (await APPEND(
    [headKey(runId), logKey(runId)],
    [
      append.attempt,
      append.after,
      append.terminal ? CLOSED_LOG_TTL_MS : OPEN_LOG_TTL_MS,
      append.terminal ? "1" : "0",
      channelOf(runId),
      append.kept ?? "",
      ...append.chunks,
    ],
  )) as ["appended" | "stale" | "lost", number];
  return { state, seq };
}

/** Up to `limit` chunks after number `after`, in order. */
export async function readLog(runId: string, after: number, limit = 500): Promise<LogEntry[]> {
  const entries = await redis().xrange(logKey(runId), `${after + 1}-0`, "+", "COUNT", limit);
  return entries.map(([id, fields]) => ({
    seq: Number(id.slice(0, id.indexOf("-"))),
    json: fields[1] ?? "",
    terminal: fields[3] === "1",
  }));
}

/** All chunks of the log, read in batches. */
export async function readWholeLog(runId: string): Promise<LogEntry[]> {
  const whole: LogEntry[] = [];
  for (;;) {
    const batch = await readLog(runId, whole.at(-1)?.seq ?? 0);
    if (batch.length === 0) return whole;
    whole.push(...batch);
  }
}

/** From now on the content of a log whose run has ended counts up to this number only. */
export async function keepLogUpTo(runId: string, seq: number): Promise<void> {
  await KEEP([headKey(runId)], [seq]);
}

/** @returns null when there is no log: nothing was ever appended, it has expired, or Redis lost it */
export async function readHead(runId: string): Promise<LogHead | null> {
  const [seq, closed, kept] = await redis().hmget(headKey(runId), "seq", "closed", "kept");
  if (!Number(seq)) return null;
  return { seq: Number(seq), closed: closed === "1", kept: kept ? Number(kept) : null };
}
