import { percentile } from "../percentile";
import type { Contestant } from "./contestants";
import type { Reading } from "./read-answer";
import type { Wish } from "./spoken-words";
import { cpuMs } from "./usage";

export type Load = {
  name: string;
  answers: number;
  /** Together, or each when the one before it has ended. */
  atOnce: boolean;
  wish: Wish;
};

export type Figures = {
  /** To the first word, in ms. */
  firstP50: number;
  firstP99: number;
  /** From the model to the reader, per word, in ms. */
  delayP50: number;
  delayP99: number;
  wallOverIdeal: number;
  wordsPerSecond: number;
  cpuPerWordUs: number;
  /** The same by process. */
  cpuByProcess: Record<string, number>;
  lost: number;
  doubled: number;
  broken: number;
  /** Of the first that was broken. */
  problem: string | undefined;
};

export type PlainFigure = Exclude<keyof Figures, "cpuByProcess" | "problem">;

/** One contestant under one load. */
export async function runLoad(
  contestant: Pick<Contestant, "ask" | "processes">,
  { answers, atOnce, wish }: Load,
): Promise<Figures> {
  const names = Object.entries(contestant.processes);
  const cpu = () => names.map(([, pid]) => cpuMs([pid]));
  const cpuBefore = cpu();
  const startedAt = performance.now();
  const readings: Reading[] = [];
  if (atOnce)
    readings.push(...(await Promise.all(Array.from({ length: answers }, () => contestant.ask(wish)))));
  else for (let index = 0; index < answers; index += 1) readings.push(await contestant.ask(wish));
  const wallMs = performance.now() - startedAt;
  const idealMs = (wish.words - 1) * wish.everyMs * (atOnce ? 1 : answers);
  const words = answers * wish.words;
  const perWord = cpu().map((ms, index) => ((ms - (cpuBefore[index] ?? 0)) / words) * 1_000);
  const firsts = readings.map(({ firstMs }) => firstMs).filter((ms) => !Number.isNaN(ms));
  const delays = readings.flatMap(({ delaysMs }) => delaysMs);
  const sum = (count: (reading: Reading) => number) =>
    readings.reduce((total, reading) => total + count(reading), 0);
  return {
    firstP50: percentile(firsts, 0.5),
    firstP99: percentile(firsts, 0.99),
    delayP50: percentile(delays, 0.5),
    delayP99: percentile(delays, 0.99),
    wallOverIdeal: wallMs / idealMs,
    wordsPerSecond: (words / wallMs) * 1_000,
    cpuPerWordUs: perWord.reduce((total, us) => total + us, 0),
    cpuByProcess: Object.fromEntries(names.map(([name], index) => [name, perWord[index] ?? 0])),
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    broken: sum(({ problem }) => (problem === undefined ? 0 : 1)),
    problem: readings.find(({ problem }) => problem !== undefined)?.problem,
  };
}

/** The figures of several rounds: the middle of each. What went wrong is counted in all of them. */
export function middleOf(rounds: readonly Figures[]): Figures {
  const middle = (key: PlainFigure) =>
    percentile(
      rounds.map((round) => round[key]),
      0.5,
    );
  const total = (key: PlainFigure) => rounds.reduce((sum, round) => sum + round[key], 0);
  const processes = Object.keys(rounds[0]?.cpuByProcess ?? {});
  return {
    firstP50: middle("firstP50"),
    firstP99: middle("firstP99"),
    delayP50: middle("delayP50"),
    delayP99: middle("delayP99"),
    wallOverIdeal: middle("wallOverIdeal"),
    wordsPerSecond: middle("wordsPerSecond"),
    cpuPerWordUs: middle("cpuPerWordUs"),
    cpuByProcess: Object.fromEntries(
      processes.map((name) => [
        name,
        percentile(
          rounds.map(({ cpuByProcess }) => cpuByProcess[name] ?? 0),
          0.5,
        ),
      ]),
    ),
    lost: total("lost"),
    doubled: total("doubled"),
    broken: total("broken"),
    problem: rounds.find(({ problem }) => problem !== undefined)?.problem,
  };
}

/** One line for a reader. */
export function inWords(name: string, figures: Figures): string {
  const ms = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en-US"));
  const wrong = figures.lost + figures.doubled + figures.broken;
  return [
    `${name.padEnd(9)} first word ${ms(figures.firstP50)} / ${ms(figures.firstP99)} ms`,
    `delay ${ms(figures.delayP50)} / ${ms(figures.delayP99)} ms`,
    `${Math.round(figures.wordsPerSecond).toLocaleString("en-US")} words/s`,
    `wall ${figures.wallOverIdeal.toFixed(2)} x ideal`,
    `CPU ${Math.round(figures.cpuPerWordUs)} us/word${shares(figures.cpuByProcess)}`,
    ...(wrong === 0
      ? []
      : [`${figures.lost} lost, ${figures.doubled} doubled, ${figures.broken} broken (${figures.problem})`]),
  ].join(", ");
}

function shares(cpuByProcess: Record<string, number>): string {
  const processes = Object.entries(cpuByProcess);
  if (processes.length < 2) return "";
  return ` (${processes.map(([name, us]) => `${name} ${Math.round(us)}`).join(", ")})`;
}
