import { daysBetween } from "../../domain/calendar";
import { isCategoryId } from "../../domain/categories";
import { CATALOGUE } from "../../domain/category-catalogue";
import type { Grouping } from "../../domain/flow-sums";
import type { PeriodInput } from "../tools/period-input";
import type { ParsedQuestion } from "./parsed-question";
import type { Subject } from "./question";
import type { SpendingQuestion, TransactionsQuestion } from "./topics/flow-question";

/** Whether a question that needs nothing from those before it is read off the rows. */
export const isOfRows = (parsed: ParsedQuestion): boolean =>
  movedInto(parsed) !== undefined ||
  (isAboutRows(parsed) && (parsed.excluded.length === 0 || parsed.wishes.isIncome));

export const toRows = (parsed: ParsedQuestion): TransactionsQuestion =>
  movedInto(parsed) ?? toTransactions(parsed);

const TOWARD_CARD =
  /\b(?:pa(?:y|id|ying)|payments?)\b.*\b(?:towards?|off|to)\b(?: my| the)? ((?:\w+ ){1,2}card)\b|\b(?:pa(?:y|id|ying)|payments?)\b.*\bon (?:my |the )?((?:\w+ ){1,2}card) (?:bill|balance)\b/;
const INTO_INVESTMENTS =
  /\b(?:put|puts|move[ds]?|moving|transfer\w*|contribut\w+|invest(?:ed|ing)?|add(?:ed)?|sent|send|deposit\w*)\b.*\b(?:into|in|to)(?: my| the)? (?:\w+ )?(brokerage|investments?|401k|ira|portfolio)\b/;

/** Payments of a card and money put into investments are no spending: they are read off the account that they reach. */
function movedInto({ plain, wishes, periods }: ParsedQuestion): TransactionsQuestion | undefined {
  const card = TOWARD_CARD.exec(plain);
  const invested = card ? null : INTO_INVESTMENTS.exec(plain);
  const name = card?.[1] ?? card?.[2] ?? invested?.[1];
  if (!name || wishes.isShare || /\bcredit card\b/.test(name)) return undefined;
  return {
    kind: "transactions",
    subjects: [],
    excluded: [],
    accounts: [/^(?:investments?|portfolio)$/.test(name) ? "brokerage" : name.replace(/^(?:my|the) /, "")],
    periods,
    flow: card ? "card_payment" : "transfer",
    direction: "in",
    isPending: false,
    range: wishes.range,
    sort: wishes.sort ?? "newest",
    limit: wishes.limit,
    answer: wishes.wantsCount ? "count" : wishes.wantsRows ? "rows" : "total",
  };
}

/** Income, refunds and movements between own accounts are read off rows; so are lists and counts. */
export function isAboutRows({ wishes, subjects }: ParsedQuestion): boolean {
  if (wishes.average !== undefined || wishes.isShare) return false;
  if (wishes.isPending || wishes.wantsRows || wishes.wantsCount || wishes.isIncome || wishes.isRefunds)
    return true;
  return subjects.length > 0 && subjects.every(isNoSpending);
}

/** "Groceries in May" is a question without any verb. A lone unknown word is not: it may be anything. */
export function isAboutSpending(parsed: ParsedQuestion): boolean {
  const { wishes, subjects, periods, plain } = parsed;
  const words = plain.split(" ").length;
  if (periods.length > 0 && subjects.length === 0 && /\btotals?\b/.test(plain) && words <= 8) return true;
  if (parsed.excluded.length > 0 && periods.length > 0 && !wishes.isIncome && words <= 14) return true;
  if (wishes.isSpending || wishes.groupBy || (wishes.sort && parsed.excluded.length > 0)) return true;
  if (subjects.some(({ categories }) => categories.length > 0)) return words <= 10;
  if (wishes.average !== undefined && subjects.length > 0) return words <= 10;
  const isPlaced = periods.length > 0 || wishes.accounts.length > 0;
  if (isPlaced && subjects.length > 0 && subjects.length < 3) return words <= 8 || CONTRAST.test(plain);
  return periods.length > 1 && subjects.length === 0 && words <= 10;
}

/** Categories of income and of money that only moves: they never are part of a spending total. */
const isNoSpending = ({ categories }: Subject): boolean =>
  categories.length > 0 &&
  categories.every((id) => isCategoryId(id) && ["income", "movement"].includes(CATALOGUE[id].group));

export function toSpending(parsed: ParsedQuestion): SpendingQuestion {
  const { wishes, subjects } = parsed;
  const periods = comparedPeriods(parsed);
  const { groupBy, limit, accounts, average, isShare, chart } = wishes;
  const isContrast = subjects.length > 1 && CONTRAST.test(parsed.plain) && groupBy === undefined;
  return {
    kind: "spending",
    subjects,
    accounts,
    periods,
    range: wishes.range,
    groupBy: groupingOf(parsed, periods.length, isContrast),
    limit,
    excluded: parsed.excluded,
    average,
    isShare,
    extreme: wishes.sort === "largest" || wishes.sort === "smallest" ? wishes.sort : undefined,
    isContrast,
    isSummed: periods.length > 1 && periods === parsed.periods && !COMPARED.test(parsed.plain),
    chart,
  };
}

