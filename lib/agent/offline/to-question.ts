import { isCategoryId } from "../../domain/categories";
import { CATALOGUE } from "../../domain/category-catalogue";
import type { SpendingGrouping } from "../../domain/spending";
import type { PeriodInput } from "../tools/period-input";
import type { ParsedQuestion } from "./parsed-question";
import type { Question, SpendingQuestion, Subject, TransactionsQuestion } from "./question";

/** A question that needs nothing from those before it. */
export function toQuestion(parsed: ParsedQuestion): Question {
  if (isAboutRows(parsed)) return toTransactions(parsed);
  return isAboutSpending(parsed) ? toSpending(parsed) : { kind: "unknown" };
}

/** Income, refunds and movements between own accounts are read off rows; so are lists and counts. */
export function isAboutRows({ wishes, subjects }: ParsedQuestion): boolean {
  if (wishes.isPending || wishes.wantsRows || wishes.wantsCount || wishes.isIncome || wishes.isRefunds)
    return true;
  return subjects.length > 0 && subjects.every(isNoSpending);
}

/** "Groceries in May" is a question without any verb. A lone unknown word is not: it may be anything. */
function isAboutSpending({ wishes, subjects, periods, plain }: ParsedQuestion): boolean {
  if (wishes.isSpending || wishes.groupBy) return true;
  if (subjects.some(({ categories }) => categories.length > 0)) return plain.split(" ").length <= 8;
  return periods.length > 0 && subjects.length === 1 && plain.split(" ").length <= 5;
}

/** Categories of income and of money that only moves: they never are part of a spending total. */
const isNoSpending = ({ categories }: Subject): boolean =>
  categories.length > 0 &&
  categories.every((id) => isCategoryId(id) && ["income", "movement"].includes(CATALOGUE[id].group));

export function toSpending(parsed: ParsedQuestion): SpendingQuestion {
  const { wishes, subjects } = parsed;
  const periods = comparedPeriods(parsed);
  const { cannot, groupBy, limit, accounts } = wishes;
  return {
    kind: "spending",
    subjects,
    accounts,
    periods,
    range: wishes.range,
    groupBy: groupBy ?? usualGrouping(subjects, periods.length, cannot),
    limit,
    cannot,
  };
}

const THIS: Record<string, PeriodInput> = {
  last_week: "this_week",
  last_month: "this_month",
  last_quarter: "this_quarter",
  last_year: "this_year",
};

/** "Is it higher than last month?" compares this month with it. */
function comparedPeriods({ periods, plain }: ParsedQuestion): PeriodInput[] {
  const [only] = periods;
  if (
    periods.length !== 1 ||
    typeof only !== "string" ||
    !/\b(?:than|compared (?:to|with)|versus|vs)\b/.test(plain)
  ) {
    return periods;
  }
  const current = THIS[only];
  return current ? [current, only] : periods;
}

/** Several things are shown one by one, and what cannot be worked out is shown as the parts it is made of. */
function usualGrouping(
  subjects: Subject[],
  periods: number,
  cannot: SpendingQuestion["cannot"],
): SpendingGrouping {
  if (cannot === "average") return "month";
  if (cannot) return cannot === "exclusion" && subjects.length > 0 ? "merchant" : "category";
  if (periods > 1) return "none";
  if (subjects.reduce((sum, { categories }) => sum + categories.length, 0) > 1) return "category";
  return subjects.length > 1 ? "merchant" : "none";
}

export function toTransactions(parsed: ParsedQuestion): TransactionsQuestion {
  const { wishes, subjects, periods } = parsed;
  return {
    kind: "transactions",
    subjects: wishes.isIncome ? subjects.map(earned) : subjects,
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
const earned = (subject: Subject): Subject => ({
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
