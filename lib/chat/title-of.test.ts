import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { titleOf } from "./title-of";

describe("the title of a conversation", () => {
  it("is a short question as it is, on one line", () => {
    expect(titleOf("  How much\n did I spend?  ")).toBe("How much did I spend?");
  });

  it("is cut at a word, without the comma before the cut", () => {
    expect(titleOf("How much did I spend on groceries, restaurants and fuel in the last three months?")).toBe(
      "How much did I spend on groceries, restaurants and fuel in…",
    );
    expect(titleOf(`${"a".repeat(40)}, ${"b".repeat(40)}`)).toBe(`${"a".repeat(40)}…`);
  });

  it("cuts one endless word too, never through a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const title = titleOf(text);
        expect(title.length).toBeLessThanOrEqual(61);
        expect(() => encodeURIComponent(title)).not.toThrow();
      }),
    );
  });
});
