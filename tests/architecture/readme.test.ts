import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const PAGES = [
  "README.md",
  "docs/architecture.md",
  "docs/banking.md",
  "docs/streaming.md",
  "docs/stores.md",
  "docs/deploy.md",
];
const readme = readFileSync("README.md", "utf8");
const scripts = Object.keys(
  (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: object }).scripts,
);

/** That `npm start` and `npm test` themselves work is shown by the browser tests, which start with the one inside the other. */
describe("the README", () => {
  it("stays short", () => {
    expect(readme.split("\n").length).toBeLessThan(80);
  });

  it("names only commands that there are", () => {
    const named = [...readme.matchAll(/npm (?:run )?([a-z:]+)/g)].map((match) => String(match[1]));
    expect(named).toEqual(expect.arrayContaining(["start", "test", "dev", "seed", "check"]));
    for (const name of named) expect(scripts).toContain(name);
  });

  it("says which Node it needs as package.json does", () => {
    const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as { engines: { node: string } };
    for (const version of engines.node.match(/\d+(?:\.[1-9]\d*)?/g) ?? []) expect(readme).toContain(version);
  });
});

describe("links between the pages", () => {
  it.each(PAGES)("all lead somewhere: %s", (page) => {
    const text = readFileSync(page, "utf8");
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => String(match[1]));
    for (const target of targets) expect(existsSync(join(dirname(page), target)), target).toBe(true);
  });
});
