import { evidenceIn, wordsIn } from "./evidence";
import { EXAMPLES } from "./examples/all-examples";
import { isHeldOut } from "./examples/example";
import { NAMES } from "./examples/names";
import type { Label } from "./topics/topic-name";

export type Likely = { label: Label; probability: number };
type Chooser = (plain: string) => Likely[];
type Labelled = { label: Label; plain: string };

const ROUNDS = 12;
const STEP = 0.2;
/** Draws all weights to zero, so that a word of one example alone decides little. */
const DECAY = 0.01;

/** Of one piece of evidence the weight for each label, and how far each has been moved. */
type Row = { weights: Float64Array; moved: Float64Array };

/**
 * A softmax regression over the evidence of questions, learned from labelled ones in a fixed order by steps that grow
 * shorter with each (Adagrad): the same examples always give the same chooser.
 * @returns all labels with their probabilities, the likeliest first
 */
function learnChooser(examples: readonly Labelled[]): Chooser {
  const labels = [...new Set(examples.map(({ label }) => label))];
  const isKnown = knownWords(examples);
  const rows = new Map<string, Row>();
  const rowOf = (evidence: string): Row => {
    const known = rows.get(evidence) ?? {
      weights: new Float64Array(labels.length),
      moved: new Float64Array(labels.length),
    };
    rows.set(evidence, known);
    return known;
  };
  const seen = examples.map(({ label, plain }) => ({
    answer: labels.indexOf(label),
    found: evidenceIn(plain, isKnown).map(rowOf),
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { answer, found } of shuffled(seen, round)) {
      const said = softmax(found, labels.length);
      for (const row of found) move(row, said, answer);
    }
  }
  return (plain) => {
    const found = evidenceIn(plain, isKnown).flatMap((evidence) => rows.get(evidence) ?? []);
    const probabilities = softmax(found, labels.length);
    return labels
      .map((label, index) => ({ label, probability: probabilities[index] ?? 0 }))
      .toSorted((a, b) => b.probability - a.probability);
  };
}

function move({ weights, moved }: Row, said: Float64Array, answer: number): void {
  for (let label = 0; label < said.length; label += 1) {
    const weight = weights[label] ?? 0;
    const error = Number(label === answer) - (said[label] ?? 0) - DECAY * weight;
    const sum = (moved[label] ?? 0) + error * error;
    moved[label] = sum;
    weights[label] = weight + (STEP * error) / Math.sqrt(sum + 1e-6);
  }
}

/** A word of a single example is as good as unknown: it stands for all the names that are yet to come. */
function knownWords(examples: readonly Labelled[]): (word: string) => boolean {
  const counts = new Map<string, number>();
  for (const { plain } of examples)
    for (const word of new Set(wordsIn(plain))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => (counts.get(word) ?? 0) > 1 && !NAMES.has(word);
}

/** Another order each round, always the same ones. */
const shuffled = <T>(items: readonly T[], round: number): T[] => {
  const stride = [397, 401, 409].find((prime) => items.length % prime !== 0) ?? 1;
  return items
    .map((_, index) => items[(index * stride + round) % items.length])
    .filter((item) => item !== undefined);
};

function softmax(rows: readonly Row[], size: number): Float64Array {
  const sums = new Float64Array(size);
  for (const { weights } of rows)
    for (let label = 0; label < size; label += 1) sums[label] = (sums[label] ?? 0) + (weights[label] ?? 0);
  const highest = Math.max(...sums);
  let whole = 0;
  for (let label = 0; label < size; label += 1) {
    const weight = Math.exp((sums[label] ?? 0) - highest);
    sums[label] = weight;
    whole += weight;
  }
  return sums.map((weight) => weight / whole);
}

let chooser: Chooser | undefined;

/** What the question may be about, the likeliest first. Learned at the first question. */
export function likelyTopics(plain: string): Likely[] {
  chooser ??= learnChooser(
    EXAMPLES.flatMap(({ label, examples }) =>
      examples.filter((example) => !isHeldOut(example)).map(([ask]) => ({ label, plain: ask.toLowerCase() })),
    ),
  );
  return chooser(plain);
}
