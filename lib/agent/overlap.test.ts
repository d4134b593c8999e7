import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Overlap } from "./overlap";

function join(shown: string, pieces: string[]): string {
  const overlap = new Overlap(shown);
  return shown + pieces.map((piece) => overlap.push(piece)).join("") + overlap.flush();
}

describe("a continuation", () => {
  it.each([
    ["You spent $42.10 on groceries", " in May.", "You spent $42.10 on groceries in May."],
    ["You spent $42.10 on groceries", "on groceries in May.", "You spent $42.10 on groceries in May."],
    ["You spent $42.10 on groc", "groceries in May.", "You spent $42.10 on groceries in May."],
    ["You spent $42.10 on groc", "eries in May.", "You spent $42.10 on groceries in May."],
    ["The total is **$1,2", "**$1,204.50**.", "The total is **$1,204.50**."],
    ["You ", "You spent $42.10.", "You spent $42.10."],
    // Digits that could as well be meant.
    ["The total is $1", "1.50.", "The total is $11.50."],
    ["In all it is 100", "100 rows", "In all it is 100100 rows"],
    ["It is very ", "very high.", "It is very very high."],
    // Rows and rules of tables look like what is before them.
    ["| a | b |\n|---|---", "|---|---|\n", "| a | b |\n|---|---|---|---|\n"],
    ["| $0.00 | $0.00 | ", "$0.00 | $0.00 |", "| $0.00 | $0.00 | $0.00 | $0.00 |"],
    ["", "Hello", "Hello"],
  ])("%j + %j", (shown, continuation, whole) => {
    expect(join(shown, [continuation])).toBe(whole);
  });

  const text = fc.string({ unit: fc.constantFrom(..."ab 1|\n-$é🙂"), maxLength: 300 });
  const pieces = fc.array(text, { maxLength: 8 });

  it("loses nothing but a beginning that the shown text ends with, however it is cut into pieces", () => {
    fc.assert(
      fc.property(text, pieces, (shown, continuation) => {
        const said = continuation.join("");
        const kept = join(shown, continuation).slice(shown.length);
        expect(said.endsWith(kept)).toBe(true);
        const dropped = said.slice(0, said.length - kept.length);
        expect(shown.endsWith(dropped)).toBe(true);
        expect(dropped.length).toBeLessThanOrEqual(200);
        expect(join(shown, [said])).toBe(join(shown, continuation));
      }),
    );
  });

  it("that repeats whole last words is joined as if it had not", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcdefgh"), minLength: 5, maxLength: 9 });
    const words = fc.uniqueArray(word, { minLength: 6, maxLength: 20 });
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 2, max: 4 }),
        fc.integer({ min: 1, max: 5 }),
        (all, repeated, cut) => {
          const whole = all.join(" ");
          const shown = all.slice(0, 5).join(" ");
          const again = all.slice(5 - repeated).join(" ");
          const inPieces = again.match(new RegExp(`.{1,${cut}}`, "g")) ?? [];
          expect(join(shown, inPieces)).toBe(whole);
        },
      ),
    );
  });

  it("is held back only while it could be a repetition", () => {
    const overlap = new Overlap("Groceries were the largest of your costs");
    expect(overlap.push("of ")).toBe("");
    expect(overlap.push("my ")).toBe("of my ");
    expect(overlap.push("of your costs")).toBe("of your costs");
  });
});
