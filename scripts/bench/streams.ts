import postgres from "postgres";
import type { Bench, BenchContext } from "./bench";
import { percentile } from "./percentile";
import { type Contestant, purser, startFloor, startModel, startPeers } from "./streams/contestants";
import { type Figures, inWords, type Load, middleOf, type PlainFigure, runLoad } from "./streams/load";
import { signedInPeople } from "./streams/people";
import { startPipeline } from "./streams/start-pipeline";

/** Half of it is what a word waits for on average; lib/chat/run-timing.ts. */
const WINDOW_MS = 30;
const ROUNDS = 3;
const PEOPLE = 300;
const CONCURRENCY = 250;

const ONE: Load = { name: "1", answers: 20, atOnce: false, wish: { words: 10, everyMs: 20 } };
const FIFTY: Load = { name: "50", answers: 50, atOnce: true, wish: { words: 150, everyMs: 20 } };
const TWO_HUNDRED: Load = { name: "200", answers: 200, atOnce: true, wish: { words: 150, everyMs: 20 } };
/** Far more than two processors can do: what then comes through, and whether all of it. */
const THOUSAND: Load = { name: "1,000", answers: 1_000, atOnce: true, wish: { words: 30, everyMs: 100 } };
const SMOKE: readonly Load[] = [
  { ...ONE, answers: 2 },
  { ...FIFTY, answers: 5, wish: { words: 10, everyMs: 20 } },
  { ...TWO_HUNDRED, answers: 10, wish: { words: 10, everyMs: 20 } },
  { ...THOUSAND, answers: 12, wish: { words: 5, everyMs: 20 } },
];

/** The whole way of an answer beside what people would use instead, in one run, round by round. */
export const streams: Bench = {
  name: "streams",
  goals: [
    { figure: "first word, one at a time, p50: x direct", unit: "x", most: 3 },
    { figure: "first word, one at a time, p50, were direct 3.5 ms", unit: "ms", most: 25 },
    { figure: "first word, 50 at once, p50: x direct", unit: "x", most: 0.5 },
    { figure: "first word, 200 at once, p50: x direct", unit: "x", most: 0.05 },
    { figure: "first word, 200 at once, p99: x direct", unit: "x", most: 0.05 },
    { figure: "200 x 50 words/s: wall over ideal", unit: "x", most: 1.15 },
    { figure: "200 x 50 words/s: wall over ideal, direct", unit: "x" },
    { figure: "words per second, 1,000 at once: x direct", unit: "x" },
    { figure: "added per word, one at a time, p50", unit: "ms", most: WINDOW_MS / 2 + 2 },
    { figure: "added per word, 50 at once, p50", unit: "ms", most: WINDOW_MS / 2 + 2 },
    { figure: "added per word, 50 at once, p99", unit: "ms", most: WINDOW_MS + 20 },
    { figure: "CPU per word, 50 at once: x direct", unit: "x", most: 0.4 },
    { figure: "CPU per word, 200 at once: x direct", unit: "x", most: 0.4 },
    { figure: "CPU per word, 50 at once", unit: "us" },
    { figure: "lost, doubled or broken", unit: "", most: 0 },
  ],
  run: measure,
};

/** Of one load: a round has the figures of every contestant. */
type Rounds = Map<Load, Map<string, Figures>[]>;

async function measure({ parts, isSmoke, say }: BenchContext) {
  const loads = isSmoke ? SMOKE : [ONE, FIFTY, TWO_HUNDRED, THOUSAND];
  const sql = postgres(String(parts.environment.DATABASE_URL), { max: 1 });
  const model = await startModel(parts);
  const modelUrl = `${model.url}/v1`;
  const [pipeline, floor, peers] = await Promise.all([
    startPipeline({ parts, modelUrl, workers: 1, concurrency: CONCURRENCY }),
    startFloor(parts, modelUrl),
    // A build of another application is too much for a test.
    isSmoke ? null : startPeers(parts, modelUrl, say),
  ]);
  try {
    const people = await signedInPeople(PEOPLE, sql, parts.environment);
    const ours = purser(pipeline, parts, people);
    const contestants = [ours, floor, ...(peers ? [peers.direct, peers.resumable] : [])];
    for (const contestant of contestants) await warmUp(contestant, isSmoke, say);
    const rounds = await runRounds(contestants, loads, isSmoke ? 1 : ROUNDS, say);
    return { figures: figuresOf(rounds), notes: [...pipeline.notes, ...notesOf(rounds)] };
  } finally {
    await sql.end();
    await Promise.all([pipeline.stop(), floor.stop(), peers?.stop(), model.stop()]);
  }
}

async function runRounds(
  contestants: readonly Contestant[],
  loads: readonly Load[],
  count: number,
  say: (line: string) => void,
): Promise<Rounds> {
  const rounds: Rounds = new Map(loads.map((load) => [load, []]));
  for (let round = 0; round < count; round += 1) {
    // The largest takes a minute for each of them: once is enough.
    for (const load of loads.filter((load) => round === 0 || load !== THOUSAND)) {
      const figures = new Map<string, Figures>();
      // Nobody always goes first.
      for (const contestant of rotated(contestants, round)) {
        const measured = await runLoad(contestant, load);
        figures.set(contestant.name, measured);
        say(`round ${round + 1}, ${load.name} at once: ${inWords(contestant.name, measured)}`);
      }
      rounds.get(load)?.push(figures);
    }
  }
  return rounds;
}

