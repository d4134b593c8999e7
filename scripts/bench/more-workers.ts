import { cpus } from "node:os";
import type { Bench, BenchContext } from "./bench";
import { percentile } from "./percentile";
import type { Contestant } from "./streams/contestants";
import type { Wish } from "./streams/spoken-words";
import { cpuMs } from "./streams/usage";
import { withPipeline } from "./streams/with-pipeline";

const ROUNDS = 3;
const PLACES = 20;

/** Answers a second with one worker, and with a second one beside it. */
export const moreWorkers: Bench = {
  name: "more-workers",
  goals: [
    { figure: "answers/s, one worker, limited by its places", unit: "/s" },
    { figure: "answers/s, two workers, limited by their places", unit: "/s" },
    { figure: "two workers: x one, limited by places", unit: "x", least: 1.8 },
    { figure: "words/s, one worker, as fast as it goes", unit: "/s" },
    { figure: "words/s, two workers, as fast as they go", unit: "/s" },
    { figure: "two workers: x one, as fast as they go", unit: "x" },
    { figure: "cores in use with one worker", unit: "" },
    { figure: "share of the worker in all CPU", unit: "%" },
  ],
  run: (context) =>
    withPipeline(context, { people: 500, workers: 1, concurrency: PLACES }, async ({ pipeline, ours }) => {
      const [first] = pipeline.workers;
      const one = await throughput(ours, first?.pid ?? 0, context);
      await pipeline.startWorker();
      const second = { "worker 2": pipeline.workers[1]?.pid ?? 0 };
      // It takes its place as soon as it is loaded.
      for (let time = 0; time < 3; time += 1) await closedLoop(ours, context.isSmoke ? 5 : 80, SLOW);
      const two = await throughput(
        { ...ours, processes: { ...ours.processes, ...second } },
        first?.pid ?? 0,
        context,
      );
      return {
        figures: {
          "answers/s, one worker, limited by its places": one.slow,
          "answers/s, two workers, limited by their places": two.slow,
          "two workers: x one, limited by places": two.slow / one.slow,
          "words/s, one worker, as fast as it goes": one.fast,
          "words/s, two workers, as fast as they go": two.fast,
          "two workers: x one, as fast as they go": two.fast / one.fast,
          "cores in use with one worker": one.cores,
          "share of the worker in all CPU": one.workerShare * 100,
        },
        notes: [
          ...pipeline.notes,
          `${cpus().length} cores hold the model, the reader, web, stores and workers: where one worker already fills them, a second cannot add speed, and the ratio limited by places says whether anything but cores stands in the way`,
        ],
      };
    }),
};

const SLOW: Wish = { words: 20, everyMs: 50 };
const FAST: Wish = { words: 200, everyMs: 0 };

async function throughput(ours: Contestant, worker: number, { isSmoke, say }: BenchContext) {
  const [slow, fast]: [number[], number[]] = [[], []];
  const pids = Object.values(ours.processes);
  let fastMs = 0;
  let [fastCpu, workerCpu] = [0, 0];
  for (let round = 0; round < (isSmoke ? 1 : ROUNDS); round += 1) {
    const paced = await closedLoop(ours, isSmoke ? 5 : 120, SLOW);
    slow.push((paced.answers / paced.ms) * 1_000);
    const before = { all: cpuMs(pids), worker: cpuMs([worker]) };
    const free = await closedLoop(ours, isSmoke ? 5 : 300, FAST);
    fast.push((free.answers * FAST.words * 1_000) / free.ms);
    fastMs += free.ms;
    fastCpu += cpuMs(pids) - before.all;
    workerCpu += cpuMs([worker]) - before.worker;
    say(
      `${slow.at(-1)?.toFixed(1)} answers/s by places, ${fast.at(-1)?.toFixed(0)} words/s as fast as it goes`,
    );
  }
  return {
    slow: percentile(slow, 0.5),
    fast: percentile(fast, 0.5),
    cores: fastCpu / fastMs,
    workerShare: workerCpu / fastCpu,
  };
}

/** So many answers, three for every place at any time: there is always one waiting. */
async function closedLoop(ours: Contestant, answers: number, wish: Wish) {
  const startedAt = performance.now();
  let left = answers;
  const ask = async () => {
    while (left-- > 0) {
      const { problem } = await ours.ask(wish);
      if (problem !== undefined) throw new Error(`An answer broke: ${problem}.`);
    }
  };
  await Promise.all(Array.from({ length: PLACES * 3 }, ask));
  return { answers, ms: performance.now() - startedAt };
}
