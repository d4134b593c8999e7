import type { Period } from "../contract/money";
import type { ToolResult } from "../contract/tool-result";
import { addMonths, formatMonth } from "./calendar";
import { formatPeriod, periodName } from "./period";

type Kind = ToolResult["kind"];

/** A question, and the kind of result that would answer it. */
type FollowUp = { kind: Kind; question: string };

const MOST = 3;

const NET_WORTH: FollowUp = { kind: "net_worth", question: "How has my net worth changed this year?" };
const SAVING: FollowUp = { kind: "cash_flow", question: "How much did I save each month this year?" };
const BILLS: FollowUp = { kind: "upcoming", question: "Which bills are due in the next 30 days?" };
const SUBSCRIPTIONS: FollowUp = { kind: "recurring", question: "Which subscriptions do I pay for?" };
const FORECAST: FollowUp = { kind: "forecast", question: "Will my money last until my next pay?" };
const DEBTS: FollowUp = { kind: "liabilities", question: "What do I owe, and at which rates?" };
const PAYOFF: FollowUp = {
  kind: "debt_payoff",
  question: "How do I pay off my debts with the least interest?",
};
const HOLDINGS: FollowUp = { kind: "holdings", question: "What are my investments worth?" };
const THIS_MONTH: FollowUp = { kind: "spending", question: "Where did my money go this month, by category?" };

/**
 * Questions that may come next: two or three, of other kinds than what was answered already, or none after an answer
 * that looked nothing up. They are sent in the person's name when clicked, so that no text of a bank is ever part of one.
 * @param results those of the answer, in their order
 */
export function suggestFollowUps(results: readonly ToolResult[]): string[] {
  const answered = new Set<Kind>(results.map(({ kind }) => kind));
  if (answered.size === 0 || answered.has("proposal")) return [];
  const candidates = [...results.toReversed().flatMap(after), THIS_MONTH, SUBSCRIPTIONS, BILLS];
  const fresh = candidates.filter(({ kind }) => !answered.has(kind)).map(({ question }) => question);
  return [...new Set(fresh)].slice(0, MOST);
}

function after(result: ToolResult): FollowUp[] {
  switch (result.kind) {
    case "accounts":
      return [NET_WORTH, ...ofAccounts(result.accounts.map(({ type }) => type)), BILLS];
    case "transactions":
      return result.rowCount > 0 && result.period ? [byCategory(result.period)] : [];
    case "spending":
      return afterSpending(result);
    case "income":
      return [SAVING, FORECAST];
    case "cash_flow":
      return [byCategory(result.period), FORECAST];
    case "comparison":
      return [unusual(result.period), byCategory(result.period)];
    case "net_worth":
      return [SAVING, BILLS];
    case "recurring":
      return [BILLS, FORECAST];
    case "upcoming":
      return [FORECAST, SUBSCRIPTIONS];
    case "forecast":
      return [BILLS, SUBSCRIPTIONS];
    case "goals":
    case "debt_payoff":
      return [SAVING, FORECAST];
    case "holdings":
      return [NET_WORTH];
    case "liabilities":
      return result.liabilities.length > 0 ? [PAYOFF, BILLS] : [NET_WORTH];
    default:
      return [];
  }
}

type Spending = Extract<ToolResult, { kind: "spending" }>;

function afterSpending({ rowCount, period, dataFrom }: Spending): FollowUp[] {
  if (rowCount === 0) return [{ kind: "freshness", question: "How up to date is my data?" }];
  const before = addMonths(period.start, -1);
  const comparison: FollowUp[] =
    isMonth(period) && dataFrom != null && dataFrom <= before
      ? [
          {
            kind: "comparison",
            question: `Compare my spending in ${formatMonth(period.start)} with ${formatMonth(before)}.`,
          },
        ]
      : [];
  const largest: FollowUp = {
    kind: "transactions",
    question: `What were my largest purchases ${inWords(period)}?`,
  };
  return [...comparison, largest, unusual(period)];
}

const ofAccounts = (types: readonly string[]): FollowUp[] => [
  ...(types.includes("credit") || types.includes("loan") ? [DEBTS] : []),
  ...(types.includes("investment") ? [HOLDINGS] : []),
];

const byCategory = (period: Period): FollowUp => ({
  kind: "spending",
  question: `Where did my money go ${inWords(period)}, by category?`,
});

const unusual = (period: Period): FollowUp => ({
  kind: "anomalies",
  question: `Was anything unusual ${inWords(period)}?`,
});

const isMonth = (period: Period): boolean => periodName(period) === formatMonth(period.start);

function inWords(period: Period): string {
  if (isMonth(period)) return `in ${periodName(period)}`;
  return period.start === period.end ? `on ${formatPeriod(period)}` : `from ${formatPeriod(period)}`;
}
