import { isActive } from "../contract/run";
import { StreamChunk } from "../contract/stream-chunk";
import { database } from "../db/client";
import { findRun, type Run } from "../db/queries/runs";
import { findMessage } from "../documents/messages";
import type { Aside } from "../stream/event-stream";
import { followLog, type LogFollower } from "../stream/follow-log";
import { type LogEntry, readHead, readWholeLog } from "../stream/run-log";
import { endingChunks, TOOL_CUT_SHORT } from "./ending";
import { endingOfStored } from "./ending-of-stored";
import { ChunkFold } from "./fold-chunks";
import { foldLog, isStoredAs } from "./fold-log";
import { QueuePlaceTeller } from "./queue-place";
import { chunksOfParts } from "./synthesise-chunks";

export type FollowTiming = {
  /** At most this long without a look into the log, in case a publish was lost. */
  pollMs: number;
  /** Silence after which the row is asked whether the run has ended without a word. */
  doubtMs: number;
};

const FOLLOW_TIMING: FollowTiming = { pollMs: 1_000, doubtMs: 3_000 };

/**
 * Numbered chunks of one run after a cursor, in batches; complete when the last one was terminal. While the run waits
 * for a worker, asides say how many answers are ahead.
 */
export type RunFeed = AsyncGenerator<(LogEntry | Aside)[], void, undefined>;

/**
 * Follows a run to its end from wherever the reader is. Subscribed when this resolves, so a job may be enqueued then.
 * A feed that ends without a terminal chunk has nothing (more) for this cursor: the stored conversation has the answer.
 */
export async function followRun(
  run: Run,
  after: number,
  signal: AbortSignal,
  timing: FollowTiming = FOLLOW_TIMING,
): Promise<RunFeed> {
  if (!isActive(run.status)) return replayEnded(run, after, signal, timing);
  return live(
    run.id,
    await followLog(run.id, { after, signal, pollMs: timing.pollMs }),
    after,
    signal,
    timing,
  );
}

/** A run that has ended: from its log while that lives, else, for a reader who has nothing yet, from the store. */
async function replayEnded(
  run: Run,
  after: number,
  signal: AbortSignal,
  timing: FollowTiming,
): Promise<RunFeed> {
  const head = await readHead(run.id);
  if (head === null) return once(after === 0 ? await chunksFromStore(run) : []);
  if (head.kept !== null && after <= head.kept) return once(await chunksUpTo(run, head.kept, after));
  return live(
    run.id,
    await followLog(run.id, { after, signal, pollMs: timing.pollMs }),
    after,
    signal,
    timing,
  );
}

async function* once(entries: LogEntry[]): RunFeed {
  if (entries.length > 0) yield entries;
}

async function* live(
  runId: string,
  follower: LogFollower,
  after: number,
  signal: AbortSignal,
  timing: FollowTiming,
): RunFeed {
  let cursor = after;
  let lastNewsAt = performance.now();
  const place = new QueuePlaceTeller(runId);
  try {
    while (!signal.aborted) {
      const entries = await follower.next();
      const last = entries.at(-1);
      if (last !== undefined) {
        cursor = last.seq;
        lastNewsAt = performance.now();
        yield entries;
        if (last.terminal) return;
        continue;
      }
      if (cursor === 0) yield* place.news();
      if (performance.now() - lastNewsAt < timing.doubtMs) continue;
      lastNewsAt = performance.now();
      const run = await findRun(database(), runId);
      if (run === undefined || !isActive(run.status)) return yield* lastWords(run, cursor, follower);
    }
  } finally {
    follower.close();
  }
}

/** The row says that the run has ended, but no terminal chunk came: whoever ended it died between the two. */
async function* lastWords(run: Run | undefined, cursor: number, follower: LogFollower): RunFeed {
  if (run === undefined) return;
  let position = cursor;
  for (let entries = await follower.next(); entries.length > 0; entries = await follower.next()) {
    position = entries.at(-1)?.seq ?? position;
    yield entries;
    if (entries.at(-1)?.terminal) return;
  }
  if (position === 0) return yield* once(await chunksFromStore(run));
  const [entries, message] = await Promise.all([readWholeLog(run.id), findMessage(run.assistantMessageId)]);
  // A log that was lost under this reader cannot close what the reader has open.
  if (entries.at(-1)?.seq !== position) return;
  // Nor can one that Redis was away for: the end of the answer is in the store alone, and a part of it is not the whole.
  if (run.status !== "stopped" && !isStoredAs(foldLog(entries), message?.parts ?? [])) return;
  yield* once(await chunksUpTo(run, position, position));
}

/** The log up to `kept`, closed and ended as the row says: what was stored of a stopped or orphaned run. */
async function chunksUpTo(run: Run, kept: number, after: number): Promise<LogEntry[]> {
  const entries = (await readWholeLog(run.id)).filter((entry) => entry.seq <= kept && !entry.terminal);
  const fold = ChunkFold.of(entries.map((entry) => StreamChunk.parse(JSON.parse(entry.json))));
  const ending = endingOfStored(run, await findMessage(run.assistantMessageId));
  const added = numbered([...fold.closing(TOOL_CUT_SHORT), ...endingChunks(ending)], kept);
  return [...entries.filter((entry) => entry.seq > after), ...added];
}

async function chunksFromStore(run: Run): Promise<LogEntry[]> {
  const message = await findMessage(run.assistantMessageId);
  const start: StreamChunk = {
    type: "start",
    messageId: run.assistantMessageId,
    messageMetadata: { runId: run.id, ...message?.metadata },
  };
  const ending = endingChunks(endingOfStored(run, message));
  return numbered([start, ...chunksOfParts(message?.parts ?? []), ...ending], 0);
}

/** As log entries after number `after`, the last one terminal. */
function numbered(chunks: StreamChunk[], after: number): LogEntry[] {
  return chunks.map((chunk, index) => ({
    seq: after + index + 1,
    json: JSON.stringify(chunk),
    terminal: index === chunks.length - 1,
  }));
}
