import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Markdown } from "./markdown";

/** Rendering every beginning of a text takes long on a busy machine. */
const PATIENCE_MS = 60_000;

/** The characters that a reader sees; where lines break is up to the browser. */
function shown(text: string): string {
  const html = renderToStaticMarkup(<Markdown text={text} isStreaming />);
  return html.replace(/<[^>]+>|\s+/g, "").replace(/&#?\w+;/g, "?");
}

test.each([
  "On **$1,234.50** of *tea* in `May`, _or_ so.",
  "See [the list](https://e.org/a), [1] and a [",
  "# By month\n\n- **Food**: $12\n- Rent\n",
  "Two ways:\n1. One\n2. Two\n\n> - A remark\n",
  "| May | $1 |\n|---|---|\n| June | $2 |\n\nDone",
  "- [ ] a task\n\nIt is ~~not~~ 2 * 3, a_b.\n\n---\n",
])(
  "text that is shown is never taken back while this is written: %j",
  (text) => {
    let before = "";
    for (let end = 1; end <= text.length; end += 1) {
      const after = shown(text.slice(0, end));
      expect(after.startsWith(before), `${JSON.stringify(before)} went on as ${JSON.stringify(after)}`).toBe(
        true,
      );
      before = after;
    }
  },
  PATIENCE_MS,
);
