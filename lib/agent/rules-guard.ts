import { lazy } from "../lazy";
import { RULES } from "./prompt";

/** Letters in a row that are a quotation. Single sentences of the rules an answer may need to say. */
const QUOTED = 100;
/** Letters in a row that could become one: from here on text waits until it is clear. */
const SUSPECT = 24;
const LEFT_OUT = " … (instructions left out) … ";

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, "");

/** Every stretch of the rules that is long enough to be suspect. */
const stretches = lazy("stretches of the rules", () => {
  const letters = lettersOf(RULES);
  return new Set(Array.from(letters, (_, start) => letters.slice(start, start + SUSPECT)));
});

/**
 * Takes quotations of the rules out of what a model says, while it says it. Letters alone are compared, so neither
 * spaces nor markup hide one. What is said in other words or in another language passes: the rules hold no secret, only
 * nothing that a person should get for an answer.
 */
export class RulesGuard {
  #last = "";
  #inRow = 0;
  #held = "";
  #before = "";

  /** @param shown what was said before by the same voice */
  constructor(shown = "") {
    this.push(shown);
    this.#held = "";
  }

  /** @returns what of the text so far may be shown now */
  push(text: string): string {
    let clear = "";
    for (const character of text) clear += this.#next(character);
    return clear;
  }

  /** The text has ended. @returns what was held back and is no quotation */
  flush(): string {
    const held = this.#held;
    this.#held = "";
    this.#inRow = 0;
    return held;
  }

  #next(character: string): string {
    const letter = character.toLowerCase();
    // "\\n" inside of JSON is the end of a line.
    const isEscape = this.#before === "\\";
    this.#before = character;
    if (letter >= "a" && letter <= "z" && !isEscape) {
      this.#last = (this.#last + letter).slice(-SUSPECT);
      if (!stretches().has(this.#last)) return this.flush() + character;
      this.#inRow = Math.max(SUSPECT, this.#inRow + 1);
      if (this.#inRow === QUOTED) this.#held = "";
      if (this.#inRow === QUOTED) return LEFT_OUT;
    }
    if (this.#inRow === 0) return character;
    if (this.#inRow < QUOTED) this.#held += character;
    return "";
  }
}

/** A whole text without its quotations of the rules. */
export function withoutRules(text: string): string {
  const guard = new RulesGuard();
  return guard.push(text) + guard.flush();
}
