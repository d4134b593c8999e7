import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const REQUIREMENTS = 17;
const COMPLAINTS = 48;
const NAMED_TEST = /`([^`]+\.(?:test|spec)\.tsx?)` "([^"]+)"/g;

type Row = { number: string; tests: { file: string; title: string }[] };

/** The rows of the table below this headline of the page. */
function rowsBelow(headline: string): Row[] {
  const page = readFileSync("docs/streaming.md", "utf8");
  const section = page.split(/^## /m).find((part) => part.startsWith(`${headline}\n`)) ?? "";
  return [...section.matchAll(/^\| (R?\d+) \|(.*)$/gm)].map(([, number = "", row = ""]) => ({
    number,
    tests: [...row.matchAll(NAMED_TEST)].map(([, file = "", title = ""]) => ({ file, title })),
  }));
}

/** Whether a test of this file has this title, as it is written there. */
function hasTest(file: string, title: string): boolean {
  const source = readFileSync(file, "utf8");
  return ['"', "`", "'"].some((quote) =>
    source.split(`${quote}${title}${quote}`).slice(0, -1).some(endsAsCallOfTest),
  );
}

/** Right behind `it(`, or behind the table of an `it.each`; a skipped test proves nothing. */
const endsAsCallOfTest = (before: string): boolean => /(?:\b(?:it|test)|\))\(\s*$/.test(before);

const requirements = rowsBelow("Requirements");
const complaints = rowsBelow("Complaints");

describe("docs/streaming.md", () => {
  it("has a row for each requirement and each complaint, in order", () => {
    const upTo = (last: number, prefix = "") =>
      Array.from({ length: last }, (_, index) => `${prefix}${index + 1}`);
    expect(requirements.map(({ number }) => number)).toEqual(upTo(REQUIREMENTS, "R"));
    expect(complaints.map(({ number }) => number)).toEqual(upTo(COMPLAINTS));
  });

  it.each(requirements)("names a test that is named for $number", ({ number, tests }) => {
    expect(tests.map(({ title }) => title.startsWith(`${number}: `))).toContain(true);
  });

  it("names tests that there are", () => {
    const all = [...requirements, ...complaints];
    expect(all.filter(({ tests }) => tests.length === 0).map(({ number }) => number)).toEqual([]);
    const missing = all.flatMap(({ number, tests }) =>
      tests
        .filter(({ file, title }) => !existsSync(file) || !hasTest(file, title))
        .map(({ file, title }) => `${number}: ${file} has no test "${title}"`),
    );
    expect(missing).toEqual([]);
  });
});
