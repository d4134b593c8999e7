import type { Nodes, Table } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toString as textOf } from "mdast-util-to-string";
import { gfm } from "micromark-extension-gfm";

/** Markdown as it reads without its marks: a table has tabs between its cells, so that a spreadsheet takes it. */
export function plainText(markdown: string): string {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return blocks(tree.children).trim();
}

const blocks = (nodes: readonly Nodes[]): string =>
  nodes
    .map(block)
    .filter((text) => text !== "")
    .join("\n\n");

function block(node: Nodes): string {
  switch (node.type) {
    case "table":
      return table(node);
    case "blockquote":
      return blocks(node.children);
    case "list":
      return node.children
        .map((item, index) => {
          const mark = node.ordered ? `${(node.start ?? 1) + index}.` : "-";
          return `${mark} ${blocks(item.children).replace(/\n+/g, "\n  ")}`;
        })
        .join("\n");
    default:
      return textOf(node);
  }
}

const table = ({ children }: Table): string =>
  children.map((row) => row.children.map((cell) => textOf(cell)).join("\t")).join("\n");
