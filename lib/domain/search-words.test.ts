import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptAround, hasAllWords, markWords, searchWords } from "./search-words";

describe("words to search by", () => {
  it("are small, without accents, each once", () => {
    expect(searchWords("Café, CAFÉ & naïve co-op")).toEqual(["cafe", "naive", "co", "op"]);
  });

  it("keep a number whole, whether or not its thousands are set apart", () => {
    expect(searchWords("$1,234.56 in 2026")).toEqual(["1234.56", "in", "2026"]);
    expect(hasAllWords("It was $1,234.56.", searchWords("1234.5"))).toBe(true);
    expect(hasAllWords("It was $1,234.56.", searchWords("56"))).toBe(false);
  });

  it("are found by their beginning, all of them, in any order", () => {
    const text = "How much did I spend on groceries last month?";
    expect(hasAllWords(text, searchWords("month groc"))).toBe(true);
    expect(hasAllWords(text, searchWords("groc rent"))).toBe(false);
    expect(hasAllWords(text, searchWords("roceries"))).toBe(false);
    expect(hasAllWords(text, searchWords(" … "))).toBe(false);
  });

  it("find a text by any word of it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const word of searchWords(text)) expect(hasAllWords(text, [word])).toBe(true);
      }),
    );
  });
});

describe("marking what was looked for", () => {
  it("marks whole words and leaves the rest", () => {
    expect(markWords("Your groceries, again", ["groc"])).toEqual([
      { text: "Your ", isMatch: false },
      { text: "groceries", isMatch: true },
      { text: ", again", isMatch: false },
    ]);
  });

  it("changes no character of the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, wanted) => {
        const pieces = markWords(text, searchWords(wanted));
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      }),
    );
  });
});

describe("an excerpt", () => {
  it("shows the first word that was looked for, cut between words", () => {
    const text = `${"before ".repeat(60)}rent ${"after ".repeat(60)}`;
    const excerpt = excerptAround(text, ["rent"], 80);
    expect(excerpt).toMatch(/^…before .*\brent after .*after…$/);
    expect(excerpt.length).toBeLessThanOrEqual(82);
  });

  it("is the text itself where that is short", () => {
    expect(excerptAround("short", ["sho"], 80)).toBe("short");
  });

  it("holds the word wherever it stands, without half a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (before, after) => {
        const excerpt = excerptAround(`${before} needle ${after}`, ["needle"], 20);
        expect(excerpt).toMatch(/needle/);
        expect(/\p{Cs}/u.test(excerpt)).toBe(false);
      }),
    );
  });
});
