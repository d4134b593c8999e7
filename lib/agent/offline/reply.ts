import type { ToolResult } from "../../contract/tool-result";
import { categoryLabel } from "../../domain/categories";
import type { Facts } from "../prompt";
import { answerFailure, NO_BANK } from "./answers/fixed";
import { paragraphs, plainText } from "./answers/wording";
import { type Correction, correct } from "./correct";
import { isFailure, type Outcome, type PlannedCall } from "./tool-round";
import type { Reading } from "./topics/topic";

export type Reply = { kind: "calls"; calls: PlannedCall[] } | { kind: "text"; text: string };

type Slot = { reading: Reading; call: PlannedCall; outcome: Outcome; notes: string[]; isGuessed?: true };

const MAX_CORRECTIONS = 2;

/**
 * What the analyst says next: look-ups first, then an answer made of their results and of nothing else. Planning is
 * deterministic, so earlier rounds are read again the same way.
 * @param readings what the message asks, one per question
 * @param rounds outcomes of the look-ups so far, round by round, each in the order of its calls
 * @param tools names of the tools that there are
 */
export function reply(
  readings: readonly Reading[],
  rounds: readonly (readonly Outcome[])[],
  facts: Facts,
  tools: ReadonlySet<string>,
): Reply {
  const planned = readings.flatMap((reading) => reading.calls.map((call) => ({ reading, call })));
  const waiting = [...rounds];
  let slots: Slot[] = [];
  if (planned.length > 0) {
    const first = waiting.shift();
    if (!first) return callsOf(planned);
    slots = filled(planned, first);
    for (let round = 0; round < MAX_CORRECTIONS; round += 1) {
      const made = corrections(slots);
      if (made.size === 0) break;
      const outcomes = waiting.shift();
      if (!outcomes) return callsOf([...made.values()]);
      slots = corrected(slots, made, outcomes);
    }
  }
  const further = readings.flatMap((reading) =>
    reading
      .further(resultsFor(reading, slots))
      .filter(({ name }) => tools.has(name))
      .map((call) => ({ reading, call })),
  );
  const extra = further.length > 0 ? waiting.shift() : [];
  if (!extra) return callsOf(further);
  // What is only added to an answer may fail without taking the answer away.
  slots = [...slots, ...filled(further, extra).filter(({ outcome }) => !isFailure(outcome))];
  return { kind: "text", text: paragraphs(...readings.map((reading) => answer(reading, slots, facts))) };
}

const callsOf = (planned: readonly { call: PlannedCall }[]): Reply => ({
  kind: "calls",
  calls: planned.map(({ call }) => call),
});

const LOST: Outcome = {
  error: { code: "unavailable", message: "A look-up gave no result. Please try again." },
};

const filled = (
  planned: readonly { reading: Reading; call: PlannedCall }[],
  outcomes: readonly Outcome[],
): Slot[] => planned.map((one, index) => ({ ...one, outcome: outcomes[index] ?? LOST, notes: [] }));

/** Failed look-ups that can be put better. */
function corrections(slots: readonly Slot[]): Map<Slot, Correction> {
  const found = new Map<Slot, Correction>();
  for (const slot of slots) {
    const better =
      isFailure(slot.outcome) && !slot.isGuessed
        ? correct(slot.call, slot.outcome, slot.reading.subjects)
        : undefined;
    if (better) found.set(slot, better);
  }
  return found;
}

function corrected(
  slots: readonly Slot[],
  made: ReadonlyMap<Slot, Correction>,
  round: readonly Outcome[],
): Slot[] {
  const retried = [...made.keys()];
  return slots.map((slot) => {
    const correction = made.get(slot);
    if (!correction) return slot;
    const outcome = round[retried.indexOf(slot)] ?? LOST;
    if (correction.isGuess && isFailure(outcome)) return { ...slot, isGuessed: true };
    return {
      ...slot,
      call: correction.call,
      outcome,
      notes: correction.note ? [...slot.notes, correction.note] : slot.notes,
    };
  });
}

const resultsFor = (reading: Reading, slots: readonly Slot[]): ToolResult[] =>
  slots.flatMap((slot) => (slot.reading !== reading || isFailure(slot.outcome) ? [] : [slot.outcome]));

function answer(reading: Reading, all: readonly Slot[], facts: Facts): string {
  const slots = all.filter((slot) => slot.reading === reading);
  const notes = [...new Set([...slots.flatMap((slot) => slot.notes), ...typoNotes(reading)])].join(" ");
  for (const { outcome } of slots) {
    if (isFailure(outcome)) return paragraphs(notes, answerFailure(outcome));
  }
  const results = resultsFor(reading, slots);
  const caveats = [...new Set(results.flatMap((result) => result.caveats ?? []))].map(plainText).join(" ");
  const isEmpty = results.every(
    ({ kind, asOf, rowCount, dataFrom }) =>
      kind !== "calculation" && asOf === null && rowCount === 0 && !dataFrom,
  );
  if (results.length > 0 && isEmpty) return caveats || NO_BANK;
  return paragraphs(notes, reading.answer(results, facts), caveats);
}

const typoNotes = ({ subjects }: Reading): string[] =>
  subjects
    .filter(({ isTypo }) => isTypo)
    .map(
      ({ phrase, categories }) =>
        `I read “${phrase}” as ${categories.map(categoryLabel).join(" and ").toLowerCase()}.`,
    );
