/** Longer repetitions than this are taken for what the model means to say. */
const LONGEST = 200;
/** Several words; what is shorter could be said twice on purpose ("very very"). */
const SHORTEST = 8;
/** The last word alone, begun again from its start. */
const SHORTEST_WORD = 4;

const isWordCharacter = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/** "ababab" is made of "ab": rows and rules of tables look like this, and go on like this. */
const isPeriodic = (text: string): boolean => (text + text).indexOf(text, 1) < text.length;

/** Whether saying the last `length` characters again is a repetition: never a few digits or letters that could be meant. */
function canRepeat(shown: string, length: number): boolean {
  const before = shown.at(-length - 1) ?? " ";
  const said = shown.slice(-length);
  const isLastWord = length >= SHORTEST_WORD && !/\s/.test(said) && /\s/.test(before);
  const isFromTheStart = length === shown.length && /\p{L}{2}/u.test(said);
  if (length < SHORTEST && !isLastWord && !isFromTheStart) return false;
  if ([...said].filter(isWordCharacter).length < 2) return false;
  return !isPeriodic(said) && !shown.endsWith(said + said);
}

/**
 * Takes from the beginning of a continuation what it repeats of the text before it, as models do: the longest end of
 * that text that it begins with. Characters are held back only while they could still be such a repetition.
 */
export class Overlap {
  #held = "";
  /** The ends of the shown text that the continuation may turn out to begin with, longest first. */
  #candidates: string[];

  constructor(shown: string) {
    const longest = Math.min(LONGEST, shown.length);
    this.#candidates = Array.from({ length: longest }, (_, index) => longest - index)
      .filter((length) => canRepeat(shown, length))
      .map((length) => shown.slice(-length));
  }

  /** @returns what of the continuation so far may be shown now */
  push(text: string): string {
    if (this.#candidates.length === 0) return text;
    this.#held += text;
    this.#candidates = this.#candidates.filter(
      (end) => end.startsWith(this.#held) || this.#held.startsWith(end),
    );
    const longest = this.#candidates[0];
    return longest !== undefined && longest.length > this.#held.length ? "" : this.flush();
  }

  /** The continuation has ended, or nothing more can be a repetition. @returns what was held back and is none */
  flush(): string {
    const repeated = this.#candidates.find((end) => this.#held.startsWith(end)) ?? "";
    const left = this.#held.slice(repeated.length);
    this.#candidates = [];
    this.#held = "";
    return left;
  }
}
