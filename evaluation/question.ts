import type { Range } from "./oracle/days";

/** All parts must be in the answer. */
export type Alternative = {
  /** As `moneyText` writes them; a minus also counts when words say it. */
  money?: readonly string[];
  /** Within a tenth of a percentage point. */
  percents?: readonly number[];
  /** A number of things, as in "12 transactions". */
  counts?: readonly number[];
  /** Regular expressions, in any case. */
  words?: readonly string[];
  /** No amount but zero may be in the answer. */
  noMoney?: true;
};

export type Expectation = {
  /** One of them is enough; none: nothing about the content is asked. */
  any: readonly Alternative[];
  /** The exact days must be said. */
  period?: Range;
  /** Amounts that would be wrong answers. */
  never?: readonly string[];
  /** A question back is the only right answer. */
  asks?: true;
  /** A plain refusal is the only right answer. */
  refuses?: true;
};

export type Turn = { ask: string; expect: Expectation };

/** What is asked, in one conversation, and what must come of it. */
export type Question = { id: string; kind: string; turns: readonly Turn[]; aside?: true };

/** One question of each conversation's turns at a time is graded; a quarter of all is kept aside by the hash of its id. */
export function questionsOf(kind: string, conversations: readonly (Turn | readonly Turn[])[]): Question[] {
  return conversations.map((conversation, index) => {
    const id = `${kind}-${String(index + 1).padStart(2, "0")}`;
    const turns = "ask" in conversation ? [conversation] : conversation;
    return { id, kind, turns, ...(isAside(id) && { aside: true as const }) };
  });
}

/** Questions that an analyst was tuned on when they were written: none of them is ever kept aside. */
export const tunedQuestionsOf = (kind: string, turns: readonly Turn[]): Question[] =>
  questionsOf(kind, turns).map(({ id, turns: asked }) => ({ id, kind, turns: asked }));

/** FNV-1a. */
function isAside(id: string): boolean {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return hash % 4 === 0;
}
