import type { Money, Period } from "../../../contract/money";
import { formatDate, todayIn } from "../../../domain/calendar";
import { formatPeriod } from "../../../domain/period";
import type { Facts } from "../../prompt";

/** Text from banks in markdown: shown as it is, never as markup and never as a link. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/https?:\/\//gi, "")
    .replaceAll(/\bwww\./gi, "www ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[\\`*_[\]<>|#~]/g, (mark) => `\\${mark}`)
    .trim();

/** Of a name no more than a line. */
export const plainName = (name: string): string => plainText(name).slice(0, 80);

export const bold = (text: string): string => `**${text}**`;

/** Amounts of different currencies side by side, never summed. */
export const boldMoney = (amounts: readonly Money[]): string =>
  joinWords(amounts.map(({ formatted }) => bold(formatted)));

export function joinWords(words: readonly string[], last = "and"): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}

export const inPeriod = (period: Period): string =>
  period.start === period.end ? `on ${formatDate(period.start)}` : `from ${formatPeriod(period)}`;

export const countOf = (count: number, one: string, many = `${one}s`): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString("en-US")} ${many}`;

/** "Bank data as of Nov 24, 2026.": the calendar date where the person is. */
export const asOfLine = (asOf: string | null, { timeZone }: Facts): string =>
  asOf ? `Bank data as of ${formatDate(todayIn(timeZone, new Date(asOf)))}.` : "No bank has been read yet.";

/** What the data cannot know: days before the first transaction and days that have not come. */
export function limitsOf(period: Period, dataFrom: string | null | undefined, { today }: Facts): string[] {
  if (period.start > today) return ["That period has not begun yet."];
  if (dataFrom && period.end < dataFrom) {
    return [
      `Your transactions here only begin on ${formatDate(dataFrom)}, so I cannot say anything about that time.`,
    ];
  }
  return dataFrom && period.start < dataFrom
    ? [`Your transactions here begin on ${formatDate(dataFrom)}; earlier days are not included.`]
    : [];
}

export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const isNumber = (column: string) => ["Amount", "Spent", "Transactions", "Balance"].includes(column);
  return [
    `| ${heading.join(" | ")} |`,
    `| ${heading.map((column) => (isNumber(column) ? "---:" : "---")).join(" | ")} |`,
    ...rows.map((row) => `| ${row.join(" | ")} |`),
  ].join("\n");
}

export const paragraphs = (...parts: (string | undefined | false | null)[]): string =>
  parts.filter(Boolean).join("\n\n");

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** " without rent and Netflix", of what a sum leaves out. */
export const withoutWhat = (
  exclude: { categories: readonly string[]; merchants: readonly string[] } | undefined,
): string =>
  exclude
    ? ` without ${joinWords([...exclude.categories.map((label) => label.toLowerCase()), ...exclude.merchants.slice(0, 5).map(plainName)])}`
    : "";
