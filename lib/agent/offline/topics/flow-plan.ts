import type { ToolResult } from "../../../contract/tool-result";
import type { PeriodInput } from "../../tools/period-input";
import { calculation, chartCall, contrastCalls, sumCalls } from "../calculations";
import { amountsOf, exclusionOf, firstScope, type ScopeArgs, scopesOf } from "../scopes";
import { type PlannedCall, resultsOf } from "../tool-round";
import type { FlowQuestion, SpendingQuestion, TransactionsQuestion } from "./flow-question";

/** The tools list no more. */
const MAX_LIMIT = 50;
const USUAL_MERCHANTS = 10;
/** The named period when a question names none. The answer says its dates. */
const USUAL_PERIOD: PeriodInput = "this_month";
/** A month that has just begun says nothing of what is usual. */
const AVERAGED_PERIOD: PeriodInput = "last_12_months";

export const planFlow = (question: FlowQuestion): PlannedCall[] =>
  question.kind === "spending" ? planSpending(question) : planTransactions(question);

function planSpending(question: SpendingQuestion): PlannedCall[] {
  const { periods, groupBy, limit, accounts, range, excluded, subjects } = question;
  const call = (period: PeriodInput, scope: ScopeArgs): PlannedCall => ({
    name: "summarize_spending",
    args: {
      period,
      ...scope,
      ...exclusionOf(excluded),
      ...(accounts.length > 0 && { accounts }),
      ...amountsOf(range),
      ...(groupBy !== "none" && { groupBy }),
      ...groupLimit(groupBy, limit),
    },
  });
  const usual: PeriodInput = question.average || groupBy === "month" ? AVERAGED_PERIOD : USUAL_PERIOD;
  const asked = periods.length > 0 ? periods : [usual];
  const [subject] = subjects;
  if (question.isShare && subject && subjects.length === 1 && periods.length < 2)
    return asked.flatMap((period) => shareOf(question, period));
  const scopes = question.isContrast ? subjects.map(firstScope) : scopesOf(subjects);
  const totals = asked.flatMap((period) => scopes.map((scope) => call(period, scope)));
  return [...totals, ...sameDays(question, scopes)];
}

/** The part and the whole that it is of: its category when a merchant of it is asked about, else all spending. */
function shareOf(
  { subjects, accounts, excluded, range }: SpendingQuestion,
  period: PeriodInput,
): PlannedCall[] {
  const [subject] = subjects;
  if (!subject) return [];
  const { categories, merchant } = subject;
  const isOfCategory = categories.length > 0 && merchant !== undefined;
  const common = {
    period,
    ...exclusionOf(excluded),
    ...(accounts.length > 0 && { accounts }),
    ...amountsOf(range),
  };
  const part = isOfCategory ? { categories, merchants: [merchant] } : firstScope(subject);
  return [part, isOfCategory ? { categories } : {}].map((scope) => ({
    name: "summarize_spending",
    args: { ...common, ...scope },
  }));
}

/** While a period is in progress, its first days are also held against the same days of the other one. */
function sameDays(
  { periods, accounts, range, excluded, isShare }: SpendingQuestion,
  scopes: ScopeArgs[],
): PlannedCall[] {
  const [first, second] = periods;
  const isInProgress = periods.some((period) => typeof period === "string" && /^this_/.test(period));
  if (periods.length !== 2 || !first || !second || !isInProgress || scopes.length !== 1 || isShare) return [];
  if (range.words.length > 0) return [];
  const [period, against] =
    typeof first === "string" && /^this_/.test(first) ? [first, second] : [second, first];
  return [
    {
      name: "compare_periods",
      args: {
        period,
        against,
        groupBy: "none",
        ...scopes[0],
        ...exclusionOf(excluded),
        ...(accounts.length > 0 && { accounts }),
      },
    },
  ];
}

/** Months are never cut off; of merchants there are more than anybody reads. */
function groupLimit(groupBy: SpendingQuestion["groupBy"], limit: number | undefined): { limit?: number } {
  if (groupBy === "none" || groupBy === "month") return {};
  if (limit) return { limit: Math.min(limit, MAX_LIMIT) };
  return groupBy === "merchant" ? { limit: USUAL_MERCHANTS } : {};
}

function planTransactions(question: TransactionsQuestion): PlannedCall[] {
  const { periods, accounts, flow, direction, isPending, range, sort, limit, answer } = question;
  const asked = periods.length > 0 ? periods : [answer === "total" ? USUAL_PERIOD : undefined];
  return asked.flatMap((period) =>
    scopesOf(question.subjects).map((scope) => ({
      name: "search_transactions",
      args: {
        ...(period && { period }),
        ...scope,
        ...(accounts.length > 0 && { accounts }),
        ...(flow && { flow }),
        ...(direction && { direction }),
        ...(isPending && { pending: true }),
        ...amountsOf(range),
        ...(sort !== "newest" && { sort }),
        limit: Math.min(limit ?? (answer === "rows" ? 10 : 5), MAX_LIMIT),
      },
    })),
  );
}

/** Differences, shares and charts of what was looked up. */
export function thenFlow(question: FlowQuestion, results: readonly ToolResult[]): PlannedCall[] {
  if (question.kind !== "spending") return [];
  const totals = resultsOf(results, "spending");
  const [part, whole] = totals;
  if (
    question.isShare &&
    question.periods.length < 2 &&
    question.subjects.length === 1 &&
    part &&
    whole &&
    totals.length === 2
  ) {
    return calculation("Share", part, whole, (a, b) => `${a} / ${b}`, "percent");
  }
  const isWeekly = question.average === "week" && part && totals.length === 1 && question.groupBy === "none";
  if (isWeekly)
    return calculation(
      "Average per week",
      part,
      part,
      (a) => `${a} / ${part.ref}.averagedOver.days * 7`,
      "money",
    );
  const chart = question.chart && part && part.groups.length > 1 ? [chartCall(question.chart, part)] : [];
  const isOneScope = totals.length === question.periods.length && totals.length > 1;
  const sums = question.isSummed && isOneScope ? sumCalls(totals) : [];
  return [...contrastCalls(totals), ...sums, ...chart];
}
