import { hasRange } from "./find-range";
import type { ParsedQuestion } from "./parsed-question";
import type { AccountScope, Question, SpendingQuestion, TransactionsQuestion } from "./question";
import { isAboutRows, toSpending, toTransactions } from "./to-question";

const GOES_ON =
  /^(?:(?:ok|okay|thanks|great),? )?(?:and|what about|how about|what of|also|or|but|then|now|same|instead|only|just|compared? (?:to|with|that|it)|vs|versus|by|per|in|for|at|on|since)\b/;
const THE_SAME =
  /\b(?:them|those|these|that|it|which ones|same|the (?:transactions|purchases|payments|charges|rows|details))\b/;
const COMPARES = /\b(?:compare|compared|comparison|versus|vs|than)\b/;

/** The question read as a change of the one before it, or nothing when it stands on its own. */
export function followUp(parsed: ParsedQuestion, previous: Question | undefined): Question | undefined {
  if (!previous || !goesOn(parsed)) return undefined;
  if (previous.kind === "accounts") return otherAccounts(parsed);
  if (previous.kind === "spending") return afterSpending(parsed, previous);
  return previous.kind === "transactions" ? afterTransactions(parsed, previous) : undefined;
}

function goesOn({ plain, wishes, subjects, periods }: ParsedQuestion): boolean {
  const words = plain.split(" ").length;
  if (THE_SAME.test(plain) && words <= 8) return true;
  const saysSomething = subjects.length > 0 || periods.length > 0 || wishes.groupBy !== undefined;
  const changesOnly =
    saysSomething || hasRange(wishes.range) || wishes.sort !== undefined || wishes.wantsRows;
  if (GOES_ON.test(plain)) return changesOnly;
  return words <= 4 && saysSomething && !wishes.isSpending && !wishes.isIncome && !wishes.wantsRows;
}

const SCOPES: [AccountScope, RegExp][] = [
  ["savings", /\bsavings?\b/],
  ["checking", /\bchecking\b/],
  ["credit", /\bcards?\b/],
  ["investment", /\binvest|\bbrokerage\b|\bportfolio\b/],
  ["debt", /\bdebts?\b|\bowe\b/],
];

function otherAccounts({ plain }: ParsedQuestion): Question | undefined {
  const scope = SCOPES.find(([, pattern]) => pattern.test(plain))?.[0];
  return scope && { kind: "accounts", scope };
}

function afterSpending(parsed: ParsedQuestion, previous: SpendingQuestion): Question {
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
  const keepsGrouping = wishes.groupBy === undefined && subjects.length === 0 && parsed.periods.length < 2;
  return {
    ...next,
    accounts,
    cannot: wishes.cannot ?? (keepsGrouping ? previous.cannot : undefined),
    groupBy: keepsGrouping && periods.length < 2 ? previous.groupBy : next.groupBy,
  };
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

function afterTransactions(parsed: ParsedQuestion, previous: TransactionsQuestion): Question {
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
