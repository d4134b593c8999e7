import { type Random, randomFor } from "../../embedded/plaid/household/random";

/** What one question will meet in the browser; the faults of the servers come on top, for whoever is there. */
export type Plan = {
  number: number;
  seed: string;
  /** What the model says, in the pieces in which it says it. */
  pieces: readonly string[];
  pieceMilliseconds: number;
  /** The model looks something up before it writes. */
  usesTool: boolean;
  /** The question goes on in the conversation of the person's last one. */
  isFollowUp: boolean;
  /** Stop is pressed so long after sending. */
  stopAfterMs: number | null;
  /** The connections of the tab break at these moments; the tab itself lives on, and so does its cursor. */
  cutsAfterMs: readonly number[];
  /** The tab is gone at this moment, and is opened again so much later, without a cursor. */
  tabDies: { afterMs: number; forMs: number } | null;
  /** Another device reads along. */
  isWatched: boolean;
};

export type Pace = { answerMs: readonly [least: number, most: number] };

/** The whole plan follows from the seed and the number, so a broken answer can be asked for again by name. */
export function planFor(seed: number, number: number, { answerMs }: Pace): Plan {
  const random = randomFor("faults", seed, number);
  const wholeMs = random.integer(...answerMs);
  const pieceMilliseconds = random.pick([12, 25, 40, 60]);
  const count = Math.max(8, Math.round(wholeMs / pieceMilliseconds));
  return {
    number,
    seed: `${seed}/${number}`,
    pieces: piecesOf(random, number, count),
    pieceMilliseconds,
    usesTool: random.chance(0.3),
    isFollowUp: random.chance(0.3),
    stopAfterMs: random.chance(0.2) ? random.integer(0, wholeMs) : null,
    cutsAfterMs: random.chance(0.35)
      ? Array.from({ length: random.integer(1, 3) }, () => random.integer(50, wholeMs))
      : [],
    tabDies: random.chance(0.25)
      ? { afterMs: random.integer(50, wholeMs), forMs: random.integer(100, 4_000) }
      : null,
    isWatched: random.chance(0.25),
  };
}

/** An answer without a fault whose every piece becomes a chunk of its own. */
export const longPlan = (seed: number, pieces: number): Plan => ({
  number: 0,
  seed: `${seed}/0`,
  pieces: piecesOf(randomFor("faults", seed, 0), 0, pieces),
  pieceMilliseconds: 35,
  usesTool: true,
  isFollowUp: false,
  stopAfterMs: null,
  cutsAfterMs: [],
  tabDies: null,
  isWatched: false,
});

const piecesOf = (random: Random, number: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => wordOf(random, number, index));

/** No word is said twice, so that a lost or doubled one is seen; some are cut by a careless reader of bytes. */
function wordOf(random: Random, number: number, index: number): string {
  const ornament = random.chance(0.15) ? random.pick(["é", "€", "🙂", "\n\n", "– ", '"', "\\"]) : "";
  return `${ornament}q${number}w${index} `;
}

export const textOf = ({ pieces }: Plan): string => pieces.join("");

/** The question names its plan: that is how the model knows what to say. */
export const questionOf = ({ number, seed }: Plan): string => `Question ${number} of faults ${seed}`;

/** The number of the plan that a question names, if it does. */
export function namedIn(text: string): number | undefined {
  const number = /^Question (\d+) of faults /.exec(text)?.[1];
  return number === undefined ? undefined : Number(number);
}
