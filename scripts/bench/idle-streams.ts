import { setTimeout as sleep } from "node:timers/promises";
import type { Bench, BenchContext } from "./bench";
import { percentile } from "./percentile";
import type { Contestant } from "./streams/contestants";
import { type Load, runLoad } from "./streams/load";
import type { Pipeline } from "./streams/start-pipeline";
import { cpuMs, residentKib } from "./streams/usage";
import { withPipeline } from "./streams/with-pipeline";

const IDLE = 1_000;
/** A worker takes no more than 500 at a time. */
const WORKERS = 2;
const ROUNDS = 3;
const OBSERVED_MS = 5_000;
const BUSY: Load = { name: "busy", answers: 40, atOnce: true, wish: { words: 200, everyMs: 20 } };

/** A thousand answers that say nothing just now, each with its reader: what they hold, and what they cost others. */
export const idleStreams: Bench = {
  name: "idle-streams",
  goals: [
    { figure: "streams", unit: "", least: IDLE },
    { figure: "memory per open stream, web", unit: "KiB", most: 100 },
    { figure: "memory per active run, worker", unit: "KiB", most: 300 },
    { figure: "CPU per word of others: x without idle streams", unit: "x", most: 1.1 },
    { figure: "CPU per word without idle streams", unit: "us" },
    { figure: "an idle stream by itself, all processes", unit: "us/s" },
    { figure: "an idle stream by itself, web", unit: "us/s" },
  ],
  run: (context) =>
    withPipeline(
      context,
      { people: IDLE + 50, workers: WORKERS, concurrency: context.isSmoke ? 50 : 500 },
      ({ pipeline, ours }) => measure(pipeline, ours, context),
    ),
};

async function measure(pipeline: Pipeline, ours: Contestant, { isSmoke, say }: BenchContext) {
  const load = isSmoke ? { ...BUSY, answers: 4, wish: { words: 20, everyMs: 20 } } : BUSY;
  const count = isSmoke ? 10 : IDLE;
  const rounds = isSmoke ? 1 : ROUNDS;
  // Heaps and pools as large as under load, so that what comes on top belongs to the idle ones.
  for (let time = 0; time < 3; time += 1) await runLoad(ours, load);
  const alone: number[] = [];
  for (let round = 0; round < rounds; round += 1) alone.push((await runLoad(ours, load)).cpuPerWordUs);
  await sleep(isSmoke ? 0 : 3_000);
  const before = memoryOf(pipeline);
  // 45 s apart: longer than most of what follows, shorter than what counts as a model that hangs.
  const firstWords: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1)
    firstWords.push(new Promise((resolve) => void ours.ask({ words: 8, everyMs: 45_000 }, resolve)));
  await Promise.all(firstWords);
  await sleep(isSmoke ? 0 : 3_000);
  const after = memoryOf(pipeline);
  say(
    `${count} idle streams: web ${before.web} -> ${after.web} KiB, workers ${before.workers} -> ${after.workers} KiB`,
  );
  const idle = await idleCost(pipeline, ours, isSmoke ? 500 : OBSERVED_MS);
  const beside: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    const { cpuPerWordUs } = await runLoad(ours, load);
    const ms = performance.now() - startedAt;
    beside.push(cpuPerWordUs - (idle.allPerMs * ms) / (load.answers * load.wish.words));
  }
  return {
    figures: {
      streams: count,
      "memory per open stream, web": (after.web - before.web) / count,
      "memory per active run, worker": (after.workers - before.workers) / count,
      "CPU per word of others: x without idle streams": percentile(beside, 0.5) / percentile(alone, 0.5),
      "CPU per word without idle streams": percentile(alone, 0.5),
      "an idle stream by itself, all processes": (idle.allPerMs * 1_000) / count,
      "an idle stream by itself, web": (idle.webPerMs * 1_000) / count,
    },
    notes: [
      ...pipeline.notes,
      "the cost of the idle streams by themselves (heartbeats to the reader, the row and the person's bell) is taken off before the two are compared",
    ],
  };
}

const memoryOf = ({ web, workers }: Pipeline) => ({
  web: residentKib(web.pid),
  workers: workers.reduce((sum, { pid }) => sum + residentKib(pid), 0),
});

/** Microseconds of CPU a millisecond, while nobody says anything. */
async function idleCost({ web }: Pipeline, { processes }: Contestant, ms: number) {
  const pids = Object.values(processes);
  const [all, ofWeb] = [cpuMs(pids), cpuMs([web.pid])];
  const startedAt = performance.now();
  await sleep(ms);
  const elapsed = performance.now() - startedAt;
  return {
    allPerMs: ((cpuMs(pids) - all) * 1_000) / elapsed,
    webPerMs: ((cpuMs([web.pid]) - ofWeb) * 1_000) / elapsed,
  };
}
