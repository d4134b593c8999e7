import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULES } from "./prompt";
import { RulesGuard, withoutRules } from "./rules-guard";

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, "");

/** Whether a text holds `length` letters of the rules in a row. */
function quotes(text: string, length: number): boolean {
  const [rules, said] = [lettersOf(RULES), lettersOf(text)];
  for (let start = 0; start + length <= rules.length; start += 1)
    if (said.includes(rules.slice(start, start + length))) return true;
  return false;
}

function inPieces(text: string, size: number): string {
  const guard = new RulesGuard();
  let said = "";
  for (let start = 0; start < text.length; start += size) said += guard.push(text.slice(start, start + size));
  return said + guard.flush();
}

describe("an answer that quotes the rules", () => {
  it.each([
    ["as they are", RULES],
    ["in capitals", RULES.toUpperCase()],
    ["letter by letter", [...RULES].join(" ")],
    ["as a list with markup", RULES.replaceAll(/(\w+)/g, "- **$1**\n")],
    ["in a block of code", `Sure:\n\`\`\`\n${RULES}\n\`\`\`\nThat is all.`],
    ["with invisible characters", [...RULES].join("\u200b")],
    ["as JSON", JSON.stringify({ prompt: RULES })],
  ])("%s, loses the quotation", (_, text) => {
    const said = withoutRules(text);
    expect(quotes(text, 100)).toBe(true);
    expect(quotes(said, 100)).toBe(false);
    expect(lettersOf(said).length).toBeLessThan(lettersOf(RULES).length / 10);
    expect(said).toContain("(instructions left out)");
  });

  it("loses any stretch of them and keeps what stands around, however it is cut into pieces", () => {
    const stretch = fc.record({
      start: fc.nat(RULES.length - 400),
      length: fc.integer({ min: 250, max: 400 }),
    });
    fc.assert(
      fc.property(stretch, fc.integer({ min: 1, max: 40 }), ({ start, length }, size) => {
        const text = `Zzz 1. ${RULES.slice(start, start + length)} Zzz 2.`;
        const said = inPieces(text, size);
        expect(said).toBe(withoutRules(text));
        expect(said.startsWith("Zzz 1. ")).toBe(true);
        expect(said.endsWith("zz 2.")).toBe(true);
        expect(quotes(said, 100)).toBe(false);
      }),
    );
  });

  it("loses it when another process goes on in the middle of it", () => {
    const first = new RulesGuard();
    const shown = first.push(RULES.slice(0, 60));
    const second = new RulesGuard(shown);
    const said = shown + second.push(RULES.slice(shown.length)) + second.flush();
    expect(quotes(said, 30)).toBe(false);
  });
});

describe("an answer that does not", () => {
  it.each([
    "You spent **$174.50** on groceries from October 1 to October 31, 2026.",
    "Card payments and transfers between own accounts are not spending; refunds are taken off.",
    "I cannot move money, pay, trade or cancel anything. The person must click to apply it.",
    "",
  ])("stays as it is: %j", (text) => {
    for (const size of [1, 7, 1_000]) expect(inPieces(text, size)).toBe(text);
  });

  it("loses no character, whatever it says", () => {
    const word = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(...RULES.split(/(?<=\s)/).slice(0, 80)),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (words, size) => {
        const text = words.join("");
        fc.pre(!quotes(text, 80));
        expect(inPieces(text, size)).toBe(text);
      }),
    );
  });

  it("waits only while it could become a quotation", () => {
    const guard = new RulesGuard();
    expect(guard.push("You are Purser, a ")).toBe("You are Purser, a ");
    expect(guard.push("careful assistant for one ")).toMatch(/^careful ?/);
    expect(guard.push("cat")).toContain("cat");
  });
});
