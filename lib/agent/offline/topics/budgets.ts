import type { CalendarDate } from "../../../contract/money";
import type { BudgetsResult } from "../../../contract/results/budgets-result";
import { monthOf } from "../../../domain/calendar";
import { isNamedPeriod, periodName, resolvePeriod } from "../../../domain/period";
import type { PeriodInput } from "../../tools/period-input";
import { asOfLine, bold, joinWords, paragraphs, plainName, sentence, table } from "../answers/wording";
import { subjectsBeside } from "../beside";
import type { ParsedQuestion } from "../parsed-question";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const WORDS =
  /\b(?:budget(?:s|ed|ing)?|left|over|under|remaining|remain|on track|track|within|status|exceed(?:ed)?|blown|blow|still|set|for|what's|how|am i|doing|much|can|spend|spent|used|use|up|of|in|the|pace|limits?|more|still|allowed|able|room|caps?|targets?|closest|nearest|most|highest|worst|biggest|tightest|best|anywhere|any|which|are|is|status|progress|going|go|went|did|each|every|all|list|show|me|overspen[dt]\w*|money|month|monthly|keeping|keep|to|stick(?:ing)?|blew|bust(?:ed)?|hit|hitting|close|near|reached|get|got|have|has|been|per|day|a|until|end|rest|far|spending)\b/g;

const IS_NAMED = /\bbudget(?:s|ed|ing)?\b|\bspending (?:limits?|caps?|targets?)\b/;
/** "How much can I still spend on coffee?": a limit is meant, whether or not the word is said. */
const STILL_ALLOWED =
  /\bhow much (?:more )?(?:can|could|may|am) i (?:still |allowed to |able to )*(?:spend|use|blow)\b|\bhow much(?: \w+){0,2} (?:left|remaining|room)\b.*\b(?:for|on|to spend)\b|\bwhat(?:'s| is| do i have) (?:left|remaining)\b.*\b(?:for|on)\b|\b(?:left|remaining) (?:to spend )?(?:for|on)\b|\boverspen(?:d|ding|t)\b|\b(?:gone|go|went|going) over (?:on|for|with)\b|\blimits?\b|\bspending (?:limits?|caps?|targets?)\b|\bover (?:my |the )?limit\b|\bwithin (?:my |the )?limits?\b/;
const NOT_BUDGETED =
  /\b(?:accounts?|checking|savings|cards?|credit|loan|debts?|goals?|until|till|pay ?day|pay ?check|balance|subscriptions?|bills)\b/;

type Asked = { categories: string[]; month: string | undefined; isRanked: boolean };

/** Budgets are of calendar months: the one in which a named time begins. */
function monthIn(period: PeriodInput | undefined, today: CalendarDate): string | undefined {
  if (typeof period !== "string") return period && monthOf(period.start);
  return isNamedPeriod(period) && /month$/.test(period)
    ? monthOf(resolvePeriod(period, today).start)
    : undefined;
}

/** What is left of budgets, and whether the pace fits them. */
export const budgets = topic<Asked>({
  name: "budgets",
  isAbout: ({ plain }) => IS_NAMED.test(plain) || (STILL_ALLOWED.test(plain) && !NOT_BUDGETED.test(plain)),
  read: (parsed: ParsedQuestion) => {
    const { plain, periods, today } = parsed;
    const isNamed = IS_NAMED.test(plain);
    const subjects = subjectsBeside(parsed, WORDS);
    if (!isNamed && !subjects.some(({ categories }) => categories.length > 0)) return undefined;
    return {
      categories: subjects.flatMap(({ categories, phrase }) =>
        categories.length > 0 ? categories : isNamed ? [phrase] : [],
      ),
      month: monthIn(periods[0], today),
      isRanked:
        /\b(?:closest|nearest|most|highest|worst|biggest|tightest|least|best|over|blow|blew|blown|bust(?:ed)?|exceed(?:ed)?|stick|stuck|within|keep|kept)\b|\bwhich (?:of my )?budgets?\b/.test(
          plain,
        ),
    };
  },
  plan: ({ categories, month }) => [
    { name: "get_budgets", args: { ...(categories.length > 0 && { categories }), ...(month && { month }) } },
  ],
  answer: ({ isRanked }, results, facts) => {
    const [result] = resultsOf(results, "budgets");
    return result
      ? paragraphs(isRanked && rankLine(result), answerBudgets(result), asOfLine(result.asOf, facts))
      : "";
  },
});

function rankLine({ budgets }: BudgetsResult): string | undefined {
  const over = budgets.filter(({ status }) => status === "over");
  const [most] = budgets.toSorted((a, b) => (b.used?.basisPoints ?? 0) - (a.used?.basisPoints ?? 0));
  if (budgets.length < 2 || !most?.used) return undefined;
  return over.length > 0
    ? `Over budget: ${joinWords(over.map(({ label }) => bold(plainName(label))))}.`
    : `No budget is exceeded. The closest to its limit is ${bold(plainName(most.label))}, of which ${most.used.formatted} is spent.`;
}

function answerBudgets({ budgets: list, period, totals, daysLeft }: BudgetsResult): string {
  const month = periodName(period);
  if (list.length === 0)
    return "No such budget is set. Ask me to set one, for example “set a budget for groceries”.";
  const rest = daysLeft > 0 && list.length < 3;
  return paragraphs(
    ...(list.length < 3 ? list.map((one) => budgetLine(one, month)) : []),
    list.length > 2 &&
      totals
        .map(
          ({ budgeted, spent, left }) =>
            `${month}: ${bold(spent.formatted)} of ${budgeted.formatted} is spent, ${bold(left.formatted)} is left.`,
        )
        .join(" "),
    list.length > 2 &&
      table(
        ["Budget", "Budgeted", "Spent", "Left"],
        list.map(({ label, budgeted, spent, left }) => [
          plainName(label),
          budgeted.formatted,
          spent.formatted,
          left.formatted,
        ]),
      ),
    rest &&
      list
        .map(({ leftPerDay, projected }) =>
          [
            leftPerDay && `That leaves ${leftPerDay.formatted} per day.`,
            projected && `At this pace the month comes to ${projected.formatted}.`,
          ]
            .filter(Boolean)
            .join(" "),
        )
        .join(" "),
  );
}

function budgetLine(
  { label, budgeted, spent, left, used, status }: BudgetsResult["budgets"][number],
  month: string,
): string {
  const share = used ? ` (${used.formatted})` : "";
  const name = sentence(plainName(label));
  return status === "over"
    ? `${name} is over its budget in ${month}: ${bold(spent.formatted)} of ${budgeted.formatted}${share} is spent, ${bold(left.formatted)} is left.`
    : `${name}, ${month}: ${bold(left.formatted)} of the budget of ${budgeted.formatted} is left; ${bold(spent.formatted)}${share} is spent.${status === "ahead" ? " That is ahead of an even pace." : ""}`;
}
