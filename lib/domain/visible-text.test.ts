import fc from "fast-check";
import { expect, it } from "vitest";
import { visibleText } from "./visible-text";

it.each([
  ["Caf\u00e9 M\u00fcller & S\u00f6hne #12 \u2013 5,00\u00a0\u20ac"],
  [
    "\u05e9\u05d5\u05e4\u05e8\u05e1\u05dc \u0628\u0646\u0643 \u5168\u5bb6\u4fbf\u5229\u5546\u5e97 \u0915\u094d\u200d\u0937",
  ],
  ["\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"],
  ["\u{1f468}\u200d\u{1f469}\u200d\u{1f467} \u2764\ufe0f\u200d\u{1f525} \u{1f1e9}\u{1f1ea}"],
  ["=1+1 `a` **b** <c> {{d}} \\e"],
])("keeps what can be seen: %j", (text) => {
  expect(visibleText(text)).toBe(text);
});

it.each([
  ["Shop\u202e00.1$\u202c", "Shop00.1$"],
  ["Ama\u200bzon\ufeff\u2060", "Amazon"],
  ["Shop\u{e0049}\u{e0067}\u{e006e}", "Shop"],
  ["A\u200d\u200c\u200d\u200cB\u200d", "A\u200dB"],
  ["\u001b[31mRed\u0007", " [31mRed "],
  ["one\r\n\ntwo\u2028three\tfour", "one two three four"],
  ["A\u{e0101}\u{e0141}", "A"],
  ["A\ud800", "A"],
])("leaves out what cannot: %j", (text, seen) => {
  expect(visibleText(text)).toBe(seen);
});

it("is of one line, and the same when it is taken again", () => {
  const unit = fc.constantFrom(
    ...["a", "\u0645", "\u{1f468}", " ", "\n", "\u2028", "\u0301", "\ud800", "\u001b", "\u{e0049}", "\ue000"],
    ...[
      "\u200b",
      "\u200c",
      "\u200d",
      "\ufe0f",
      "\u202e",
      "\u2066",
      "\ufeff",
      "\u{e0101}",
      "\u115f",
      "\u0378",
    ],
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      const seen = visibleText(text);
      expect(seen).not.toMatch(/[\r\n\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(visibleText(seen)).toBe(seen);
    }),
  );
});

it("is cut where nobody would read on", () => {
  expect(visibleText("a".repeat(1_000))).toHaveLength(1_000);
  expect(visibleText("a".repeat(5_000))).toBe(`${"a".repeat(999)}…`);
});