/** The first answer also waits for the worker, and compilers work on whatever runs often. */
async function warmUp(contestant: Contestant, isSmoke: boolean, say: (line: string) => void): Promise<void> {
  const wish = { words: 20, everyMs: 1 };
  const first = await contestant.ask(wish);
  if (first.problem !== undefined || first.lost > 0)
    throw new Error(`${contestant.name} gave no answer: ${first.problem ?? `${first.lost} words missing`}.`);
  if (isSmoke) return;
  await runLoad(contestant, { name: "", answers: 30, atOnce: false, wish });
  for (let time = 0; time < 3; time += 1)
    await runLoad(contestant, { name: "", answers: 50, atOnce: true, wish });
  say(`${contestant.name} is warm`);
}

const rotated = <Item>(items: readonly Item[], by: number): Item[] => {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
};

function figuresOf(rounds: Rounds): Record<string, number> {
  const [one, fifty, twoHundred, thousand] = [...rounds.values()];
  const ratio = (of: Map<string, Figures>[] | undefined, key: PlainFigure, to = "direct") =>
    middle(of, (round) => (round.get("purser")?.[key] ?? Number.NaN) / (round.get(to)?.[key] ?? Number.NaN));
  const added = (of: Map<string, Figures>[] | undefined, key: "delayP50" | "delayP99") =>
    middle(of, (round) => (round.get("purser")?.[key] ?? Number.NaN) - (round.get("direct")?.[key] ?? 0));
  const plain = (of: Map<string, Figures>[] | undefined, key: PlainFigure, who = "purser") =>
    middle(of, (round) => round.get(who)?.[key] ?? Number.NaN);
  const wrong = [...rounds.values()].flat().map((round) => round.get("purser"));
  const firstRatio = ratio(one, "firstP50");
  return finite({
    "first word, one at a time, p50: x direct": firstRatio,
    "first word, one at a time, p50, were direct 3.5 ms": firstRatio * 3.5,
    "first word, 50 at once, p50: x direct": ratio(fifty, "firstP50"),
    "first word, 200 at once, p50: x direct": ratio(twoHundred, "firstP50"),
    "first word, 200 at once, p99: x direct": ratio(twoHundred, "firstP99"),
    "200 x 50 words/s: wall over ideal": plain(twoHundred, "wallOverIdeal"),
    "200 x 50 words/s: wall over ideal, direct": plain(twoHundred, "wallOverIdeal", "direct"),
    "words per second, 1,000 at once: x direct": ratio(thousand, "wordsPerSecond"),
    "added per word, one at a time, p50": added(one, "delayP50"),
    "added per word, 50 at once, p50": added(fifty, "delayP50"),
    "added per word, 50 at once, p99": added(fifty, "delayP99"),
    "CPU per word, 50 at once: x direct": ratio(fifty, "cpuPerWordUs"),
    "CPU per word, 200 at once: x direct": ratio(twoHundred, "cpuPerWordUs"),
    "CPU per word, 50 at once": plain(fifty, "cpuPerWordUs"),
    "lost, doubled or broken": wrong.reduce(
      (sum, figures) => sum + (figures ? figures.lost + figures.doubled + figures.broken : 1),
      0,
    ),
    ...Object.fromEntries([...rounds].flatMap(([load, of]) => allOf(load, of))),
  });
}

const middle = (
  rounds: Map<string, Figures>[] | undefined,
  of: (round: Map<string, Figures>) => number,
): number => percentile((rounds ?? []).map(of), 0.5);

/** For the file: everything that was measured, beside what the goals ask for. */
const allOf = ({ name }: Load, rounds: Map<string, Figures>[]): [string, number][] =>
  namesOf(rounds).flatMap((who) =>
    flat(middleOf(rounds.flatMap((round) => round.get(who) ?? []))).map(([key, value]): [string, number] => [
      `${name} at once, ${who}, ${key}`,
      value,
    ]),
  );

const flat = ({ cpuByProcess, problem: _, ...plain }: Figures): [string, number][] => [
  ...Object.entries(plain),
  ...Object.entries(cpuByProcess).map(([name, us]): [string, number] => [`cpuPerWordUs of ${name}`, us]),
];

const namesOf = (rounds: Map<string, Figures>[]): string[] => [...(rounds[0]?.keys() ?? [])];

/** A figure that has no partner in this run (a smoke run has no peers) is left out. */
const finite = (figures: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(figures).filter(([, value]) => Number.isFinite(value)));

const notesOf = (rounds: Rounds): string[] =>
  [...rounds].flatMap(([{ name, wish }, of]) => [
    `${name} at once, ${wish.words} words, one every ${wish.everyMs} ms (p50 / p99, middle of ${of.length}):`,
    ...namesOf(of).map((who) => `  ${inWords(who, middleOf(of.flatMap((round) => round.get(who) ?? [])))}`),
  ]);
