import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blotOutAmounts, blotOutNames } from "./blot-out";

describe("amounts", () => {
  it.each([
    ["You spent **$1,234.56** on groceries.", "You spent **(hidden)** on groceries."],
    ["Can I afford 500 for a bike?", "Can I afford (hidden) for a bike?"],
    ["It was €12 and then 12,50 €.", "It was (hidden) and then (hidden)."],
    ["About $1.2k, or USD 1200.", "About (hidden), or (hidden)."],
    ["| Rent | $900.00 |\n| Food | $1**2**.00 |", "| Rent | (hidden) |\n| Food | (hidden) |"],
  ])("are blotted out: %s", (text, blotted) => {
    expect(blotOutAmounts(text)).toBe(blotted);
  });

  it("leave dates, percentages and counts of something", () => {
    const text = "In October 2026, 12% went to 3 shops, most of it on Nov 2, 2026.";
    expect(blotOutAmounts(text)).toBe(text);
  });

  it("leave no digit of any dollar amount, whatever stands around it", () => {
    const amount = fc.tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 0, max: 99 }));
    const around = fc.stringMatching(/^[a-z ,.;:()*|\n-]{0,20}$/);
    fc.assert(
      fc.property(around, amount, around, (before, [dollars, cents], after) => {
        const shown = `$${dollars.toLocaleString("en-US")}.${String(cents).padStart(2, "0")}`;
        expect(blotOutAmounts(`${before} ${shown} ${after}`)).not.toMatch(/\d/);
      }),
    );
  });
});

describe("names", () => {
  it("are blotted out however they are written, the longest first", () => {
    const names = ["Everyday", "Everyday Checking", "Tidewater Credit Union"];
    expect(blotOutNames("Your EVERYDAY  checking at Tidewater Credit Union (everyday)", names)).toBe(
      "Your (hidden) at (hidden) ((hidden))",
    );
  });

  it("leave words that only begin with one", () => {
    expect(blotOutNames("Visas and visa", ["Visa"])).toBe("Visas and (hidden)");
  });

  it("take the last digits of accounts along", () => {
    expect(blotOutNames("The card ••4321, ending in 4321, …4321 or **4321", [])).toBe(
      "The card (hidden), (hidden), (hidden) or (hidden)",
    );
  });

  it("may hold any character", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2 }), (name) => {
        expect(() => blotOutNames(`A ${name} B`, [name])).not.toThrow();
      }),
    );
  });
});
