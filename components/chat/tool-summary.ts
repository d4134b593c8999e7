import type { Period } from "../../lib/contract/money";
import { ToolFailure } from "../../lib/contract/results/tool-failure";
import { ToolResult } from "../../lib/contract/tool-result";
import { datePartsOf, formatDate } from "../../lib/domain/calendar";

/** What came back from a tool: a result, a failure in words, or something that this page does not know. */
export type ToolOutcome =
  | { kind: "result"; result: ToolResult }
  | { kind: "failure"; message: string }
  | { kind: "unknown" };

export function readToolOutput(output: unknown): ToolOutcome {
  const result = ToolResult.safeParse(output);
  if (result.success) return { kind: "result", result: result.data };
  const failure = ToolFailure.safeParse(output);
  if (!failure.success) return { kind: "unknown" };
  const { message, hint } = failure.data.error;
  return { kind: "failure", message: hint ? `${message} ${hint}` : message };
}

/** `Oct 1 – 31, 2026`; months and years are written once where they are the same. */
export function formatRange({ start, end }: Period): string {
  if (start === end) return formatDate(start);
  const [from, to] = [datePartsOf(start), datePartsOf(end)];
  if (from.year !== to.year) return `${formatDate(start)} – ${formatDate(end)}`;
  const fromWithoutYear = formatDate(start).split(",")[0];
  if (from.month !== to.month) return `${fromWithoutYear} – ${formatDate(end)}`;
  return `${fromWithoutYear} – ${to.day}, ${to.year}`;
}

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;

/** One honest line: how much was looked at, and of when. */
export function summariseResult(result: ToolResult): string {
  if (result.kind === "accounts") return `Looked at ${count(result.accounts.length, "account", "accounts")}`;
  const rows = count(result.rowCount, "transaction", "transactions");
  const period = "period" in result && result.period ? `, ${formatRange(result.period)}` : "";
  return result.kind === "spending" ? `Added up ${rows}${period}` : `Looked at ${rows}${period}`;
}

const LOOKING: Record<string, string> = {
  get_accounts: "Looking at your accounts",
  search_transactions: "Looking through your transactions",
  summarize_spending: "Adding up your spending",
};

/** What a tool is doing while it runs. */
export const describeTool = (toolName: string): string => LOOKING[toolName] ?? "Reading your data";

/** How much of a list is there, where it was cut. */
export const describeCut = (shown: number, total: number): string =>
  `${shown.toLocaleString("en-US")} of ${total.toLocaleString("en-US")} shown`;

/** The filters of a result as words, each group once. */
export function describeFilters(result: ToolResult): string[] {
  if (result.kind !== "spending") return [];
  const { categories, merchants, accounts, minAmount, maxAmount } = result.filters;
  const amounts = [
    minAmount === undefined ? "" : `at least ${minAmount.toLocaleString("en-US")}`,
    maxAmount === undefined ? "" : `at most ${maxAmount.toLocaleString("en-US")}`,
  ].filter(Boolean);
  return [
    ["Category", categories],
    ["Merchant", merchants],
    ["Account", accounts],
    ["Amount", amounts],
  ].flatMap(([label, values]) =>
    values && values.length > 0 ? [`${label}: ${[values].flat().join(", ")}`] : [],
  );
}