const THIS: Record<string, PeriodInput> = {
  last_week: "this_week",
  last_month: "this_month",
  last_quarter: "this_quarter",
  last_year: "this_year",
};

/** "Is it higher than last month?" compares this month with it. */
export function comparedPeriods({
  periods,
  plain,
  unplaced,
}: Pick<ParsedQuestion, "periods" | "plain" | "unplaced">): PeriodInput[] {
  const [only] = periods;
  if (
    periods.length !== 1 ||
    typeof only !== "string" ||
    /\bthan (?:usual|normal|average)\b/.test(plain) ||
    !THAN_THEN.test(unplaced)
  ) {
    return periods;
  }
  const current = THIS[only];
  return current ? [current, only] : periods;
}

/** The time is what is compared with; "more on coffee than on tea last month" compares something else. */
const THAN_THEN =
  /\b(?:than|compared (?:to|with)|versus|vs\.?|(?:up|down) (?:on|from))(?: (?:in|for|during|the|my|it|i|was|did|had|spent|what|that|of))* ?§/;

const CONTRAST =
  /\b(?:which (?:one )?(?:was|is|were|cost)|vs\.?|versus|or|than|compar\w+|against|differen\w+)\b/;

const COMPARED =
  /\b(?:which|vs\.?|versus|or|than|compar\w+|against|differen\w+|chang\w+|more|less|higher|lower|increas\w+|decreas\w+|up|down|went|average|trend|stack)\b/;

/** Several things are shown one by one; an average stands for itself. */
function groupingOf(
  { wishes, subjects, periods: asked }: ParsedQuestion,
  periods: number,
  isContrast: boolean,
): Grouping {
  const { groupBy, average, isShare, chart } = wishes;
  if (average !== undefined && (groupBy === average || groupBy === undefined)) return "none";
  if (groupBy) return groupBy;
  if (isShare) return subjects.length === 0 && periods < 2 ? "category" : "none";
  if (periods > 1 || isContrast) return "none";
  if (chart) return subjects.length === 1 || chart === "line" ? stepOf(asked[0]) : "category";
  return partsOf(subjects);
}

/** What is drawn of a month or two would be a point or two by month. */
function stepOf(period: PeriodInput | undefined): Grouping {
  if (period === undefined) return "month";
  const isShort =
    typeof period === "string"
      ? /_(?:month|week)$|day$|_(?:7|14|30)_days$/.test(period)
      : daysBetween(period.start, period.end) < 62;
  return isShort ? "week" : "month";
}

function partsOf(subjects: readonly Subject[]): Grouping {
  if (subjects.reduce((sum, { categories }) => sum + categories.length, 0) > 1) return "category";
  return subjects.length > 1 ? "merchant" : "none";
}

export function toTransactions(parsed: ParsedQuestion): TransactionsQuestion {
  const { wishes, subjects, periods } = parsed;
  return {
    kind: "transactions",
    subjects: wishes.isIncome ? subjects.map(earned) : subjects,
    excluded: [],
    accounts: wishes.accounts,
    periods,
    ...whichRows(parsed),
    isPending: wishes.isPending,
    range: wishes.range,
    sort: wishes.sort ?? "newest",
    limit: wishes.limit,
    answer: answerOf(parsed),
  };
}

/** Interest is paid or earned: here it is the earned one. */
export const earned = (subject: Subject): Subject => ({
  ...subject,
  categories: subject.categories.map((id) => (id === "interest_charges" ? "interest_and_dividends" : id)),
});

function whichRows({
  wishes,
  subjects,
  plain,
}: ParsedQuestion): Pick<TransactionsQuestion, "flow" | "direction"> {
  if (wishes.isIncome) return { flow: "income", direction: undefined };
  if (wishes.isRefunds) return { flow: "spending", direction: "in" };
  if (/\bdeposits?\b/.test(plain)) return { flow: undefined, direction: "in" };
  if (/\btransfers?\b/.test(plain) && subjects.length === 0)
    return { flow: "transfer", direction: undefined };
  const anyKind = /\b(?:transactions?|transfers?)\b/.test(plain) || subjects.some(isNoSpending);
  return anyKind ? { flow: undefined, direction: undefined } : { flow: "spending", direction: "out" };
}

function answerOf({ wishes, plain }: ParsedQuestion): TransactionsQuestion["answer"] {
  if (wishes.wantsCount) return "count";
  if (wishes.sort !== undefined || /\b(?:show|list)\b/.test(plain)) return "rows";
  return /\bhow much\b|\btotal\b/.test(plain) || !wishes.wantsRows ? "total" : "rows";
}
