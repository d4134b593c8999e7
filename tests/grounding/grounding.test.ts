import { describe, expect, it } from "vitest";
import type { GroundedNumber } from "../../lib/contract/grounding";
import { groundText, type Known, knownFrom } from "../../lib/domain/grounding/ground-text";
import { type Case, falseCases, trueCases } from "./adversarial-cases";
import { randomWorld, TODAY, type World } from "./random-world";

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);
const QUESTION = "What did I spend over $777 in May 2025, and why?";

type Mark = { start: number; end: number; isTrue: boolean; text: string };

/** The text without its marks, and where they were. */
function unmark(marked: string): { text: string; marks: Mark[] } {
  let text = "";
  const marks: Mark[] = [];
  for (const piece of marked.split(/(«[^»]*»|‹[^›]*›)/)) {
    const isMark = /^[«‹]/.test(piece);
    const inner = isMark ? piece.slice(1, -1) : piece;
    if (isMark)
      marks.push({
        start: text.length,
        end: text.length + inner.length,
        isTrue: piece.startsWith("«"),
        text: inner,
      });
    text += inner;
  }
  return { text, marks };
}

type Verdict = { case: string; number: string; isTrue: boolean; isVerified: boolean };

const knownIn = (world: World): Known =>
  knownFrom({
    results: world.results.all(),
    question: QUESTION,
    today: TODAY,
    timeZone: "UTC",
    dataFrom: "2026-08-01",
  });

function judge(known: Known, seed: number, { name, text: marked }: Case): Verdict[] {
  const { text, marks } = unmark(marked);
  const found = groundText(text, known);
  const within = (mark: Mark) => found.filter(({ start, end }) => start < mark.end && mark.start < end);
  const isVerified = (numbers: GroundedNumber[]) =>
    numbers.length > 0 && numbers.every(({ match }) => match !== null);
  const label = `${name} (seed ${seed}): ${text}`;
  const strays = found.filter(
    ({ start, end }) => !marks.some((mark) => start < mark.end && mark.start < end),
  );
  return [
    ...marks.map((mark) => ({
      case: label,
      number: mark.text,
      isTrue: mark.isTrue,
      isVerified: isVerified(within(mark)),
    })),
    // What is not marked is no number.
    ...strays.map(({ start, end, match }) => ({
      case: label,
      number: text.slice(start, end),
      isTrue: true,
      isVerified: match !== null,
    })),
  ];
}

describe("grounding, over answers made to deceive it", () => {
  it("accepts at least 99 % of what is true and catches all that was planted", async () => {
    const verdicts: Verdict[] = [];
    let cases = 0;
    for (const seed of SEEDS) {
      const world = await randomWorld(seed);
      const known = knownIn(world);
      for (const one of [...trueCases(world), ...falseCases(world)]) {
        cases += 1;
        verdicts.push(...judge(known, seed, one));
      }
    }
    const truths = verdicts.filter(({ isTrue }) => isTrue);
    const lies = verdicts.filter(({ isTrue }) => !isTrue);
    const refused = truths.filter(({ isVerified }) => !isVerified);
    const missed = lies.filter(({ isVerified }) => isVerified);
    const accepted = 100 * (1 - refused.length / truths.length);
    const caught = 100 * (1 - missed.length / lies.length);
    process.stdout.write(
      `${cases} answers: ${accepted.toFixed(2)} % of ${truths.length} true numbers accepted, ${caught.toFixed(2)} % of ${lies.length} planted ones caught\n`,
    );
    expect(cases).toBeGreaterThanOrEqual(300);
    expect(lies.length).toBeGreaterThanOrEqual(300);
    expect(missed).toEqual([]);
    expect(accepted, JSON.stringify(refused.slice(0, 20), null, 1)).toBeGreaterThanOrEqual(99);
  }, 60_000);
});
