"use client";

import type { ComponentProps } from "react";
import { memo, useMemo } from "react";
import { type Components, defaultRehypePlugins, type ExtraProps, Streamdown } from "streamdown";
import { cn } from "../ui/cn";
import { CheckedNumber } from "./checked-number";
import { holdBackMarkup } from "./hold-back-markup";
import { holdBackTable } from "./hold-back-table";
import { markNumbers, NUMBER_TAG, type NumberSpan } from "./mark-numbers";

type Tag =
  | "p"
  | "ul"
  | "ol"
  | "li"
  | "h1"
  | "h2"
  | "h3"
  | "h4"
  | "h5"
  | "h6"
  | "hr"
  | "strong"
  | "blockquote"
  | "pre"
  | "thead"
  | "tbody"
  | "tr"
  | "th"
  | "td";

/** The plain element with our classes; what the parser's own styles would add is left away. */
function styled<Name extends Tag>(Element: Name, classes: string) {
  return function StyledElement({
    node: _node,
    className: _className,
    ...props
  }: ComponentProps<Name> & ExtraProps) {
    const Tag = Element as string as "p";
    return <Tag className={classes} {...(props as ComponentProps<"p">)} />;
  };
}

const OWN_PLACE = /^(#|\/(?![/\\%]))/;

/**
 * An answer can quote anything a bank or a merchant wrote, and an address can carry away what is in its text: only
 * links to pages of our own can be followed. Of others the words are left.
 */
function SafeLink({ href = "", children }: ComponentProps<"a"> & ExtraProps) {
  if (!OWN_PLACE.test(href)) return <span>{children}</span>;
  return (
    <a
      href={href}
      className="text-primary underline decoration-primary/35 underline-offset-3 hover:decoration-primary"
    >
      {children}
    </a>
  );
}

/** Loading a picture would tell its server what was asked. Its description is all that is shown. */
const NoImage = ({ alt }: ComponentProps<"img"> & ExtraProps) => (alt ? <em>{alt}</em> : null);

function ScrollingTable({ children }: ComponentProps<"table"> & ExtraProps) {
  return (
    <section
      aria-label="Table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      tabIndex={0}
      className="scrollbar-quiet my-4 overflow-x-auto rounded-xl border bg-card"
    >
      <table className="w-full border-collapse text-[0.9375em]">{children}</table>
    </section>
  );
}

const Code = ({ children }: ComponentProps<"code"> & ExtraProps) => (
  <code className="rounded bg-muted px-1 py-0.5 font-mono text-[0.9em]">{children}</code>
);

const components: Components = {
  p: styled("p", "my-3 first:mt-0 last:mb-0"),
  ul: styled("ul", "my-3 list-disc space-y-1 pl-5 marker:text-muted-foreground"),
  ol: styled("ol", "my-3 list-decimal space-y-1 pl-5 marker:text-muted-foreground marker:tabular-nums"),
  li: styled("li", "pl-1"),
  h1: styled("h3", "mt-6 mb-2 font-semibold text-lg tracking-tight first:mt-0"),
  h2: styled("h3", "mt-6 mb-2 font-semibold text-lg tracking-tight first:mt-0"),
  h3: styled("h4", "mt-5 mb-1.5 font-semibold first:mt-0"),
  h4: styled("h5", "mt-4 mb-1 font-semibold first:mt-0"),
  h5: styled("h6", "mt-4 mb-1 font-semibold first:mt-0"),
  h6: styled("h6", "mt-4 mb-1 font-semibold first:mt-0"),
  hr: styled("hr", "my-6"),
  strong: styled("strong", "font-semibold tabular-nums"),
  blockquote: styled("blockquote", "my-3 border-primary/30 border-l-2 pl-4 text-muted-foreground"),
  pre: styled("pre", "scrollbar-quiet my-4 overflow-x-auto rounded-xl border bg-card p-4 font-mono text-sm"),
  code: Code,
  a: SafeLink,
  img: NoImage,
  table: ScrollingTable,
  thead: styled("thead", "border-b text-left text-muted-foreground text-xs"),
  tbody: styled("tbody", "divide-y divide-border/70"),
  tr: styled("tr", ""),
  th: styled("th", "px-3.5 py-2 font-medium whitespace-nowrap"),
  td: styled("td", "px-3.5 py-2 align-baseline tabular-nums"),
  [NUMBER_TAG]: CheckedNumber,
};

/** Without the one that makes elements of HTML: what a bank or a merchant wrote is shown as it was written. */
const { raw: _raw, ...safePlugins } = defaultRehypePlugins;

/** Begun links are held back, and HTML is text: completing them would hide the rest of a table behind one strange name. */
const COMPLETED: ComponentProps<typeof Streamdown>["remend"] = {
  htmlTags: false,
  links: false,
  images: false,
};

const NO_SPANS: readonly NumberSpan[] = [];

type MarkdownProps = {
  text: string;
  isStreaming: boolean;
  /** Numbers to mark, once the text is whole. What they are is told by the context of `CheckedNumber`. */
  spans?: readonly NumberSpan[];
};

export const Markdown = memo(function Markdown({ text, isStreaming, spans = NO_SPANS }: MarkdownProps) {
  const marked = isStreaming ? NO_SPANS : spans;
  const plugins = useMemo(() => pluginsFor(marked), [marked]);
  return (
    <Streamdown
      // It renders anew when its text changes, not when what its plug-ins are told does.
      key={marked.length > 0 ? "marked" : "plain"}
      mode={isStreaming ? "streaming" : "static"}
      isAnimating={isStreaming}
      parseIncompleteMarkdown
      remend={COMPLETED}
      controls={false}
      components={components}
      rehypePlugins={plugins}
      className={cn("break-words text-[0.9375rem] leading-7 tabular-nums md:text-base")}
    >
      {isStreaming ? holdBackTable(holdBackMarkup(text)) : text}
    </Streamdown>
  );
});

const pluginsFor = (
  spans: readonly NumberSpan[],
): NonNullable<ComponentProps<typeof Streamdown>["rehypePlugins"]> => [
  ...Object.values(safePlugins),
  [markNumbers, { spans }],
];
