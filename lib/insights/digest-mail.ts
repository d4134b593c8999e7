import type { Digest } from "../contract/digest";
import { formatDayOfYear } from "../domain/calendar";
import { visibleText } from "../domain/visible-text";

type Written = { subject: string; text: string; html: string };

/** A part of the message: lines of a list under a heading. */
type Part = { heading: string; lines: string[] };

/**
 * A digest as a message. Names come from banks: line breaks and the like are taken out of them, and in HTML nothing of them
 * is markup.
 * @param links where everything can be seen, and where these messages are turned off
 */
export function writeDigestMail(digest: Digest, links: { overview: string; unsubscribe: string }): Written {
  const parts = partsOf(digest).filter(({ lines }) => lines.length > 0);
  const week = `${formatDayOfYear(digest.week.start)} to ${formatDayOfYear(digest.week.end)}`;
  const subject = `Your week, ${week}`;
  return { subject, text: toText(subject, parts, links), html: toHtml(subject, parts, links) };
}

const partsOf = ({ spending, biggest, bills, insights }: Digest): Part[] => [
  {
    heading: "Spending",
    lines: spending.map(({ spent, usual }) =>
      usual ? `${spent.formatted}; ${usual.formatted} in a usual week` : spent.formatted,
    ),
  },
  {
    heading: "What cost most",
    lines: biggest.map(
      ({ date, merchant, amount }) =>
        `${formatDayOfYear(date)}: ${visibleText(merchant)}, ${amount.formatted}`,
    ),
  },
  {
    heading: "Bills of the next seven days",
    lines: bills.map(
      ({ date, name, amount, isEstimate }) =>
        `${formatDayOfYear(date)}: ${visibleText(name)}, ${isEstimate ? "about " : ""}${amount.formatted}`,
    ),
  },
  {
    heading: "Worth knowing",
    lines: insights.map(({ title, text }) => `${visibleText(title)}. ${visibleText(text)}`),
  },
];

type Links = { overview: string; unsubscribe: string };

function toText(subject: string, parts: readonly Part[], links: Links): string {
  const sections = parts.map(({ heading, lines }) =>
    [heading, ...lines.map((line) => `- ${line}`)].join("\n"),
  );
  const footer = `See everything: ${links.overview}\nNo more of these messages: ${links.unsubscribe}`;
  return `${[subject, ...sections, footer].join("\n\n")}\n`;
}

function toHtml(subject: string, parts: readonly Part[], links: Links): string {
  const sections = parts.map(
    ({ heading, lines }) =>
      `<h2 style="font-size:15px;margin:24px 0 6px">${escapeHtml(heading)}</h2><ul style="margin:0;padding-left:18px">${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>`,
  );
  return [
    '<!doctype html><html lang="en"><body style="font:15px/1.5 sans-serif;color:#1c1c1c;max-width:36em;margin:24px auto;padding:0 16px">',
    `<h1 style="font-size:20px">${escapeHtml(subject)}</h1>`,
    ...sections,
    `<p style="margin-top:28px"><a href="${escapeHtml(links.overview)}">See everything</a></p>`,
    `<p style="color:#666;font-size:13px"><a href="${escapeHtml(links.unsubscribe)}">No more of these messages</a></p>`,
    "</body></html>",
  ].join("\n");
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? "");
