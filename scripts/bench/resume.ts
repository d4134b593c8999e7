import { setTimeout as sleep } from "node:timers/promises";
import type { Bench, BenchContext } from "./bench";
import { percentile } from "./percentile";
import { NumberedReader } from "./streams/numbered-reader";
import type { SignedIn } from "./streams/people";
import { wordsIn } from "./streams/spoken-words";
import { withPipeline } from "./streams/with-pipeline";

const BACKLOGS = [20, 1_000, 10_000];
const RECONNECTS = 1_000;
const READERS = 40;

/** A cut, and on from the last number: how soon, and whether every byte is there once. */
export const resume: Bench = {
  name: "resume",
  goals: [
    ...BACKLOGS.map((words) => ({
      figure: `first byte again, ${words} words behind, p50`,
      unit: "ms",
      most: 10,
    })),
    { figure: "first byte again, 10000 words behind, p99", unit: "ms" },
    { figure: "reconnects", unit: "", least: RECONNECTS },
    { figure: "words lost", unit: "", most: 0 },
    { figure: "events lost", unit: "", most: 0 },
    { figure: "events doubled", unit: "", most: 0 },
    { figure: "answers that did not end", unit: "", most: 0 },
  ],
  run: (context) =>
    withPipeline(context, { people: READERS + 1, workers: 1, concurrency: 100 }, async (stage) => {
      const { url, notes } = stage.pipeline;
      const [first, ...others] = stage.people;
      if (first === undefined) throw new Error("Nobody is there.");
      return {
        figures: { ...(await latencies(url, first, context)), ...(await cuts(url, others, context)) },
        notes,
      };
    }),
};

/** While the answer is still being written, from its very beginning. */
async function latencies(url: string, person: SignedIn, { isSmoke, say }: BenchContext) {
  const figures: Record<string, number> = {};
  for (const backlog of isSmoke ? [20] : BACKLOGS) {
    const reader = new NumberedReader(url, person);
    // At most 1,000 words a second, then on and on, so that it does not end meanwhile.
    const everyMs = backlog > 100 ? 1 : 20;
    const reading = reader.ask({ words: backlog + 30_000 / everyMs, everyMs });
    while (countWords(reader.events) < backlog) await sleep(20);
    reader.cut();
    await reading;
    const times: number[] = [];
    for (let time = 0; time < (isSmoke ? 3 : 100); time += 1) {
      const again = reader.resume(0).then((ms) => ms !== undefined && times.push(ms));
      await sleep(30);
      reader.cut();
      await again;
    }
    figures[`first byte again, ${backlog} words behind, p50`] = percentile(times, 0.5);
    figures[`first byte again, ${backlog} words behind, p99`] = percentile(times, 0.99);
    say(`${backlog} words behind: ${percentile(times, 0.5).toFixed(1)} ms, of ${times.length}`);
  }
  return figures;
}

/** Readers that are cut at random moments, all of them until their answers end. */
async function cuts(url: string, people: readonly SignedIn[], { isSmoke, say }: BenchContext) {
  let reconnects = 0;
  const words = isSmoke ? 20 : 600;
  const wanted = isSmoke ? 10 : RECONNECTS;
  const read = async (person: SignedIn) => {
    const reader = new NumberedReader(url, person);
    let reading: Promise<unknown> = reader.ask({ words, everyMs: 20 });
    for (let time = 0; time < 1_000 && !reader.isOver; time += 1) {
      // Every reader has cuts left for its whole answer.
      const isCut = await Promise.race([
        reading.then(() => false),
        sleep((Math.random() * (2_000 * words * 20 * people.length)) / (wanted * 2_500)).then(() => true),
      ]);
      if (isCut) reader.cut();
      await reading;
      if (reader.isOver) break;
      reconnects += 1;
      reading = reader.resume();
    }
    return reader;
  };
  const readers = await Promise.all((isSmoke ? people.slice(0, 4) : people).map(read));
  say(`${reconnects} reconnects`);
  const sum = (of: (reader: NumberedReader) => number) =>
    readers.reduce((total, reader) => total + of(reader), 0);
  return {
    reconnects,
    "words lost": sum((reader) => words - countWords(reader.events)),
    "events lost": sum(({ gaps }) => gaps),
    "events doubled": sum(({ doubled }) => doubled),
    "answers that did not end": sum(({ isOver }) => (isOver ? 0 : 1)),
  };
}

/** Different ones: a word that came twice in different events counts once, and as a word lost elsewhere. */
const countWords = (events: readonly string[]): number =>
  new Set([...wordsIn(events.join("\n"))].map(({ index }) => index)).size;
