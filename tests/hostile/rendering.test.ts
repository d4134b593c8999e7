import { describe, expect, it } from "vitest";
import { EVIL, HOSTILE_TEXTS } from "./hostile-texts";
import { harmfulParts, renderings } from "./rendered";

const PLACES: Record<string, (text: string) => string> = {
  "as a text of its own": (text) => text,
  "in a sentence": (text) => `You spent **$5.00** at ${text} on May 1.`,
  "in a table": (text) => `| Shop | Amount |\n|---|---|\n| ${text} | $5.00 |\n`,
  "in a list": (text) => `- **${text}**: $5.00\n- Rent: $6.00\n`,
};

describe.each(Object.entries(PLACES))("hostile text %s", (_, place) => {
  it.each(Object.entries(HOSTILE_TEXTS))("brings nothing remote into an answer: %s", (_, text) => {
    for (const html of renderings(place(text))) expect(harmfulParts(html)).toEqual([]);
  });
});

it("is tried with forty texts or more", () => {
  expect(Object.keys(HOSTILE_TEXTS).length).toBeGreaterThanOrEqual(40);
});

describe("what is looked for", () => {
  it.each([
    `<img src="https://${EVIL}/"/>`,
    "<script>",
    '<p style="background:url(x)">',
    '<p onclick="x()">',
    `<a class="a" href="https://${EVIL}">`,
    `<a href="//${EVIL}">`,
    `<a href="/%5C${EVIL}">`,
    '<a href="javascript:alert(1)">',
    "<IFRAME>",
  ])("is found: %s", (html) => {
    expect(harmfulParts(`<p class="a">${html}</p>`)).toEqual([html]);
  });

  it("is not what an answer needs", () => {
    const [, html = ""] = renderings(
      "# A\n\n- [x] **b** `c`\n\n| a |\n|--:|\n| [d](/accounts) |\n\n> e ~~f~~",
    );
    expect(harmfulParts(html)).toEqual([]);
    expect(html).toContain('href="/accounts"');
  });
});
