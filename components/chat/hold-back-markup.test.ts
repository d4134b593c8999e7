import fc from "fast-check";
import { expect, test } from "vitest";
import { holdBackMarkup } from "./hold-back-markup";

test.each([
  ["You spent **", "You spent "],
  ["You spent **$1", "You spent **$1"],
  ["on *groc", "on "],
  ["on *groceries* and", "on *groceries* and"],
  ["2 * 3", "2 * 3"],
  ["a_b", "a_b"],
  ["see [the list](https://exa", "see "],
  ["see [1] and", "see [1] and"],
  ["One\n- ", "One\n"],
  ["One\n2", "One\n"],
  ["One\n2 more", "One\n2 more"],
  ["- [ ] pay", "- [ ] pay"],
])("%j shows %j", (text, expected) => {
  expect(holdBackMarkup(text)).toBe(expected);
});

test("what is held back is the end, and a long text is not held for one odd character", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", " ", "*", "_", "[", "]", "(", "-", "\n", "1", ".") }),
      (text) => {
        expect(text.startsWith(holdBackMarkup(text))).toBe(true);
      },
    ),
  );
  const long = `a [${"word ".repeat(100)}`;
  expect(holdBackMarkup(long)).toBe(long);
});
