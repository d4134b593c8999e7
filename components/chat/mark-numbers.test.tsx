import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { GroundedNumber, GroundingMatch } from "../../lib/contract/grounding";
import { TooltipProvider } from "../ui/tooltip";
import { CheckedTextContext } from "./checked-number";
import { spansOf } from "./grounding";
import { Markdown } from "./markdown";

/** Numbers are marked in the text between « and »; those with a ? before the end are not verified. */
function toNumbers(marked: string): { text: string; numbers: GroundedNumber[] } {
  const numbers: GroundedNumber[] = [];
  let text = "";
  for (const [piece, number, unsure] of marked.matchAll(/«([^»?]*)(\?)?»|[^«]+/g)) {
    if (number === undefined) {
      text += piece;
      continue;
    }
    const match: GroundingMatch | null = unsure ? null : { ref: "r1", path: "totals[0]" };
    numbers.push({
      start: text.length,
      end: text.length + number.length,
      kind: "amount",
      value: "1 USD",
      match,
    });
    text += number;
  }
  return { text, numbers };
}

function render(text: string, numbers: GroundedNumber[], isStreaming = false): string {
  return renderToStaticMarkup(
    <TooltipProvider>
      <CheckedTextContext value={{ numbers, findResult: () => null, timeZone: "UTC" }}>
        <Markdown text={text} isStreaming={isStreaming} spans={spansOf(numbers)} />
      </CheckedTextContext>
    </TooltipProvider>,
  );
}

const renderMarked = (marked: string): string => {
  const { text, numbers } = toNumbers(marked);
  return render(text, numbers);
};

/** The text of each button. */
const buttons = (html: string): string[] =>
  [...html.matchAll(/<button[^>]*>(.*?)<\/button>/gs)].map(([, inside = ""]) =>
    inside.replace(/<[^>]+>/g, ""),
  );

const plain = (html: string): string => html.replace(/<[^>]+>/g, "").replaceAll("not verified", "");

test.each([
  ["in a sentence", "You spent «$642.18» in 9 shops.", ["$642.18"]],
  ["in bold words", "In all **about «$642.18»** of **«$1»**", ["$642.18", "$1"]],
  ["in a table", "| Shop | Sum |\n|---|---|\n| A \\| B | «$3.00» |\n| C | **«$4.00»** |", ["$3.00", "$4.00"]],
  ["in a list and a heading", "# «$5»\n\n- one «$6»\n  more «$7»\n", ["$5", "$6", "$7"]],
  ["in a quotation of two lines", "> first «$1»\n> then «$2»", ["$1", "$2"]],
  ["after escapes and references", "\\*A\\* &amp; B\\_C paid «$9.50» &lt;now&gt; «$8»", ["$9.50", "$8"]],
  ["with an escaped sign", "It is «\\$9.50» now", ["$9.50"]],
  ["beside an address", "Write to a@example.org about «$7.00», see www.example.org «$6»", ["$7.00", "$6"]],
  ["twice the same", "«$1» and «$1»", ["$1", "$1"]],
])("a number %s becomes a button, and the text stays", (_, marked, expected) => {
  const { text } = toNumbers(marked);
  const html = renderMarked(marked);
  expect(buttons(html)).toEqual(expected);
  expect(plain(html)).toBe(plain(render(text, [])));
});

test("a number that nothing states is marked as not verified, in a link without a button", () => {
  expect(buttons(renderMarked("About «$500?» of «$642.18»"))).toEqual(["$500not verified", "$642.18"]);
  const html = renderMarked("[about «$500?» of «$600»](https://example.org)");
  expect(buttons(html)).toEqual([]);
  expect(html.match(/not verified/g)).toHaveLength(1);
});

test("while an answer is written, none of its numbers is marked", () => {
  const { text, numbers } = toNumbers("You spent «$642.18» and «$5?» so far");
  expect(buttons(render(text, numbers, true))).toEqual([]);
});

test("dates, and numbers that the person gave, are not opened; unverified dates are marked", () => {
  const { text, numbers } = toNumbers("Over «$50» on «May 3» or «May 4?»");
  const [asked, date, unsure] = numbers;
  if (!asked || !date || !unsure) throw new Error("three numbers");
  const html = render(text, [
    { ...asked, match: { ref: "question", path: "text" } },
    { ...date, kind: "date" },
    { ...unsure, kind: "date" },
  ]);
  expect(buttons(html)).toEqual(["May 4not verified"]);
});

test.each([
  '<b onclick="alert(1)">«$5»</b> <img src="https://example.org/x"> <checked-number number="0">fake</checked-number>',
  "<script>alert(1)</script>\n\n<div>«$5»</div>\n\ntext «$6?»",
  "| a |\n|---|\n| <i>x</i> «$5» |",
])("HTML in a text stays text, with numbers in it or not: %s", (marked) => {
  const html = renderMarked(marked);
  expect(html).not.toMatch(/<(b|i|img|script|checked-number)[\s>]/);
  expect(html).toContain("&lt;");
});

test("a line break in a cell is the one tag that is obeyed", () => {
  expect(render("| a |\n|---|\n| x<br>y |", [])).toContain("x<br/>y");
});

test("whatever a text is, marks take nothing away from it, and places that fit nothing mark nothing wrong", () => {
  const piece = fc.constantFrom(
    "$5",
    "**",
    "*",
    "_",
    "`",
    "\\",
    "&amp;",
    "&#36;",
    " ",
    "\n",
    "\n\n",
    "| a |",
    "\n- ",
    "> ",
    "<b>",
    "[x](y)",
    "[",
    "12%",
    "é",
    "🙂",
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }),
      fc.array(fc.tuple(fc.nat(80), fc.nat(12), fc.boolean()), { maxLength: 5 }),
      (pieces, places) => {
        const text = pieces.join("");
        const numbers = places.map(([start, length, isSure]): GroundedNumber => {
          const match = isSure ? { ref: "r1", path: "x" } : null;
          return { start, end: start + length, kind: "amount", value: "", match };
        });
        expect(plain(render(text, numbers))).toBe(plain(render(text, [])));
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);
