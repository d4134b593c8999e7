import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Markdown } from "../../components/chat/markdown";

/** All that an answer is made of. What is missing here fetches, runs, asks for input or changes the page. */
const ELEMENTS = new Set(
  "div p span strong em del code pre blockquote ul ol li h3 h4 h5 h6 hr br sup section table thead tbody tr th td a input".split(
    " ",
  ),
);
const ALIGNED = /^text-align:(left|right|center)$/;
const ATTRIBUTES =
  /^(class|id|title|align|dir|start|tabindex|type|checked|disabled|aria-[a-z]+|data-[a-z-]+)$/;

/** A place of this application. */
const OWN_PLACE = /^(#|\/(?![/\\]|%5c))/i;

/** The page that an answer makes, once while it is written and once when it is whole. */
export const renderings = (text: string): string[] =>
  [true, false].map((isStreaming) => renderToStaticMarkup(createElement(Markdown, { text, isStreaming })));

/** Elements and attributes of a page that an answer has no use for. */
export function harmfulParts(html: string): string[] {
  return [...html.matchAll(/<([a-z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/gi)].flatMap(
    ([tag, name = "", attributes = ""]) => {
      const isHarmless = [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].every(
        ([, attribute = "", value = ""]) =>
          (attribute === "href" && OWN_PLACE.test(value)) ||
          (attribute === "style" && ALIGNED.test(value)) ||
          ATTRIBUTES.test(attribute),
      );
      return ELEMENTS.has(name.toLowerCase()) && isHarmless ? [] : [tag];
    },
  );
}
