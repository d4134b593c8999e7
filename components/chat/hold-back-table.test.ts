import fc from "fast-check";
import { expect, test } from "vitest";
import { holdBackTable } from "./hold-back-table";

const TABLE = "Here:\n\n| a | b |\n| - | -: |\n| x | $1.00 |\n| y | $2.00 |\n";

test("nothing of a table is shown until its header is whole", () => {
  expect(holdBackTable("Here:\n\n| a |")).toBe("Here:\n");
  expect(holdBackTable("Here:\n\n| a | b |\n| - |")).toBe("Here:\n");
});

test("a row is shown when it is whole", () => {
  expect(holdBackTable("| a | b |\n| - | -: |\n| x | $1")).toBe("| a | b |\n| - | -: |");
  expect(holdBackTable(`${TABLE.trimEnd()}\n`)).toBe(TABLE.trimEnd());
});

test("text after a table, and text without one, is left as it is", () => {
  for (const text of [`${TABLE}\nMore`, "You spent **$3", "", "a | b"])
    expect(holdBackTable(text)).toBe(text);
});

test("what is shown is always a beginning of the text, and all of it once no table is at its end", () => {
  const lines = fc.array(fc.constantFrom("text", "| a | b |", "| - | - |", "", "- item"), { maxLength: 8 });
  fc.assert(
    fc.property(lines, (parts) => {
      const text = parts.join("\n");
      expect(text.startsWith(holdBackTable(text))).toBe(true);
      expect(holdBackTable(`${text}\nend`)).toBe(`${text}\nend`);
    }),
  );
});
