import { hasRange } from "./find-range";
import type { ParsedQuestion } from "./parsed-question";
import { isAboutRows, toSpending, toTransactions } from "./to-question";
import type { FlowQuestion, SpendingQuestion, TransactionsQuestion } from "./topics/flow-question";

const COMPARES = /\b(?:compare|compared|comparison|versus|vs|than)\b/;

export function afterSpending(asked: ParsedQuestion, previous: SpendingQuestion): FlowQuestion {
  const parsed = onOtherAccount(asked, previous);
  const { wishes, subjects } = parsed;
  const periods = periodsAfter(parsed, previous);
  const accounts = wishes.accounts.length > 0 ? wishes.accounts : previous.accounts;
  const range = hasRange(wishes.range) ? wishes.range : previous.range;
  const kept = {
    ...parsed,
    periods,
    subjects: subjects.length > 0 ? subjects : previous.subjects,
    wishes: { ...wishes, range },
  };
  if (isAboutRows(parsed)) {
    const rows = toTransactions(kept);
    const isIncome = wishes.isIncome || rows.flow === "income";
    return isIncome
      ? { ...toTransactions({ ...parsed, periods }), accounts }
      : { ...spendingRows(rows), accounts };
  }
  const next = toSpending(kept);
  return {
    ...next,
    accounts,
    excluded: excludedAfter(parsed, previous),
    average: wishes.average ?? previous.average,
    isShare: wishes.isShare || (previous.isShare && subjects.length > 0),
    groupBy: keepsGrouping(parsed, previous) && periods.length < 2 ? previous.groupBy : next.groupBy,
  };
}

/** "And except groceries too" leaves out more; any other exclusion takes the place of the one before. */
function excludedAfter(
  { excluded, subjects, plain }: ParsedQuestion,
  previous: SpendingQuestion,
): SpendingQuestion["excluded"] {
  if (excluded.length === 0) return subjects.length > 0 ? [] : previous.excluded;
  return /^(?:and|also|plus)\b|\b(?:too|also|as well|either)\b/.test(plain)
    ? [...previous.excluded, ...excluded]
    : excluded;
}

/** "And the freedom?", after a question about one card. */
function onOtherAccount(parsed: ParsedQuestion, previous: { accounts: string[] }): ParsedQuestion {
  const [subject, ...others] = parsed.subjects;
  const isAccount =
    parsed.wishes.accounts.length === 0 && previous.accounts.length > 0 && OTHER_ACCOUNT.test(parsed.plain);
  if (!isAccount || !subject?.merchant || subject.categories.length > 0 || others.length > 0) return parsed;
  return { ...parsed, subjects: [], wishes: { ...parsed.wishes, accounts: [subject.merchant] } };
}

const OTHER_ACCOUNT = /^(?:and|or|what about|how about)(?: on| with| for)? (?:the|my) [a-z]+[ ?.!]*$/;

function keepsGrouping({ wishes, subjects, periods }: ParsedQuestion, previous: SpendingQuestion): boolean {
  if (wishes.chart !== undefined && previous.groupBy === "none") return false;
  return wishes.groupBy === undefined && subjects.length === 0 && periods.length < 2;
}

/** "Show me those": the rows behind the total, refunds too. */
const spendingRows = (rows: TransactionsQuestion): TransactionsQuestion =>
  rows.flow === undefined && rows.direction === undefined && rows.subjects.length === 0
    ? { ...rows, flow: "spending" }
    : { ...rows, ...(rows.direction === "out" && !hasRange(rows.range) && { direction: undefined }) };

/** "And compared to September?" adds a period; any other one replaces it. */
function periodsAfter(parsed: ParsedQuestion, previous: SpendingQuestion | TransactionsQuestion) {
  if (parsed.periods.length === 0) return previous.periods;
  const [first] = previous.periods;
  const adds = parsed.periods.length === 1 && first !== undefined && COMPARES.test(parsed.plain);
  return adds ? [first, ...parsed.periods] : parsed.periods;
}

export function afterTransactions(asked: ParsedQuestion, previous: TransactionsQuestion): FlowQuestion {
  const parsed = onOtherAccount(asked, previous);
  const { wishes, subjects } = parsed;
  const periods = periodsAfter(parsed, previous);
  const kept = { ...parsed, periods, subjects: subjects.length > 0 ? subjects : previous.subjects };
  const asksTotal = wishes.isSpending && !wishes.wantsRows && !wishes.wantsCount && !wishes.isIncome;
  if (wishes.groupBy !== undefined || (asksTotal && previous.flow === "spending")) return toSpending(kept);
  return {
    ...previous,
    subjects: kept.subjects,
    periods,
    accounts: wishes.accounts.length > 0 ? wishes.accounts : previous.accounts,
    isPending: wishes.isPending || previous.isPending,
    range: hasRange(wishes.range) ? wishes.range : previous.range,
    sort: wishes.sort ?? previous.sort,
    limit: wishes.limit ?? previous.limit,
  };
}
