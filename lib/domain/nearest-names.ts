/** Lower case, without accents, punctuation and what has no width, single spaces: how names are compared. */
export const normalizeName = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replaceAll(/['’]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Edits between two words: insert, delete, replace, or swap two neighbours (optimal string alignment). */
export function editDistance(first: string, second: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let row = 1; row <= first.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= second.length; column += 1) {
      const same = first[row - 1] === second[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        first[row - 1] === second[column - 2] &&
        first[row - 2] === second[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[second.length] ?? 0;
}

/** How many slips of the finger a word of this length may hold and still be the same word. */
const allowedEdits = (word: string): number => (word.length < 5 ? 0 : word.length < 9 ? 1 : 2);

export const isTypoOf = (typed: string, word: string): boolean =>
  typed !== word && isWithin(typed, word, Math.min(allowedEdits(typed), allowedEdits(word)));

const isWithin = (typed: string, word: string, edits: number): boolean =>
  Math.abs(typed.length - word.length) <= edits && editDistance(typed, word) <= edits;

/** How card networks print some merchants. Banks that do not clean names show these beside the real one. */
const PRINTED_AS: Record<string, string> = { amzn: "amazon", amz: "amazon" };
const PRINTED_AFTER = /^(mktp|mktplace|marketplace|mktpl|us|com|bill|\p{L}*\d\w*)$/u;

/** `AMZN Mktp US*2K4RT` is Amazon, `AMZN Prime` is Amazon Prime; any other name is only normalised. */
function comparedName(name: string): string {
  const [first = "", ...others] = normalizeName(name).split(" ");
  const real = Object.hasOwn(PRINTED_AS, first) ? PRINTED_AS[first] : undefined;
  if (real === undefined) return [first, ...others].join(" ");
  return [real, ...others.filter((word) => !PRINTED_AFTER.test(word))].join(" ");
}

/**
 * The names that a phrase means: the one that is called so, else those that hold all its words ("amazon" is "Amazon
 * Prime" too). Typos are not guessed here: see `nearestNames`.
 */
export function matchNames(phrase: string, names: readonly string[]): string[] {
  const wanted = comparedName(phrase);
  if (wanted === "") return [];
  const same = names.filter((name) => comparedName(name) === wanted);
  if (same.length > 0) return same;
  const joined = squeezed(wanted);
  const joinedSame = joined.length < 5 ? [] : names.filter((name) => squeezed(comparedName(name)) === joined);
  if (joinedSame.length > 0) return joinedSame;
  const words = wanted.split(" ");
  return names.filter((name) => {
    const has = comparedName(name).split(" ");
    return words.every((word) => has.some((other) => other === word || singular(other) === singular(word)));
  });
}

/** "traderjoes" is Trader Joe's. */
const squeezed = (name: string): string => name.replaceAll(" ", "");

/** Good enough for names: `groceries` and `grocery`, `cafes` and `cafe`, `Lyfts` and `Lyft`. */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && word.endsWith("s") && !word.endsWith("ss")) return word.slice(0, -1);
  return word;
}

/** The names that look most like the phrase, best first, at most `count`; none when nothing comes near. */
export function nearestNames(phrase: string, names: readonly string[], count = 3): string[] {
  const wanted = normalizeName(phrase);
  return names
    .map((name, index) => ({ name, index, distance: distanceTo(wanted, normalizeName(name)) }))
    .filter(({ distance }) => distance <= Math.max(1, Math.floor(wanted.length / 3)))
    .sort((a, b) => a.distance - b.distance || a.index - b.index)
    .slice(0, count)
    .map(({ name }) => name);
}

/** To the whole name or to its beginning: "starbuks" is near "Starbucks Reserve". */
function distanceTo(wanted: string, name: string): number {
  const words = wanted.split(" ").length;
  const beginning = name.split(" ").slice(0, words).join(" ");
  return Math.min(editDistance(wanted, name), editDistance(wanted, beginning) + 0.5);
}
