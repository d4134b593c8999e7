import type { ExtraProps } from "streamdown";
import { alignText } from "./align-text";

type Element = NonNullable<ExtraProps["node"]>;
type Content = Element["children"][number];
type Text = Extract<Content, { type: "text" }>;
type Tree = { type: "root"; children: Content[] };

/** Where a number is in the Markdown, and its place in the list of what the check found. */
export type NumberSpan = { start: number; end: number; index: number };

/** Elements with this name are ours alone: what a text spells as HTML stays text. */
export const NUMBER_TAG = "checked-number";

/**
 * A rehype plugin that wraps the numbers of a text. It works on text nodes that the parser made, by their places in the
 * Markdown: nothing is parsed again, so neither markup nor a name from a bank can be broken or come to life by it.
 * @param spans as data, not as a function: the renderer keeps one processor for each list of options
 */
export function markNumbers({ spans }: { spans: readonly NumberSpan[] }) {
  return (tree: Tree, file: { value: unknown }) => {
    const walk = { source: String(file.value), cursor: 0, spans };
    visit(tree, walk, false);
  };
}

type Walk = { source: string; cursor: number; spans: readonly NumberSpan[] };

function visit(node: Tree | Element, walk: Walk, isInLink: boolean): void {
  const isLink = isInLink || (node.type === "element" && node.tagName === "a");
  node.children = node.children.flatMap((child): Content[] => {
    if (child.type === "text") return isLineBreak(child) ? [LINE_BREAK] : split(child, walk, isLink);
    if (child.type === "element") visit(child, walk, isLink);
    return [child];
  });
}

/** Models write it in cells of tables; every other tag stays text. */
const isLineBreak = ({ value }: Text): boolean => /^<br\s*\/?>$/i.test(value);

const LINE_BREAK: Element = { type: "element", tagName: "br", properties: {}, children: [] };

/** The text in pieces, those of numbers wrapped. A text that cannot be placed for sure stays as it is. */
function split(node: Text, walk: Walk, isInLink: boolean): (Text | Element)[] {
  const { source, cursor, spans } = walk;
  const { position } = node;
  const from = position?.start.offset ?? source.indexOf(node.value, cursor);
  if (from < 0) return [node];
  const to = position?.end.offset ?? from + node.value.length;
  walk.cursor = Math.max(cursor, to);
  const inside = spans.filter(({ start, end }) => start < to && end > from).sort((a, b) => a.start - b.start);
  const places = inside.length > 0 ? alignText(node.value, source, from, to) : null;
  if (places === null) return [node];
  const pieces: (Text | Element)[] = [];
  let done = 0;
  for (const { start, end, index } of inside) {
    const first = places.findIndex((place, at) => at >= done && place >= start);
    const last = places.findLastIndex((place) => place < end);
    if (first < 0 || last < first) continue;
    pieces.push(textOf(node.value.slice(done, first)));
    pieces.push({
      type: "element",
      tagName: NUMBER_TAG,
      properties: { number: index, isInLink },
      children: [textOf(node.value.slice(first, last + 1))],
    });
    done = last + 1;
  }
  return [...pieces, textOf(node.value.slice(done))].filter(
    (piece) => piece.type !== "text" || piece.value !== "",
  );
}

const textOf = (value: string): Text => ({ type: "text", value });
