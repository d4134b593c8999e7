import { editDistance, matchNames, nearestNames, normalizeName } from "./nearest-names";

export const NAMES_DEFINITION = "names.v1";

/** The very name. */
const SAME = 100;
/** Holds every word of the phrase. */
const HAS_WORDS = 80;
/** Looks like it: less, the more letters differ. */
const MOST_LIKE = 70;

export type NameCandidate<Thing> = { thing: Thing; name: string; score: number };

/**
 * What a phrase can mean, the best first, at most `count`: what is called so, else what holds its words, else what looks
 * like it. The order of `things` decides between equals.
 * @param namesOf all that a thing is called; the first is the one to show
 */
export function nameCandidates<Thing>(
  phrase: string,
  things: readonly Thing[],
  namesOf: (thing: Thing) => readonly [string, ...string[]],
  count: number,
): NameCandidate<Thing>[] {
  const wanted = normalizeName(phrase);
  if (wanted === "") return [];
  return things
    .map((thing) => {
      const names = namesOf(thing);
      return {
        thing,
        name: names[0],
        score: Math.max(...names.map((name) => scoreOf(phrase, wanted, name))),
      };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, count);
}

function scoreOf(phrase: string, wanted: string, name: string): number {
  const normal = normalizeName(name);
  if (normal === wanted) return SAME;
  if (matchNames(phrase, [name]).length > 0) return HAS_WORDS;
  if (nearestNames(phrase, [name]).length === 0) return 0;
  const beginning = normal.split(" ").slice(0, wanted.split(" ").length).join(" ");
  const distance = Math.min(editDistance(wanted, normal), editDistance(wanted, beginning));
  return Math.round(MOST_LIKE * (1 - Math.min(1, distance / Math.max(1, wanted.length))));
}

/** Whether something else fits as well as the best does, so that only the person can say what is meant. */
export const isAmbiguous = (candidates: readonly { score: number }[]): boolean =>
  candidates.length > 1 && candidates[1]?.score === candidates[0]?.score;
